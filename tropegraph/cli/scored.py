"""Figures and single facts as `eval` prints them."""

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import Any

from rich import box
from rich.table import Table
from rich.text import Text

from tropegraph.cli.common import cell
from tropegraph.evaluate import KINDS, Figures, Outcome, Part, ScoredPage, Scores, Verdict, mark
from tropegraph.evaluate.report import figures_record, verdict_record
from tropegraph.model.vocabulary import RelationType

COUNTS = ("gold", "found", "missed", "wrong")
SHARES = {"precision": "precision", "recall": "recall", "f1": "F1"}
STYLE = {Outcome.MISSED: "yellow", Outcome.WRONG: "red"}


def scores_table(scores: Scores) -> Table:
    """One line for each part that was annotated, and below the relations one for each type."""
    grid = Table(box=box.SIMPLE_HEAD, header_style="bold", pad_edge=False)
    grid.add_column("")
    for name in (*COUNTS, *SHARES.values()):
        grid.add_column(name, justify="right", no_wrap=True)
    for part in (p for p in Part if p in scores.parts):
        grid.add_section()
        grid.add_row(*(f"[bold]{text}" for text in (part, *_cells(scores.by_part[part]))))
        if part is Part.RELATIONS:
            for kind in _kinds(scores, part):
                grid.add_row(f"  {kind}", *_cells(scores.by_kind[kind]))
    return grid


def _kinds(scores: Scores, part: Part) -> list[str]:
    return [kind for kind in scores.by_kind if KINDS[kind] is part]


def _cells(figures: Figures) -> list[str]:
    """Counts and shares; a share of nothing is a dash."""
    wholes = {"precision": figures.found + figures.wrong, "recall": figures.gold, "f1": figures.gold}
    shares = [f"{getattr(figures, name):.3f}" if wholes[name] else "–" for name in SHARES]
    return [*(f"{getattr(figures, name):,}" for name in COUNTS), *shares]


def scores_record(scores: Scores) -> dict[str, Any]:
    """All figures as a JSON object."""
    return {
        "pages": len(scores.pages),
        "pages_absent": list(scores.absent),
        **{str(part): figures_record(scores.by_part[part]) for part in Part},
        "by_type": {kind: figures_record(scores.by_kind[kind]) for kind in _kinds(scores, Part.RELATIONS)},
        "by_modifier": {kind: figures_record(scores.by_kind[kind]) for kind in _kinds(scores, Part.MODIFIERS)},
    }


def absent_line(scores: Scores) -> str:
    """What is to be said of annotated pages that were not read; empty where all were."""
    if not scores.absent:
        return ""
    first = ", ".join(scores.absent[:3]) + (", ..." if len(scores.absent) > 3 else "")
    share = f"{len(scores.absent):,} of {len(scores.pages):,} annotated pages"
    return f"Not in the input, so that all their facts count as missed: {share} ({first})."


def errors(scores: Scores) -> Iterator[Verdict]:
    """What was missed or wrong, page by page."""
    return (verdict for verdict in scores.verdicts if verdict.outcome in STYLE)


def error_records(scores: Scores, limit: int) -> list[dict[str, str]]:
    """The first errors as JSON objects."""
    return list(map(verdict_record, islice(errors(scores), limit)))


def error_lines(scores: Scores, limit: int) -> Iterator[Text]:
    """The first errors, by type: what was missed or wrong, on which page, and the sentence with its names marked."""
    order = list(KINDS)
    first = sorted(islice(errors(scores), limit), key=lambda v: order.index(v.kind))
    pages = {page.id: page for page in scores.pages}
    for kind, group in groupby(first, key=lambda v: v.kind):
        verdicts = list(group)
        yield Text(f"\n{kind}: {_told(verdicts)}", "bold")
        for verdict in verdicts:
            yield from _lines(verdict, pages[verdict.page])


def _told(verdicts: Sequence[Verdict]) -> str:
    counts = {outcome: sum(v.outcome is outcome for v in verdicts) for outcome in STYLE}
    return ", ".join(f"{n:,} {outcome}" for outcome, n in counts.items() if n)


def _lines(verdict: Verdict, page: ScoredPage) -> Iterator[Text]:
    fact = f"{verdict.source} {_relation(verdict)} {verdict.target}"
    yield Text.assemble((f"  {verdict.outcome:<7} ", STYLE[verdict.outcome]), cell(fact), (f"  {cell(page.id)}", "dim"))
    indent = " " * 10
    if verdict.sentence:
        pieces = mark(verdict.sentence, verdict.surfaces)
        yield Text.assemble(indent, *((cell(text).replace("\n", " "), "bold" if name else "") for text, name in pieces))
    else:
        why = "no sentence with this name was found" if page.read else "this page is not in the input"
        yield Text(f"{indent}({why})", "dim")


def _relation(verdict: Verdict) -> str:
    return verdict.kind if verdict.part is Part.RELATIONS else str(RelationType.EXAMPLE_OF)


def left_line(scores: Scores, limit: int) -> str:
    """What is to be said of errors that are not shown; empty where all are."""
    left = sum(1 for _ in errors(scores)) - limit
    return f"\n{left:,} more: raise --misses, or leaf through them with --html report.html." if left > 0 else ""
