"""Verdicts on single facts: what was found of what was annotated, page by page."""

from collections.abc import Callable, Iterable, Iterator

from tropegraph.evaluate.matching import Matched, Row, example_keys, match, relation_keys
from tropegraph.evaluate.rows import ExampleRow, PageRows, RelationRow, rows_of
from tropegraph.evaluate.scores import KINDS, Outcome, Part, ScoredPage, Scores, Verdict
from tropegraph.model.facts import PageFacts
from tropegraph.model.vocabulary import Modifier, RelationType

_MODIFIERS = frozenset(map(str, Modifier))


def score(gold: Iterable[PageRows], found: Iterable[object], kinds: Iterable[str] = KINDS) -> Scores:
    """Hold found facts against annotated ones.

    Args:
        gold: Annotated pages; a part that is `None` there is not judged on that page.
        found: Pages as `PageRows`, or what `pipeline.extract_pages` gives; anything else is passed over, and so
            are pages that nobody annotated.
        kinds: Judge these kinds only, keys of `KINDS`.
    """
    read = {page.id: page for page in map(_as_rows, found) if page is not None}
    annotated = tuple(gold)
    wanted = frozenset(kinds)
    verdicts = (v for page in annotated for v in _judge(page, read.get(page.id, PageRows(page.id))))
    return Scores(
        tuple(ScoredPage(p.id, p.title, _url(read.get(p.id)), p.id in read) for p in annotated),
        tuple(v for v in verdicts if v.kind in wanted),
        _parts(annotated) & {KINDS[kind] for kind in wanted},
    )


def _as_rows(item: object) -> PageRows | None:
    if isinstance(item, PageFacts):
        return rows_of(item)
    return item if isinstance(item, PageRows) else None


def _url(page: PageRows | None) -> str:
    return page.url if page else ""


def _parts(gold: Iterable[PageRows]) -> frozenset[Part]:
    with_relations = any(page.relations is not None for page in gold)
    with_examples = any(page.examples is not None for page in gold)
    examples = (Part.EXAMPLES, Part.MODIFIERS) if with_examples else ()
    return frozenset((*((Part.RELATIONS,) if with_relations else ()), *examples))


def _judge(gold: PageRows, found: PageRows) -> Iterator[Verdict]:
    """Verdicts on one page; types that the rules of annotation lack are no findings."""
    if gold.relations is not None:
        typed = [row for row in found.relations or () if KINDS.get(row.type) is Part.RELATIONS]
        yield from _verdicts(gold.id, match(gold.relations, typed, relation_keys), _on_relation)
    if gold.examples is not None:
        matched = match(gold.examples, found.examples or (), example_keys)
        yield from _verdicts(gold.id, matched, _on_example)
        for annotated, row in matched.right:
            yield from _on_modifiers(gold.id, annotated, row)


def _verdicts(page: str, matched: Matched[Row], on: Callable[[Outcome, str, Row, str], Verdict]) -> Iterator[Verdict]:
    for row, same in matched.right:
        yield on(Outcome.FOUND, page, row, same.sentence)
    for row in matched.wrong:
        yield on(Outcome.WRONG, page, row, row.sentence)
    for row in matched.missed:
        yield on(Outcome.MISSED, page, row, "")


def _on_relation(outcome: Outcome, page: str, row: RelationRow, sentence: str) -> Verdict:
    surfaces = (row.as_written, row.target, row.source)
    return Verdict(outcome, row.type, page, row.source, row.target, surfaces, sentence)


def _on_example(outcome: Outcome, page: str, row: ExampleRow, sentence: str) -> Verdict:
    surfaces = (row.as_written, row.work, row.trope)
    return Verdict(outcome, str(RelationType.EXAMPLE_OF), page, row.work, row.trope, surfaces, sentence)


def _on_modifiers(page: str, gold: ExampleRow, found: ExampleRow) -> Iterator[Verdict]:
    told, seen = frozenset(gold.modifiers), frozenset(found.modifiers)
    for outcome, modifiers in (
        (Outcome.FOUND, told & seen),
        (Outcome.WRONG, seen - told),
        (Outcome.MISSED, told - seen),
    ):
        for modifier in sorted(modifiers & _MODIFIERS):
            surfaces = (gold.as_written, gold.work, gold.trope)
            yield Verdict(outcome, modifier, page, gold.work, gold.trope, surfaces, found.sentence)
