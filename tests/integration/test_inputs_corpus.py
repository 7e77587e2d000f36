"""The whole folder of real pages in one go: every file is accounted for, and no title is garbled.

`inputs_corpus.tsv` says what comes of each file. To write it anew after a change that is meant:
`python -m tests.integration.test_inputs_corpus CORPUS`.
"""

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tropegraph import pipeline
from tropegraph.graph import Graph
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding, Severity
from tropegraph.model.page import Page
from tropegraph.read import read_inputs

pytestmark = pytest.mark.corpus
GOLDEN = Path(__file__).with_name("inputs_corpus.tsv")
GARBLED = re.compile("[\ufffd\x80-\x9f]|[ÃÂâ][\x80-\xbf€™œ]")


def files_of(corpus: Path) -> list[str]:
    return sorted(path.relative_to(corpus).as_posix() for path in corpus.rglob("*") if path.is_file())


def outcomes(corpus: Path) -> list[str]:
    """A line a file: its path, and what was read of it and refused, with counts."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in read_inputs([str(corpus)]):
        if isinstance(item, Finding):
            found[item.page][item.code] += 1
        elif isinstance(item, PublishedEdges):
            found[item.id]["edges"] += len(item.works)
        else:
            path = Path(item.origin).relative_to(corpus).as_posix()
            found[path.rpartition(":")[0] or path][f"{item.format} page"] += 1
    return [
        f"{path}\t" + ", ".join(f"{count} {what}" for what, count in sorted(counts.items()))
        for path, counts in sorted(found.items())
    ]


def test_what_comes_of_each_file(corpus: Path) -> None:
    lines = outcomes(corpus)
    assert [line.partition("\t")[0] for line in lines] == files_of(corpus)
    assert lines == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def built(corpus: Path) -> Graph:
    return pipeline.build(corpus)


def test_the_graph_accounts_for_every_file(corpus: Path, built: Graph) -> None:
    read = {row["origin"].removeprefix(f"{corpus}/").partition(":")[0] for row in built.pages.to_pylist()}
    rows = [Finding(r["code"], r["page"], r["where"], r["message"]) for r in built.findings.to_pylist()]
    refused = {f.page for f in rows if f.severity is Severity.ERROR and f.code != "bad-record"}
    assert read | refused == set(files_of(corpus))
    assert read.isdisjoint(refused)


def test_no_name_is_garbled(built: Graph) -> None:
    nodes = built.nodes.to_pylist()
    names = [name for node in nodes for name in (node["id"], node["name"], *(node["aliases"] or ()))]
    assert [name for name in names if GARBLED.search(name)] == []
    assert any(not name.isascii() for name in names)


def test_no_text_is_garbled(corpus: Path) -> None:
    pages = [page for page in pipeline.parse_pages([corpus / "html"]) if isinstance(page, Page)]
    assert len(pages) == 25
    texts = [text for page in pages for text in (page.title, *page.aliases, *(block.text for block in page.blocks))]
    assert [text for text in texts if GARBLED.search(text)] == []


if __name__ == "__main__":
    GOLDEN.write_text("\n".join(outcomes(Path(sys.argv[1]).resolve())) + "\n", encoding="utf-8")
