"""What a build holds whichever of the sample's pages it is given, in whatever order, files and steps."""

import json
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

import tropegraph as tg
from tropegraph.model.facts import PageFacts
from tropegraph.read import load_known_names
from tropegraph.resolve import Tables, resolve

SAMPLE = Path(__file__).resolve().parents[2] / "data" / "sample"
KNOWN = tuple(load_known_names())[::20]
"""Enough of the names known beforehand, and quicker than all."""
SLOW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Source:
    """One page of the sample, in a file that may have any name: it says itself which page it is."""

    page: str
    ending: str
    text: str

    def write(self, folder: Path, name: str) -> None:
        """Write the file."""
        (folder / f"{name}.{self.ending}").write_text(self.text, encoding="utf-8")


def _sources() -> Iterator[Source]:
    for path in sorted((SAMPLE / "wiki").rglob("*.pmwiki")):
        page = path.relative_to(SAMPLE / "wiki").with_suffix("").as_posix()
        text = path.read_text(encoding="utf-8")
        yield Source(page, "jsonl", json.dumps({"page": page, "format": "pmwiki", "text": text}) + "\n")
    for path in sorted((SAMPLE / "formats" / "html-present").rglob("*.html")):
        yield Source(path.stem, "html", path.read_text(encoding="utf-8"))


SOURCES = list(_sources())
PAGES = st.lists(st.sampled_from(range(len(SOURCES))), min_size=1, max_size=12, unique=True)


@pytest.fixture(scope="module")
def facts() -> list[PageFacts]:
    """What every page of the sample states."""
    return [item for item in tg.extract_pages([SAMPLE / "wiki"]) if isinstance(item, PageFacts)]


def resolved(pages: Sequence[PageFacts]) -> Tables:
    return resolve(pages, (), KNOWN, ())


def stated(tables: Tables) -> tuple[object, ...]:
    """All that a graph states, without the inputs it was read from."""
    return tables.nodes, tables.edges, tables.evidence.drop("input")


@SLOW
@given(data=st.data())
def test_real_pages_in_any_order_give_one_graph(facts: list[PageFacts], data: st.DataObject) -> None:
    some = data.draw(st.lists(st.sampled_from(facts), unique_by=lambda page: page.id, max_size=20))
    assert resolved(data.draw(st.permutations(some))) == resolved(sorted(some, key=lambda page: page.id))


@SLOW
@given(data=st.data())
def test_real_pages_under_other_file_names_state_the_same(facts: list[PageFacts], data: st.DataObject) -> None:
    """Also twice: a copy and a file of another name."""
    some = data.draw(st.lists(st.sampled_from(facts), unique_by=lambda page: page.id, min_size=1, max_size=20))
    again = data.draw(st.lists(st.sampled_from(some), max_size=5))
    renamed = [replace(page, id=f"{data.draw(st.integers(0, 99)):02}/{n}") for n, page in enumerate((*some, *again))]
    assert stated(resolved(renamed)) == stated(resolved(some))


class Wiki:
    """Folders of sources, and the graph built of them step by step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, pages: Sequence[int], prefix: str = "") -> Path:
        """A folder of these pages."""
        place = self.folder / name
        place.mkdir()
        for number in pages:
            SOURCES[number].write(place, f"{prefix}{number}")
        return place

    def built(self, out: str, *steps: Sequence[Path]) -> Tables:
        """The graph after building one folder out of each list of inputs in turn."""
        for inputs in steps:
            tg.build(inputs, out=self.folder / out, names=(), workers=1)
        graph = tg.open(self.folder / out)
        return Tables(**{name: getattr(graph, name) for name in ("nodes", "edges", "evidence", "pages", "findings")})


@SLOW
@given(PAGES, PAGES)
def test_a_then_b_is_b_then_a_is_both_and_again_is_the_same(one: list[int], two: list[int]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wiki = Wiki(Path(folder))
        a, b = wiki.write("a", one), wiki.write("b", [n for n in two if n not in one], "b")
        inputs = [place for place in (a, b) if any(place.iterdir())]
        both = wiki.built("both", inputs)
        assert wiki.built("ab", [a], inputs) == both
        assert wiki.built("ba", [inputs[-1]], inputs[::-1]) == both
        assert wiki.built("ab", inputs) == both, "a second time"


@SLOW
@given(PAGES, st.data())
def test_copies_and_other_names_of_files_change_provenance_only(pages: list[int], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as folder:
        wiki = Wiki(Path(folder))
        plain = wiki.write("plain", pages)
        other = wiki.write("other", pages, "renamed")
        for number in data.draw(st.lists(st.sampled_from(pages), unique=True)):
            SOURCES[number].write(other, f"a copy of {number}")
        assert stated(wiki.built("other graph", [other])) == stated(wiki.built("graph", [plain]))
        shutil.rmtree(other)
        assert stated(wiki.built("other graph", [plain])) == stated(wiki.built("graph", [plain])), (
            "the other files are gone"
        )
