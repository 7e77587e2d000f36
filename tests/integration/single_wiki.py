"""A wiki of a few pages written by a test, and what of its graph tells whether one thing became one node."""

import html
from pathlib import Path

import tropegraph as tg
from tropegraph.model.names import KnownName

BULLETS = "\n\n----\n!!Examples:\n[[foldercontrol]]\n\n[[folder:{heading}]]\n{bullets}\n[[/folder]]\n"


def trope(*bullets: str, heading: str = "Film", said: str = "A lantern that goes out when it is needed.") -> str:
    """Wiki source of a trope's page."""
    return said + BULLETS.format(heading=heading, bullets="\n".join(f"* {bullet}" for bullet in bullets))


def work(*bullets: str, said: str = "A film of a tower and its keeper.") -> str:
    """Wiki source of a work's page."""
    return f"{said}\n\n!!This film provides examples of:\n" + "".join(f"* {bullet}\n" for bullet in bullets)


def saved(page: str, title: str, text: str, *, index: str = "", aliases: tuple[str, ...] = ()) -> str:
    """A trope's page as a browser saves it, with its box of indexes and its other titles."""
    space, local = page.split("/")
    others = "".join(f"<h3><span>{html.escape(alias)}</span></h3>" for alias in aliases)
    middle = f'<li>\n<a href="/pmwiki/pmwiki.php/{index}">{index.partition("/")[2]}</a>\n</li>' if index else ""
    box = f'<div class="section-links"><div class="links"><ul><li></li>{middle}<li></li></ul></div></div>'
    return (
        f"<html><head><title>{title} - TV Tropes</title></head><body>"
        f'<input type="hidden" id="groupname-hidden" value="{space}"/>'
        f'<input type="hidden" id="title-hidden" value="{local}"/>'
        f'<h1 itemprop="headline" class="entry-title">{title}</h1><div class="alt-titles">{others}</div>'
        f'<div id="main-article">{text}</div>{box}</body></html>'
    )


class Wiki:
    """A wiki of a few pages in a folder.

    Args:
        folder: Where it lies.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def graph(self, pages: dict[str, str], names: tuple[KnownName, ...] = (), decided: str = "") -> tg.TropeGraph:
        """The graph of pages by their names, with what a table of decisions says."""
        for page, text in pages.items():
            ending = "html" if text.startswith("<html>") else "pmwiki"
            path = self.folder / f"{page}.{ending}"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        decisions = self.folder.with_suffix(".decisions")
        decisions.write_text(decided, encoding="utf-8")
        return tg.build(self.folder, names=names, decisions=decisions, workers=1)


def examples(graph: tg.TropeGraph) -> set[tuple[str, str]]:
    """Work and trope of every example."""
    return {(e["source"], e["target"]) for e in graph.edges.to_pylist() if e["type"] == "EXAMPLE_OF"}


def codes(graph: tg.TropeGraph) -> list[str]:
    """Codes of findings about names and facts, those of single pages aside."""
    return [c for c in graph.findings["code"].to_pylist() if c not in {"title-inferred", "medium-inferred"}]
