"""What the documentation site is made of beside the pages of docs/: called by mkdocs, see mkdocs.yml.

The command line's reference comes from the commands themselves, that of the Python package from its docstrings, the
changelog and the guide for contributors from the repository's root. Pages that no section of mkdocs.yml names are added
at the end, so that a new page is there without being listed.
"""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]  # mkdocs runs a hook by its path alone

from docs_cli import command_line  # noqa: E402

from tropegraph import analyse  # noqa: E402
from tropegraph.analyse import MEASURES  # noqa: E402
from tropegraph.errors import TropegraphError  # noqa: E402

MORE = "More"

INTRODUCTIONS = {
    "tropegraph": "What `import tropegraph as tg` gives.",
    "graph": "What every graph can do: `tg.build(...)` and `tg.open(...)` give a `TropeGraph`, which is a `Graph`.",
    "analyse": "Measures: each takes a graph and gives a pandas frame; in a terminal, `tropegraph analyse NAME`.",
    "errors": "Every error raised on purpose; [exit codes and findings](../errors.md) says what to do about each.",
    "other": "Annotated pages held against facts, maps of parts, and the words that the graph is made of.",
}
"""What stands at the head of each page of the Python reference."""


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are not in docs/, and bring all pages into the navigation."""
    for name, text in _pages():
        files.append(File.generated(config, name, content=text))
    config.nav = [*_expanded(config.nav or [], files), *_unlisted(config.nav or [], files)]
    return files


def _pages() -> Iterator[tuple[str, str]]:
    """Names and texts of the pages that are written here."""
    yield "cli.md", command_line()
    for page, doors in _doors().items():
        title = page if page == "tropegraph" else f"tropegraph.{page}" if page != "other" else "Other modules"
        yield f"api/{page}.md", f"# {title}\n\n{INTRODUCTIONS[page]}\n\n" + "\n".join(doors)
    for name in ("CONTRIBUTING", "CHANGELOG"):
        text = (ROOT / f"{name}.md").read_text(encoding="utf-8")
        yield f"{name.lower()}.md", text.replace("](docs/", "](")


def _doors() -> dict[str, list[str]]:
    """What each page of the Python reference describes, in order."""
    errors: list[type[TropegraphError]] = [TropegraphError, *TropegraphError.__subclasses__()]
    others = ("evaluate.load_annotations", "evaluate.score", "render.draw_map", "model.vocabulary")
    return {
        "tropegraph": [_door(name) for name in ("build", "open", "extract_pages", "TropeGraph")],
        "graph": [_door("graph.Graph")],
        "analyse": list(_measures()),
        "errors": [_door(f"errors.{error.__name__}") for error in errors],
        "other": [_door(name) for name in others],
    }


def _door(name: str, level: int = 2) -> str:
    """The lines by which mkdocstrings describes something of the package."""
    return f"::: tropegraph.{name}\n    options: {{heading_level: {level}}}\n"


def _measures() -> Iterator[str]:
    """All measures under their topics, then whatever else the package of measures gives."""
    for topic, measures in groupby(MEASURES.values(), key=lambda measure: measure.topic):
        yield f"## {topic}\n"
        yield from (_door(path_of(measure.function), 3) for measure in measures)
    told = {measure.function.__name__ for measure in MEASURES.values()} | {"MEASURES"}
    if rest := [name for name in analyse.__all__ if name not in told]:
        yield "## Beside the measures\n"
        yield from (_door(path_of(getattr(analyse, name)), 3) for name in rest)


def path_of(thing: Any) -> str:
    """Where a function or class is written, within the package; some are called as the module that they stand in."""
    return f"{thing.__module__}.{thing.__qualname__}".removeprefix("tropegraph.")


def _expanded(nav: list[Any], files: Files) -> list[Any]:
    """The navigation with folders (`decisions/`) in place of which stand the pages in them."""
    return [_entry(item, files) for item in nav]


def _entry(item: Any, files: Files) -> Any:
    if not isinstance(item, dict):
        return item
    ((title, below),) = item.items()
    if isinstance(below, list):
        return {title: _expanded(below, files)}
    return {title: _in_folder(below, files)} if below.endswith("/") else item


def _in_folder(folder: str, files: Files) -> list[str]:
    """The pages of a folder: what it opens with first, those of the reference as `INTRODUCTIONS` lists them."""
    found = [f.src_uri for f in files.documentation_pages() if f.src_uri.startswith(folder)]
    order = [f"{folder}README.md", *(f"api/{name}.md" for name in INTRODUCTIONS)]
    return sorted(found, key=lambda uri: (order.index(uri) if uri in order else len(order), uri))


def _unlisted(nav: list[Any], files: Files) -> list[Any]:
    listed = set(_listed(_expanded(nav, files)))
    rest = [f.src_uri for f in files.documentation_pages() if f.src_uri not in listed]
    return [{MORE: sorted(rest)}] if rest else []


def _listed(nav: list[Any]) -> Iterator[str]:
    for item in nav:
        for below in item.values() if isinstance(item, dict) else [item]:
            yield from _listed(below) if isinstance(below, list) else [below]
