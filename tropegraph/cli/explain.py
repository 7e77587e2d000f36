"""`explain`: what was seen on a page, and why each of its facts is stated."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Annotated, Any

import typer
from rich.text import Text

from tropegraph.building.lexicon import lexicon_of
from tropegraph.cli.build import Columns, Inputs, Names, columns_of, known_names
from tropegraph.cli.chosen import Found, find
from tropegraph.cli.common import JsonOption, guarded, out, print_json, table
from tropegraph.cli.explained import UNBROKEN, Sheet, sentence_lines
from tropegraph.cli.marked import harmless, legend
from tropegraph.extract import Lexicon, extract, identify
from tropegraph.extract.trace import trace
from tropegraph.extract.traced import SentenceTrace
from tropegraph.model.facts import PageFacts
from tropegraph.model.names import DEFAULT_NAMESPACE, namespace
from tropegraph.model.page import Page
from tropegraph.model.vocabulary import PageKind

LISTED = 20
WIDEST = 110
"""Characters of a line that are still read with ease."""

_INDENT, _NAMES = 2, 13
_BY = {False: "title, page name or id", True: "page name or id"}


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command(
        "explain",
        rich_help_panel="Check what was read",
        epilog="Example:  tropegraph explain pages.zip --page Main/BoldlyComing",
    )(explain)


@guarded
def explain(
    inputs: Inputs,
    page: Annotated[
        str, typer.Option("--page", "-p", metavar="NAME", help="Which page: its title, page name or id.")
    ] = "",
    names: Names = None,
    column: Columns = None,
    all_: Annotated[bool, typer.Option("--all", "-a", help="Show sentences without a cue or a fact, too.")] = False,
    colour: Annotated[
        bool, typer.Option("--color/--no-color", help="Mark by colour, where the terminal has it; or by signs.")
    ] = True,
    json_: JsonOption = False,
) -> None:
    """Show a page's text with names and cues marked, and under each sentence the facts drawn from it."""
    found = find(inputs, page, columns_of(column))
    if len(found.meant) != 1 or (len(found.listed) > 1 and not page):
        _list(found, page, json_=json_)
        return
    lexicon, parsed = lexicon_of(known_names(names)), found.page()
    facts, seen = extract(parsed, lexicon), trace(parsed, lexicon)
    shown = [s for s in seen if all_ or s.tells]
    header = dict(_header(parsed, facts, lexicon))
    if json_:
        print_json({**header, "sentences": [_record(parsed, s) for s in shown]})
        return
    for line in _lines(parsed, facts, header, shown, len(seen), colour=colour):
        out.print(line, soft_wrap=True)


def _list(found: Found, name: str, *, json_: bool) -> None:
    """The pages to choose from: those that the name may mean, or all."""
    meant = {p.id for p in found.meant}
    rows = [row for row in found.listed if not name or row[0] in meant]
    columns = ("id", "title", "page")
    if json_:
        print_json([dict(zip(columns, row, strict=True)) for row in rows])
        return
    out.print(table(columns, rows[:LISTED]))
    more = f" {len(rows) - LISTED:,} more are not shown." if len(rows) > LISTED else ""
    called = f' called "{harmless(name)}"' if name else ""
    out.print(Text(f"There are {len(rows):,} pages{called}; choose one with --page and its {_BY[bool(name)]}.{more}"))


def _header(parsed: Page, facts: PageFacts, lexicon: Lexicon) -> Iterator[tuple[str, Any]]:
    """What a page is, and how that was told; in order."""
    known = identify(parsed, lexicon)
    yield "title", facts.page.title
    yield "page", facts.page.page
    if known.name != facts.page.page:
        yield "subpage", known.name
    yield "title from", _title_from(parsed, known)
    yield "kind", str(facts.kind)
    yield "kind from", _kind_from(parsed, known)
    yield "medium", facts.medium
    yield "format", str(facts.format)
    yield "input", facts.origin or facts.id
    yield "redirect to", facts.redirect_to.page if facts.redirect_to else None
    yield "indexes", [m.index.title for m in facts.memberships if m.evidence is None]
    yield "findings", [f"{f.code}: {f.message}" for f in facts.findings]


def _title_from(parsed: Page, known: Page) -> str:
    if any(f.code == "title-inferred" for f in parsed.findings):
        return "another page with the same paragraphs"
    if parsed.title:
        return "the page, or the input beside it"
    if parsed.name:
        return "its page name"
    return "its text" if known.title else "nothing: neither the page nor its text tells it"


def _kind_from(parsed: Page, known: Page) -> str:
    if parsed.kind:
        return "the page itself"
    if known.kind is PageKind.REDIRECT:
        return "its text, which only leads on"
    space = namespace(known.name) if known.name else DEFAULT_NAMESPACE
    placed = any(f.code == "medium-inferred" for f in known.findings)
    told = space != DEFAULT_NAMESPACE and not placed
    return f"its namespace, {space}" if told else "its text"


def _lines(
    page: Page, facts: PageFacts, header: dict[str, Any], shown: Sequence[SentenceTrace], total: int, *, colour: bool
) -> Iterator[Text]:
    terminal = out.is_terminal and out.color_system is not None and not out.no_color
    sheet = Sheet(min(out.width, WIDEST) if _has_width() else UNBROKEN, colour and terminal)
    yield from _header_lines(header, sheet)
    yield from sheet.hang(0, "", legend(colour=sheet.colour))
    yield from sentence_lines(page, facts, shown, sheet)
    if len(shown) < total:
        yield Text()
        left = f"{total - len(shown):,} of {total:,} sentences hold no cue and no fact; --all shows them."
        yield from sheet.hang(0, "", Text(left, "dim"))


def _has_width() -> bool:
    """Whether lines are to be wrapped: on a terminal, or where the environment says how wide they may be."""
    return out.is_terminal or "COLUMNS" in os.environ


def _header_lines(header: dict[str, Any], sheet: Sheet) -> Iterator[Text]:
    """The page's title, and below it a line for all else that is known of it."""
    yield Text(harmless(header["title"] or "(no title)"), "bold")
    for name, value in header.items():
        for i, one in enumerate(value if isinstance(value, list) else [value]):
            if one and name != "title":
                lead = name if i == 0 else ""
                yield from sheet.hang(_INDENT, f"{lead:<{_NAMES}}", Text(harmless(str(one))), "dim")


def _record(page: Page, sentence: SentenceTrace) -> dict[str, Any]:
    block = page.blocks[sentence.block]
    return {"text": block.text[sentence.start : sentence.end], "section": list(block.section), **asdict(sentence)}
