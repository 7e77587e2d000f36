"""A map that was drawn: to be written to a file, or shown in a notebook."""

import html
import os
from dataclasses import dataclass, field, replace
from pathlib import Path

from tropegraph.writing import write_text

SANDBOX = "allow-scripts allow-downloads allow-popups allow-popups-to-escape-sandbox"
"""What the map may do inside a notebook: run, hand over pictures, and open a wiki page. It has no origin there, so it
can neither read the notebook nor speak to its server."""


@dataclass(frozen=True)
class Map:
    """A map as one HTML document. As the last line of a notebook's cell it shows itself.

    Args:
        html: The document; write it as UTF-8.
        path: File that it was written to; `None` where it was not.
        notes: What its maker should know, such as that evidence was left out to keep to the size.
        height: Of the frame in a notebook, in pixels.
    """

    html: str = field(repr=False)
    path: Path | None = None
    notes: tuple[str, ...] = ()
    height: int = 640

    @property
    def size(self) -> int:
        """Bytes of the document."""
        return len(self.html.encode())

    def save(self, path: str | os.PathLike[str]) -> "Map":
        """Write the document.

        Args:
            path: File to write; its folder is made.

        Returns:
            The same map, with its path.

        Raises:
            OutputError: The file cannot be written.
        """
        return replace(self, path=write_text(Path(path), self.html))

    def _repr_html_(self) -> str:
        return (
            f'<iframe srcdoc="{html.escape(self.html)}" sandbox="{SANDBOX}" title="Trope map" '
            f'referrerpolicy="no-referrer" style="width:100%;height:{self.height}px;border:0"></iframe>'
        )
