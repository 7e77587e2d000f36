"""Where the package's own data lies: `cypher/` and `data/`.

A wheel carries both below `tropegraph/_resources`; an editable install finds them beside the package.
"""

from pathlib import Path

from tropegraph.errors import InputError

_PACKAGE = Path(__file__).parent
_PLACES = (_PACKAGE / "_resources", _PACKAGE.parent)


def resource(*parts: str) -> Path:
    """The path of a file or folder that comes with the package.

    Args:
        parts: Path segments, e.g. ``("cypher", "queries")``.

    Raises:
        InputError: The installation lacks it.
    """
    for place in _PLACES:
        path = place.joinpath(*parts)
        if path.exists():
            return path
    raise InputError(f"The installation lacks its own file {'/'.join(parts)}.", "Install tropegraph again.")
