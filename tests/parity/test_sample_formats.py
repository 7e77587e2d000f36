"""The sample pages give what was annotated, and the same page gives the same facts in every format."""

import json
import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

from tropegraph import extract, parse, read
from tropegraph.model.facts import PageFacts
from tropegraph.model.names import camel, local, squash
from tropegraph.model.page import RawPage
from tropegraph.model.vocabulary import RELATIONS
from tropegraph.pipeline import build

PAGES = (
    "Main/TheHero",
    "Main/InterspeciesRomance",
    "Film/GalaxyQuest",
    "Literature/TheLordOfTheRings",
    "Main/HeroTropes",
    "TheHero/VideoGames",
)
WITH_LINKS = {"html-present": ".html", "html-old": ".html", "markdown": ".md"}
Facts = Callable[[str], PageFacts]


@pytest.fixture(scope="module")
def facts(sample: Path) -> Facts:
    """Facts of a page below data/sample, by its path there."""
    lexicon = extract.Lexicon.of(read.load_known_names())

    @cache
    def folder(path: str) -> dict[str, PageFacts]:
        pages = [raw for raw in read.read_inputs([str(sample / path)]) if isinstance(raw, RawPage)]
        return {f"{path}/{raw.id}": extract.extract(parse.parse(raw), lexicon) for raw in pages}

    return lambda path: folder("/".join(path.split("/")[:-2]))[path]


@pytest.fixture(scope="module")
def expected(sample: Path) -> dict[str, dict[str, Any]]:
    lines = (sample / "EXPECTED.jsonl").read_text(encoding="utf-8").splitlines()
    return {page["id"]: page for page in map(json.loads, lines)}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("folder", WITH_LINKS)
def test_formats_with_links_give_equal_facts(facts: Facts, folder: str, name: str) -> None:
    source, other = facts(f"wiki/{name}.pmwiki"), facts(f"formats/{folder}/{name}{WITH_LINKS[folder]}")
    assert (other.page.page, other.kind, other.medium) == (source.page.page, source.kind, source.medium)
    assert _relations(other) == _relations(source)
    assert _examples(other) == _examples(source)
    assert _listed(other) == _listed(source)


@pytest.mark.parametrize("name", PAGES)
def test_wikitext_gives_equal_facts_but_for_namespaces_of_works(facts: Facts, name: str) -> None:
    source, other = facts(f"wiki/{name}.pmwiki"), facts(f"formats/mediawiki/{name}.mediawiki")
    assert (other.page.page, other.kind, other.medium) == (source.page.page, source.kind, source.medium)
    assert _relations(other) == _relations(source)
    assert _placeless(other) == _placeless(source)
    assert _listed(other) == _listed(source)


@pytest.mark.parametrize("name", PAGES)
def test_plain_text_gives_equal_relations(facts: Facts, name: str) -> None:
    assert _relations(facts(f"formats/text/{name}.txt")) == _relations(facts(f"wiki/{name}.pmwiki"))


def test_nothing_is_found_that_is_not_annotated(facts: Facts, expected: dict[str, dict[str, Any]]) -> None:
    extra = {
        path: found - _annotated(page, optional=True)
        for path, page in expected.items()
        if (found := _rows(facts(path))) - _annotated(page, optional=True)
    }
    assert extra == {}


def test_nearly_all_that_is_annotated_is_found(facts: Facts, expected: dict[str, dict[str, Any]]) -> None:
    wanted = {(path, row) for path, page in expected.items() for row in _annotated(page, optional=False)}
    found = {(path, row) for path in expected for row in _rows(facts(path))}
    assert len(wanted - found) < 0.05 * len(wanted), sorted(wanted - found)


def test_kinds_members_and_redirect_are_those_annotated(facts: Facts, expected: dict[str, dict[str, Any]]) -> None:
    for path, page in expected.items():
        read_page = facts(path)
        assert read_page.kind == page["kind"], path
        assert squash(read_page.page.title) == squash(page["title"]), path
        assert (read_page.redirect_to and read_page.redirect_to.page) == page.get("redirect_to"), path
        if "members" in page:
            assert _listed(read_page) == {f"Main/{name}" for name in page["members"]}


def _relations(page: PageFacts) -> set[tuple[str, ...]]:
    return {_ends(r.source.title, r.type, r.target.title) for r in page.relations}


def _examples(page: PageFacts) -> set[tuple[object, ...]]:
    return {(e.work.page, e.trope.page, e.medium, e.modifiers) for e in page.examples}


FRANCHISES = {"Star Wars": "{{franchise}}", "The Legend of Zelda": "{{work}} [[Category:Video Game Franchises]]"}
"""Pages of a MediaWiki wiki, by title: that a work is a franchise is told there, and on no page that links to it."""


def test_wikitext_gives_an_equal_graph(sample: Path, tmp_path: Path) -> None:
    """Works get their namespace from their heading, franchises from their own page, which every dump holds."""
    source, other = tmp_path / "source", tmp_path / "other"
    for name in PAGES:
        (source / name).parent.mkdir(exist_ok=True, parents=True)
        shutil.copy(sample / "wiki" / f"{name}.pmwiki", source / name)
    shutil.copytree(sample / "formats" / "mediawiki", other)
    (other / "dump.xml").write_text(_dump(FRANCHISES), encoding="utf-8")
    assert _edges(other) == _edges(source)


WIKI_TITLES = {
    "Main/TheHero": "The Hero",
    "Main/InterspeciesRomance": "Interspecies Romance",
    "Film/GalaxyQuest": "Galaxy Quest",
    "Literature/TheLordOfTheRings": "The Lord of the Rings",
    "Main/HeroTropes": "Hero Tropes",
    "TheHero/VideoGames": "The Hero/Video Games",
}


def test_a_dump_that_knows_only_titles_gives_the_graph_of_the_files(sample: Path, tmp_path: Path) -> None:
    texts = {name: (sample / f"formats/mediawiki/{name}.mediawiki").read_text(encoding="utf-8") for name in PAGES}
    pages = {title: texts[name] for name, title in WIKI_TITLES.items()}
    (tmp_path / "dump.xml").write_text(_dump(pages), encoding="utf-8")
    assert _edges(tmp_path / "dump.xml") == _edges(sample / "formats" / "mediawiki")


def _dump(pages: dict[str, str]) -> str:
    """A MediaWiki dump of pages: wikitext by title."""
    shown = (
        f"<page><title>{title}</title><ns>0</ns><revision><text>{escape(text)}</text></revision></page>"
        for title, text in pages.items()
    )
    return f"<mediawiki>{''.join(shown)}</mediawiki>"


def _edges(folder: Path) -> set[tuple[object, ...]]:
    rows = build(folder).edges.to_pylist()
    return {(r["source"], r["type"], r["target"], *r["modifiers"], *r["media"]) for r in rows}


def _placeless(page: PageFacts) -> set[tuple[object, ...]]:
    """Examples with works by their own name: no wikitext says the namespace of a work's page."""
    works = ((e, local(e.work.page) or camel(e.work.title)) for e in page.examples)
    return {(work, e.trope.page, e.medium, e.modifiers) for e, work in works}


def _listed(page: PageFacts) -> set[str]:
    return {m.member.page for m in page.memberships if m.evidence is not None}


def _rows(page: PageFacts) -> set[tuple[str, ...]]:
    return _relations(page) | {(_key(e.work.title), "EXAMPLE_OF", _key(e.trope.title)) for e in page.examples}


def _annotated(page: dict[str, Any], *, optional: bool) -> set[tuple[str, ...]]:
    relations = (r for r in page["relations"] if optional or not r["optional"])
    examples = (e for e in page["examples"] if optional or not e["optional"])
    return {_ends(r["source"], r["type"], r["target"]) for r in relations} | {
        (_key(e["work"]), "EXAMPLE_OF", _key(e["trope"])) for e in examples
    }


def _ends(source: str, kind: str, target: str) -> tuple[str, ...]:
    ends = _key(source), _key(target)
    first, second = sorted(ends) if next(v for k, v in RELATIONS.items() if k == kind).symmetric else ends
    return first, str(kind), second


def _key(title: str) -> str:
    """A title's key without article and plural, the two spellings of a number ("50 Foot", "Fifty Foot") united."""
    return squash(title).replace("50foot", "fiftyfoot").removeprefix("the").removesuffix("s")
