"""Real pages: the same page gives equal blocks in every markup that keeps what they are made of."""

import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tropegraph.model import names
from tropegraph.model.page import Block, BlockKind, Format, Page, RawPage
from tropegraph.parse import parse

PAGES = {
    "ActionGirl_AnimatedFilms": "httrack/ActionGirl/AnimatedFilms",
    "AhrimanTrilogy": "layout2020/AhrimanTrilogy",
    "MultipleEndings": "current/MultipleEndings",
    "StalkerWithACrush": "current/StalkerWithACrush",
    "WallJump": "current/WallJump",
}
SHARES = {Format.MARKDOWN: 0.99, Format.PMWIKI: 0.93, Format.TEXT: 0.88}
"""Least share of blocks equal to the saved page's: wiki source has lost some links' brackets, plain text
the kinds of some quotes."""

pytestmark = pytest.mark.corpus


def _read(path: Path, markup: Format) -> Page:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return parse(RawPage(path.name, text, markup))


def _key(block: Block, *, links: bool) -> tuple[object, ...]:
    level = 0 if block.kind is BlockKind.HEADING else block.level
    targets = tuple(link.page for link in block.links if link.page) if links else ()
    return block.kind, level, tuple(map(names.squash, block.section)), names.squash(block.text), targets


@pytest.mark.parametrize("markup", SHARES)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_in_every_markup(corpus: Path, name: str, markup: Format) -> None:
    suffix = {Format.MARKDOWN: "md", Format.PMWIKI: "pmwiki", Format.TEXT: "txt"}[markup]
    saved = _read(corpus / "html" / f"{PAGES[name]}.html", Format.HTML)
    other = _read(corpus / "wiki" / "rebuilt" / f"{name}.{suffix}", markup)
    links = markup is not Format.TEXT
    keys = [[_key(block, links=links) for block in page.blocks] for page in (saved, other)]
    equal = sum(match.size for match in SequenceMatcher(None, *keys, autojunk=False).get_matching_blocks())
    assert equal >= SHARES[markup] * max(map(len, keys))


def test_the_seed_in_wiki_source_names_itself_by_its_subpages(corpus: Path) -> None:
    (path,) = (corpus / "seeds").glob("003_*.txt")
    page = _read(path, Format.PMWIKI)
    assert page.name == "Main/InterspeciesRomance"
    assert len(page.subpages) == 20
    assert not page.findings


def test_the_seed_in_markdown_keeps_folders_and_nesting(corpus: Path) -> None:
    (path,) = (corpus / "seeds").glob("000_*.txt")
    page = _read(path, Format.MARKDOWN)
    folders = [block.text for block in page.blocks if block.kind is BlockKind.HEADING]
    assert folders[:3] == ["Examples:", "Anime and Manga", "Comic Books"]
    assert {block.level for block in page.blocks if block.kind is BlockKind.ITEM} == {1, 2, 3}
    assert sum(block.kind is BlockKind.ITEM and block.level == 1 for block in page.blocks) > 100


def test_the_seed_in_plain_text_loses_the_banner(corpus: Path) -> None:
    (path,) = (corpus / "seeds").glob("002_*.txt")
    page = _read(path, Format.TEXT)
    assert [block.kind for block in page.blocks] == [BlockKind.PARAGRAPH] * 6 + [BlockKind.HEADING]


def test_real_source_with_dense_brackets_has_next_to_no_findings(corpus: Path) -> None:
    pages = [_read(path, Format.PMWIKI) for path in (corpus / "wiki" / "pantheon").glob("*.txt")]
    assert sum(len(page.findings) for page in pages) <= 1
    assert sum(len(page.blocks) for page in pages) > 800
    assert not any(mark in block.text for page in pages for block in page.blocks for mark in ("[[", "{{", "''"))


def test_bracketed_addresses_leave_no_trace_in_the_text(corpus: Path) -> None:
    records = (corpus.parent / "gold" / "dev_docs.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [parse(RawPage(r["id"], r["text"], Format.TEXT)) for r in map(json.loads, records)]
    assert all(page.blocks for page in pages)
    assert not any("tvtropes.org" in block.text for page in pages for block in page.blocks)
    links = [link for page in pages for block in page.blocks for link in block.links if link.page]
    assert sum(bool(link.title) for link in links) > 0.6 * len(links) > 200
