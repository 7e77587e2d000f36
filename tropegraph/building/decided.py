"""The file in which the user says of single names what they are."""

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tropegraph.errors import InputError

if TYPE_CHECKING:
    from tropegraph.resolve import Decisions


def load_decisions(path: str | PathLike[str] | None) -> "Decisions":
    """What a file says of single names, see `resolve.decisions`; nothing where there is no file.

    Raises:
        InputError: The file cannot be read, or one of its lines is no decision.
    """
    from tropegraph.resolve import NO_DECISIONS, parse_decisions

    if path is None:
        return NO_DECISIONS
    try:
        text = Path(path).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} could not be read as a table of decisions.", "Check the path.") from error
    return parse_decisions(text, Path(path).name)
