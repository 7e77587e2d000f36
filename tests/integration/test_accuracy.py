"""How true the extraction is on annotated pages, by the annotators' own scorer, through the command line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import run_cli

pytestmark = pytest.mark.corpus
SEEDS = "seeds/"


@pytest.fixture(scope="module")
def scores(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Figures of the scorer: for all annotated pages, for the seeds alone, for text that lost its links."""
    folder = tmp_path_factory.mktemp("scores")
    gold = corpus.parent / "gold"
    pages = (gold / "dev_pages_gold.jsonl").read_text(encoding="utf-8")
    seeds = "".join(line for line in pages.splitlines(keepends=True) if json.loads(line)["id"].startswith(SEEDS))
    inputs = {
        "pages": (pages, corpus),
        "seeds": (seeds, corpus),
        "docs": ((gold / "dev_docs_gold.jsonl").read_text(encoding="utf-8"), gold / "dev_docs.jsonl"),
    }
    return {name: score(gold / "score.py", folder / name, *given) for name, given in inputs.items()}


def score(scorer: Path, work: Path, gold: str, source: Path) -> dict[str, Any]:
    """Run `extract` and the scorer; the scorer's last line is its figures."""
    work.mkdir()
    (work / "gold.jsonl").write_text(gold, encoding="utf-8")
    (work / "predicted.jsonl").write_text(run_cli("extract", source, "--jsonl").out, encoding="utf-8")
    command = [sys.executable, str(scorer), str(work / "gold.jsonl"), str(work / "predicted.jsonl")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    print(work.name, figures)  # noqa: T201 - shown by `pytest -rP`
    return figures


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
def test_facts_agree_with_the_annotation(scores: dict[str, Any], pages: str, part: str, least: float) -> None:
    assert scores[pages]["pages_missing"] == 0
    assert scores[pages][part]["f1"] >= least, scores[pages]
