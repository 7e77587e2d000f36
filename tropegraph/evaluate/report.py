"""What the page of single facts shows, as data: figures, pages, and each fact with its sentence."""

from collections.abc import Iterable
from typing import Any

from tropegraph.evaluate.places import mark
from tropegraph.evaluate.scores import KINDS, Figures, Part, ScoredPage, Scores, Verdict
from tropegraph.model.vocabulary import RELATIONS, RelationType

DECIMALS = 4
"""Decimals of shares, as the annotators' figures have."""


def figures_record(figures: Figures) -> dict[str, float]:
    """Figures under their names; shares are rounded."""
    shares = {name: round(getattr(figures, name), DECIMALS) for name in ("precision", "recall", "f1")}
    return {"gold": figures.gold, "found": figures.found, "missed": figures.missed, "wrong": figures.wrong, **shares}


def verdict_record(verdict: Verdict) -> dict[str, str]:
    """A verdict under its names."""
    return {
        "outcome": str(verdict.outcome),
        "type": verdict.kind,
        "page": verdict.page,
        "source": verdict.source,
        "target": verdict.target,
        "sentence": verdict.sentence,
    }


def report_data(scores: Scores) -> dict[str, Any]:
    """What the report shows, as JSON can hold it.

    Args:
        scores: With the sentences of missed facts, as `places.placed` gives them.
    """
    kinds = list(scores.by_kind)
    numbers = {page.id: i for i, page in enumerate(scores.pages)}
    return {
        "parts": [{"name": p, **figures_record(scores.by_part[p])} for p in Part if p in scores.parts],
        "kinds": [
            {"name": kind, "part": KINDS[kind], "words": _words(kind), **figures_record(scores.by_kind[kind])}
            for kind in kinds
        ],
        "pages": list(map(_page, scores.pages)),
        "facts": list(_facts(scores.verdicts, numbers, {kind: i for i, kind in enumerate(kinds)})),
    }


def _words(kind: str) -> str:
    """How a fact of this kind reads, between the names of its ends."""
    relation = kind if KINDS[kind] is Part.RELATIONS else RelationType.EXAMPLE_OF
    return RELATIONS[RelationType(relation)].forward


def _page(page: ScoredPage) -> dict[str, Any]:
    return {"id": page.id, "title": page.title, "url": page.url, "read": page.read}


def _facts(verdicts: Iterable[Verdict], pages: dict[str, int], kinds: dict[str, int]) -> Iterable[dict[str, Any]]:
    for verdict in verdicts:
        yield {
            "outcome": str(verdict.outcome),
            "kind": kinds[verdict.kind],
            "page": pages[verdict.page],
            "source": verdict.source,
            "target": verdict.target,
            "sentence": [list(piece) for piece in mark(verdict.sentence, verdict.surfaces)],
        }
