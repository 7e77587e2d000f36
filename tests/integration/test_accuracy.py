"""How true the extraction is on annotated pages, by the command line: above fixed floors, and not less than it was.

`accuracy.tsv` holds the precision and recall that were measured last. To record them anew after a change that is meant:
`python -m tests.integration.test_accuracy CORPUS`.
"""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_cli

pytestmark = pytest.mark.corpus
RECORD = Path(__file__).with_name("accuracy.tsv")
COLUMNS = ("set", "part", "precision", "recall")
SLACK = 0.005
"""What a share may fall below the recorded one."""
FEWEST = 10
"""Annotated rows from which on a relation type is held by itself; of fewer, one is too large a share."""
SEEDS = "seeds/"

Figures = dict[str, Any]
Shares = dict[tuple[str, str], tuple[float, float]]


def measure(corpus: Path, folder: Path) -> dict[str, Figures]:
    """Figures of `tropegraph eval` for annotated pages with links, for the seeds among them, for text without links."""
    gold = corpus.parent / "gold"
    pages = (gold / "dev_pages_gold.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    seeds = folder / "seeds.jsonl"
    seeds.write_text("".join(line for line in pages if json.loads(line)["id"].startswith(SEEDS)), encoding="utf-8")
    facts = folder / "facts.jsonl"
    facts.write_text(run_cli("extract", corpus, "--jsonl").out, encoding="utf-8")
    return {
        "pages": figures(gold / "dev_pages_gold.jsonl", facts),
        "seeds": figures(seeds, facts),
        "docs": figures(gold / "dev_docs_gold.jsonl", gold / "dev_docs.jsonl"),
    }


def figures(gold: Path, source: Path) -> Figures:
    ran = run_cli("eval", gold, source, "--json")
    assert ran.code == 0, ran.err
    told: Figures = json.loads(ran.out)
    return told


def shares(measured: dict[str, Figures]) -> Shares:
    """Precision and recall of what is held: relations, each type with rows enough, examples and modifiers."""
    held = {}
    for name in ("pages", "docs"):
        told = measured[name]
        for part in ("relations", "examples", "modifiers", *told["by_type"]):
            counted = told.get(part) or told["by_type"][part]
            if counted["gold"] >= FEWEST:
                held[name, part] = (counted["precision"], counted["recall"])
    return held


def recorded() -> Shares:
    """The shares that were measured last."""
    rows = [line.split("\t") for line in RECORD.read_text(encoding="utf-8").splitlines()]
    assert tuple(rows[0]) == COLUMNS
    return {(name, part): (float(precision), float(recall)) for name, part, precision, recall in rows[1:]}


@pytest.fixture(scope="module")
def measured(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Figures]:
    return measure(corpus, tmp_path_factory.mktemp("scores"))


@pytest.mark.parametrize(
    ("pages", "part", "least"),
    [
        ("seeds", "relations", 0.97),
        ("seeds", "examples", 0.95),
        ("pages", "relations", 0.95),
        ("pages", "examples", 0.95),
        ("pages", "modifiers", 0.92),
        ("docs", "relations", 0.92),
    ],
)
def test_facts_agree_with_the_annotation(measured: dict[str, Figures], pages: str, part: str, least: float) -> None:
    assert measured[pages]["pages_absent"] == []
    assert measured[pages][part]["f1"] >= least, measured[pages][part]


@pytest.mark.parametrize(("pages", "part"), recorded(), ids=map("-".join, recorded()))
def test_nothing_falls_below_what_was_recorded(
    measured: dict[str, Figures], pages: str, part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before, now = recorded()[pages, part], shares(measured)[pages, part]
    changes = [round(b - a, 4) for a, b in zip(before, now, strict=True)]
    assert min(changes) >= -SLACK, f"precision and recall were {before} and are {now}"
    if max(changes) > SLACK:
        with capsys.disabled():
            print(f"\n{pages} {part}: precision and recall were {before} and are {now}; record them.")  # noqa: T201


def test_all_that_is_held_is_recorded(measured: dict[str, Figures]) -> None:
    assert shares(measured).keys() == recorded().keys()


def main(corpus: Path) -> None:
    """Write the table anew."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [(*key, *map(str, values)) for key, values in shares(measure(corpus, Path(folder))).items()]
    RECORD.write_text("".join("\t".join(row) + "\n" for row in (COLUMNS, *rows)), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
