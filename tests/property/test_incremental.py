"""A graph that is brought up to date is the graph built from nothing, byte by byte, whatever has changed in between."""

import tempfile
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import given, settings

from tropegraph import pipeline
from tropegraph.building import batches, seen
from tropegraph.building import run as building
from tropegraph.resolve import ranges

TROPES = ("AmberLantern", "BirchLantern", "BirchLanterns", "GreyLantern", "GrayLantern")
WORKS = ("Film/TheKeeper", "Film/Keeper", "Literature/TheKeeper", "Film/TheKeeper1984", "Main/TheKeeper")
TABLES = ("nodes", "edges", "evidence", "pages", "findings")
LOST = "The lantern is handed from one keeper to the next, and nobody ever asks who has lit it in the first place."

trope_names = st.sampled_from(TROPES)
work_names = st.sampled_from(WORKS)
said = st.sampled_from(("It burns.", "It is dark.", "Averted: it is broken.", "Played straight in the end."))


@st.composite
def tropes(draw):
    cue = draw(st.sampled_from(("Compare", "Contrast", "The inverse of", "A subtrope of")))
    works = draw(st.lists(st.tuples(work_names, said), max_size=3))
    heading = draw(st.sampled_from(("Film", "Literature", "Puppetry of the Moon")))
    examples = "".join(f"* ''[[{work} The Keeper]]'': {text}\n" for work, text in works)
    folder = f"----\n!!Examples:\n[[folder:{heading}]]\n{examples}[[/folder]]\n"
    return f"A lantern of wood. {cue} {draw(trope_names)}.\n\n{folder}"


@st.composite
def works(draw):
    found = draw(st.lists(st.tuples(trope_names, said), min_size=1, max_size=3))
    lost = f"{LOST}\n\n" if draw(st.booleans()) else ""
    return f"A tale of a tower.\n\n{lost}!!Tropes:\n" + "".join(f"* {trope}: {text}\n" for trope, text in found)


redirects = st.sampled_from((*(f"Main/{t}" for t in TROPES), *WORKS)).map(lambda page: f"[[redirect:{page}]]\n")
disambiguations = work_names.map(lambda work: f'"The Keeper" may refer to any of these:\n\n* [[{work} The Keeper]]\n')
untitled = st.just(f"{LOST}\n\nSee also Amber Lantern.\n")
"""A text without a title, in a file whose name is none: it is the work's that holds its paragraph too, if any does."""

paths = st.sampled_from(
    (*(f"Main/{t}.pmwiki" for t in TROPES), *(f"{work}.pmwiki" for work in WORKS), "YMMV/TheKeeper.pmwiki")
)
wikis = st.dictionaries(
    paths, st.one_of(tropes(), works(), redirects, disambiguations), min_size=1, max_size=6
).flatmap(lambda pages: untitled.map(lambda text: {**pages, "0001.txt": text}) | st.just(pages))


@pytest.fixture(autouse=True)
def _little_of_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several parts and ranges from a few pages; files that were just written may be left unopened."""
    monkeypatch.setattr(batches, "PAGES", 2)
    monkeypatch.setattr(building, "SMALL", 2)
    monkeypatch.setattr(ranges, "ROWS", 3)
    monkeypatch.setattr(seen, "FRESH", -3600 * 10**9)


@settings(max_examples=12, deadline=None)
@given(st.lists(wikis, min_size=2, max_size=3))
def test_an_updated_graph_is_the_one_built_anew(states: list[dict[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder, before = Path(place), {}
        for pages in states:
            bring_up_to_date(folder / "in", before, pages)
            before = pages
            build(folder / "in", folder / "kept")
        build(folder / "in", folder / "clean")
        assert content(folder / "kept") == content(folder / "clean")


def bring_up_to_date(folder: Path, before: dict[str, str], pages: dict[str, str]) -> None:
    """Write, change and remove files, and touch none that stays as it is."""
    for name in before.keys() - pages.keys():
        (folder / name).unlink()
    for name in (name for name, text in pages.items() if before.get(name) != text):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(pages[name], encoding="utf-8")


def build(pages: Path, out: Path) -> None:
    pipeline.build_folder([pages], out, pipeline.options_of((), workers=1))


def content(graph: Path) -> dict[str, bytes]:
    return {name: (graph / name).read_bytes() for name in (*(f"{t}.parquet" for t in TABLES), "manifest.json")}
