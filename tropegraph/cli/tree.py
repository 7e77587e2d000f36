"""`analyse tree`: the subtropes of a trope as text, as a picture, or on a map."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape

from tropegraph import pipeline
from tropegraph.cli.common import GraphOption, guarded, out
from tropegraph.errors import OutputError
from tropegraph.model.vocabulary import RelationType
from tropegraph.writing import write_text

if TYPE_CHECKING:
    from tropegraph.analyse.trees import Twig

MAPPED = (RelationType.SUBTROPE_OF.value, RelationType.INVERSE_OF.value)
"""Links that the map of a tree shows."""


def register(app: typer.Typer, topic: str) -> None:
    """Add the command of this module.

    Args:
        app: The group of measures.
        topic: Heading that it stands under.
    """
    app.command(
        "tree",
        rich_help_panel=topic,
        epilog='Example:  tropegraph analyse tree "The Hero" --graph graph --out hero.svg',
    )(draw)


@guarded
def draw(
    graph: GraphOption,
    name: Annotated[str, typer.Argument(help="The trope; all trees when none is given.", show_default=False)] = "",
    depth: Annotated[
        int | None, typer.Option(min=0, help="At most so many steps below it.", show_default=False)
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Write a .txt, .svg or .html file, the last a map.", show_default=False),
    ] = None,
) -> None:
    """Show the tree of subtropes below a trope, or all trees, as text; or write it as a picture or as a map.

    A trope of several supertropes stands once: below one of the nearest to the root, that with most evidence.
    """
    from tropegraph import analyse

    if to is not None and to.suffix.lower() not in _WRITERS:
        raise OutputError(f"{to} is no kind of tree that is known by its ending.", f"End it in {', '.join(_WRITERS)}.")
    twigs = analyse.tree(analyse.open(graph), name, depth=depth)
    if to is None:
        out.file.write(analyse.tree_text(twigs))
        return
    _WRITERS[to.suffix.lower()](graph, twigs, to)
    count = f"{len(twigs):,} trope{'' if len(twigs) == 1 else 's'}"
    out.print(f"Tree of {count} written to [bold]{escape(str(to))}[/].", soft_wrap=True)


def _text(graph: Path, twigs: "Sequence[Twig]", to: Path) -> None:
    from tropegraph.analyse.trees import tree_text

    write_text(to, tree_text(twigs))


def _picture(graph: Path, twigs: "Sequence[Twig]", to: Path) -> None:
    from tropegraph.analyse.trees import tree_svg

    write_text(to, tree_svg(twigs, _title(twigs)))


def _map(graph: Path, twigs: "Sequence[Twig]", to: Path) -> None:
    pipeline.open(graph).map(to, nodes=[twig.id for twig in twigs], types=MAPPED, title=_title(twigs))


def _title(twigs: "Sequence[Twig]") -> str:
    whole = sum(twig.depth == 0 for twig in twigs) != 1
    return "Tropes and their subtropes" if whole else f"{twigs[0].name} and its subtropes"


_WRITERS: dict[str, Callable[[Path, "Sequence[Twig]", Path], None]] = {
    ".txt": _text,
    ".svg": _picture,
    ".html": _map,
}
