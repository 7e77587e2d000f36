"""The sample pages: annotated in full, in step with their other formats, and covering what they promise to."""

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tropegraph.model.vocabulary import MEDIA, TROPE_RELATIONS, Modifier, PageKind

ROOT = Path(__file__).resolve().parents[3]
FORMATS = {"html-present": ".html", "html-old": ".html", "markdown": ".md", "text": ".txt", "mediawiki": ".mediawiki"}
RENDERED = (
    "Main/TheHero",
    "Main/InterspeciesRomance",
    "Film/GalaxyQuest",
    "Literature/TheLordOfTheRings",
    "Main/HeroTropes",
    "TheHero/VideoGames",
)


@pytest.fixture(scope="module")
def expected(sample: Path) -> dict[str, dict[str, Any]]:
    lines = (sample / "EXPECTED.jsonl").read_text(encoding="utf-8").splitlines()
    return {page["id"]: page for page in map(json.loads, lines)}


def test_every_page_is_annotated(sample: Path, expected: dict[str, dict[str, Any]]) -> None:
    pages = {path.relative_to(sample).as_posix() for path in (sample / "wiki").rglob("*.pmwiki")}
    assert pages == set(expected)


def test_every_relation_type_is_stated_more_than_once(expected: dict[str, dict[str, Any]]) -> None:
    found = Counter(row["type"] for page in expected.values() for row in page["relations"])
    assert set(found) == set(TROPE_RELATIONS)
    assert min(found.values()) > 1


def test_every_modifier_is_used_more_than_once(expected: dict[str, dict[str, Any]]) -> None:
    found = Counter(m for page in expected.values() for row in page["examples"] for m in row["modifiers"])
    assert set(found) == set(Modifier)
    assert min(found.values()) > 1


def test_rows_are_distinct_and_few_are_optional(expected: dict[str, dict[str, Any]]) -> None:
    relations = [(i, r["source"], r["type"], r["target"]) for i, p in expected.items() for r in p["relations"]]
    examples = [(i, e["work_page"], e["trope"]) for i, p in expected.items() for e in p["examples"]]
    assert [row for row, n in Counter([*relations, *examples]).items() if n > 1] == []
    rows = [row for page in expected.values() for row in (*page["relations"], *page["examples"])]
    assert sum(row["optional"] for row in rows) < 0.1 * len(rows)


def test_media_and_kinds_are_those_of_the_vocabulary(expected: dict[str, dict[str, Any]]) -> None:
    media = {medium.name for medium in MEDIA}
    assert {row["medium"] for page in expected.values() for row in page["examples"]} <= media
    assert {page["kind"] for page in expected.values()} <= set(PageKind)


def test_every_target_stands_on_its_page(sample: Path, expected: dict[str, dict[str, Any]]) -> None:
    for page in expected.values():
        letters = _letters((sample / page["id"]).read_text(encoding="utf-8"))
        for row in page["relations"]:
            other = row["target"] if row["source"] == page["title"] else row["source"]
            assert _letters(other) in letters or _letters(row["as_written"]).rstrip("s") in letters, (page["id"], row)


def test_every_work_stands_on_its_page(sample: Path, expected: dict[str, dict[str, Any]]) -> None:
    for page in expected.values():
        letters = _letters((sample / page["id"]).read_text(encoding="utf-8"))
        for row in page["examples"]:
            named = row["trope"] if page["kind"] == PageKind.WORK else row["work_page"]
            assert _letters(named) in letters, (page["id"], row)


@pytest.mark.parametrize("name", RENDERED)
@pytest.mark.parametrize("folder", FORMATS)
def test_every_format_has_the_page(sample: Path, folder: str, name: str) -> None:
    assert (sample / "formats" / folder / f"{name}{FORMATS[folder]}").stat().st_size > 500


def test_other_formats_are_in_step_with_the_wiki_source() -> None:
    command = [sys.executable, str(ROOT / "tools" / "render_sample.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_old_pages_are_in_the_encoding_that_they_declare(sample: Path) -> None:
    data = (sample / "formats" / "html-old" / "Main" / "InterspeciesRomance.html").read_bytes()
    assert b"charset=iso-8859-1" in data
    assert "Lúthien" in data.decode("iso-8859-1")


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.lower())
