"""What a graph folder says of itself: versions, inputs, options, counts. No clock: equal input, equal bytes."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

import tropegraph
from tropegraph.errors import GraphError
from tropegraph.model.schema import FORMAT_VERSION

FORMAT = "tropegraph"
"""Value of the manifest's `format`: by it a folder is known to be ours."""


@dataclass(frozen=True)
class Manifest:
    """Versions, inputs, options and counts of a graph.

    Args:
        inputs: SHA-256 of every input, in hex, by input id.
        options: Options of the build that change its outcome, by name.
        counts: Rows of every table, by table name.
        tropegraph: Version of the package that wrote it.
        format_version: Version of the folder's layout.
    """

    inputs: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    tropegraph: str = field(default_factory=lambda: tropegraph.__version__)
    format_version: int = FORMAT_VERSION

    def to_json(self) -> str:
        """The text of manifest.json."""
        return json.dumps({"format": FORMAT, **asdict(self)}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"

    @classmethod
    def from_json(cls, text: str) -> "Manifest":
        """Read what `to_json` wrote.

        Raises:
            GraphError: It is no manifest, damaged, or of another format version.
        """
        fields = _parsed(text)
        _check_version(fields.get("format_version"))
        if wrong := [name for name in ("inputs", "options", "counts") if not isinstance(fields.get(name), dict)]:
            raise GraphError(f"The graph's manifest is damaged: it lacks {wrong[0]}.", "Build the graph again.")
        return cls(**{name: fields[name] for name in cls.__dataclass_fields__ if name in fields})


def _parsed(text: str) -> dict[str, Any]:
    try:
        fields = json.loads(text)
    except ValueError as error:
        raise GraphError("The graph's manifest is damaged: it is not JSON.", "Build the graph again.") from error
    if not isinstance(fields, dict) or fields.get("format") != FORMAT:
        raise GraphError("The folder's manifest.json is not one of tropegraph.", "Name a folder that `build` made.")
    return fields


def _check_version(version: object) -> None:
    if version == FORMAT_VERSION:
        return
    newer = isinstance(version, int) and version > FORMAT_VERSION
    hint = "Install a newer tropegraph, or build the graph again." if newer else "Build the graph again."
    raise GraphError(f"The graph has format version {version}; this tropegraph reads {FORMAT_VERSION}.", hint)
