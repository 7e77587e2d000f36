"""Examples of the annotated pages, by the annotators' own scorer."""

import importlib.util
import json

import pytest

from tropegraph.extract import extract
from tropegraph.extract.lexicon import Lexicon
from tropegraph.model.page import Format, RawPage
from tropegraph.parse import parse
from tropegraph.read import load_known_names

pytestmark = pytest.mark.corpus
FORMATS = {".html": Format.HTML, "000_757896695408fafc.txt": Format.MARKDOWN}
LEAST_EXAMPLES, LEAST_MODIFIERS = 0.95, 0.92


@pytest.fixture(scope="module")
def score(corpus):
    path = corpus.parent / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def gold(corpus):
    lines = (corpus.parent / "gold" / "dev_pages_gold.jsonl").read_text("utf-8").splitlines()
    pages = [json.loads(line) for line in lines if line.strip()]
    return [p for p in pages if p.get("examples") and (p["id"].endswith(".html") or "seeds/000" in p["id"])]


@pytest.fixture(scope="module")
def matched(corpus, score, gold):
    """True positives, false positives and false negatives of every page."""
    lexicon = Lexicon.of(load_known_names())
    out = {}
    for page in gold:
        text = (corpus / page["id"]).read_bytes().decode("utf-8", "replace")
        fmt = next(f for end, f in FORMATS.items() if page["id"].endswith(end))
        facts = extract(parse(RawPage(id=page["id"], text=text, format=fmt, title=page["title"])), lexicon)
        # The name of a work on its subpages is `identify`'s matter and has its own tests.
        rows = [
            {"work": page["title"] if page["kind"] == "work" else e.work.title, "work_page": e.work.page,
             "trope": e.trope.title, "modifiers": e.modifiers}
            for e in facts.examples
        ]  # fmt: skip
        out[page["id"]] = score.match(page["examples"], rows, score.ex_keys)
    return out


def f1(tp, fp, fn):
    return 2 * tp / (2 * tp + fp + fn)


def test_every_page_is_read_well(matched):
    figures = {i: f1(*map(len, m)) for i, m in matched.items()}
    assert {i: f for i, f in figures.items() if f < LEAST_EXAMPLES} == {}


def test_modifiers(matched):
    pairs = [(set(g["modifiers"]), set(p["modifiers"])) for tp, _, _ in matched.values() for g, p in tp]
    assert f1(
        sum(len(g & p) for g, p in pairs), sum(len(p - g) for g, p in pairs), sum(len(g - p) for g, p in pairs)
    ) >= (LEAST_MODIFIERS)
