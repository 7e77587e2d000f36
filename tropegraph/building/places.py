"""Where a build keeps what it works with."""

from pathlib import Path


def workplace_of(out: Path) -> Path:
    """The folder in which a graph is made and its parts are kept: hidden, beside the graph."""
    target = out.resolve()
    return target.with_name(f".{target.name}.build")
