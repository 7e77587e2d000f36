"""How true the extraction is: facts held against pages that were annotated by hand.

>>> from tropegraph import extract_pages
>>> from tropegraph.evaluate import load_annotations, score
>>> scores = score(load_annotations("gold.jsonl"), extract_pages(["pages/"]))    # doctest: +SKIP
>>> scores.relations.f1, scores.by_kind["SUBTROPE_OF"].recall         # doctest: +SKIP

Everything but reading the file of annotations is a pure function.
"""

from tropegraph.evaluate.annotations import fact_rows, holds_facts, holds_texts, load_annotations
from tropegraph.evaluate.judging import score
from tropegraph.evaluate.places import PageText, mark, placed, text_of
from tropegraph.evaluate.report import report_data
from tropegraph.evaluate.rows import ExampleRow, PageRows, RelationRow, rows_of
from tropegraph.evaluate.scores import KINDS, Figures, Outcome, Part, ScoredPage, Scores, Verdict

__all__ = [
    "KINDS",
    "ExampleRow",
    "Figures",
    "Outcome",
    "PageRows",
    "PageText",
    "Part",
    "RelationRow",
    "ScoredPage",
    "Scores",
    "Verdict",
    "fact_rows",
    "holds_facts",
    "holds_texts",
    "load_annotations",
    "mark",
    "placed",
    "report_data",
    "rows_of",
    "score",
    "text_of",
]
