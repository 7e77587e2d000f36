"""Files that are written whole or not at all."""

from pathlib import Path

from tropegraph.errors import OutputError


def write_text(path: Path, text: str) -> Path:
    """Write a file whole or not at all.

    Raises:
        OutputError: The place cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, encoding="utf-8", newline="\n")
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True) if part.parent.is_dir() else None
        raise OutputError(f"{path} cannot be written: {error.strerror}.", "Choose another place.") from error
    return path
