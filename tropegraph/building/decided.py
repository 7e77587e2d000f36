"""The file in which the user says of single names what they are, and the graph in which names are looked up."""

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from tropegraph.errors import InputError
from tropegraph.graph import Graph
from tropegraph.model.names import KnownName

if TYPE_CHECKING:
    from tropegraph.resolve import Decisions, View


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


def view_of(graph: Graph, known: Sequence[KnownName], decisions: str | PathLike[str] | None) -> "View":
    """What of a graph tells which name goes where.

    Args:
        graph: The graph.
        known: Trope titles known beforehand.
        decisions: File of decisions; those that the graph was built with when `None`.

    Raises:
        InputError: The file cannot be read, or one of its lines is no decision.
    """
    from tropegraph.resolve import View, decisions_of

    told = load_decisions(decisions) if decisions else decisions_of(graph.manifest.options.get("decisions", ()))
    nodes, pages, findings = (table.to_pylist() for table in (graph.nodes, graph.pages, graph.findings))
    return View(nodes, pages, findings, known, told)
