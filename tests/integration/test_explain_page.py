"""`tropegraph explain` as a user runs it."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Ran, run_cli

FACT = re.compile(r"^ +→ (.*)$", re.MULTILINE)
HOSTILE = "\x1b[31mred\x1b[0m \x1b]0;owned\x07 [red]Compare[/red] :skull: \u202e\x9b2J"


def facts_in(shown: str) -> int:
    return len(FACT.findall(shown))


def explain(*args: object, **given: Any) -> Ran:
    ran = run_cli("explain", *args, **given)
    assert ran.code == 0, ran.err
    return ran


@pytest.fixture(scope="module")
def hero(sample: Path) -> str:
    return explain(sample / "wiki" / "Main" / "TheHero.pmwiki").out


def test_help_has_an_example() -> None:
    text = run_cli("explain", "--help").out
    assert "Example:  tropegraph explain" in text
    assert re.search(r"\bexplain\b", run_cli("--help").out)


def test_the_header_says_what_the_page_is_and_how_that_was_told(hero: str) -> None:
    head = hero.split("\n\n", 1)[0]
    for line in (
        r"^The Hero$",
        r"^  page +Main/TheHero$",
        r"^  title from +its page name$",
        r"^  kind +TROPE$",
        r"^  kind from +its text$",
        r"^  format +pmwiki$",
        r"^  input +.*TheHero\.pmwiki$",
    ):
        assert re.search(line, head, re.MULTILINE), line


def test_a_sentence_stands_over_the_facts_that_it_states(hero: str) -> None:
    block = next(b for b in hero.split("\n\n") if "Super Trope to" in b)
    first, *below = block.splitlines()
    assert first.startswith("{Super Trope to} [The Chosen One], [Reluctant Hero]")
    assert below[1] == '  → Reluctant Hero  Subtrope Of  The Hero   (cue "Super Trope to")'


def test_a_symmetric_fact_reads_from_the_page_on(hero: str) -> None:
    assert "\n  → Inverse Of  Big Bad   (cue " in hero


def test_examples_stand_under_their_sections(hero: str) -> None:
    film = hero.split("Other examples: / Film\n")[1].split("Other examples: /", 1)[0]
    assert "- *Galaxy Quest*: {Parodied}, then {played straight}.\n" in film
    assert "    → example:  Galaxy Quest (Film)  [straight, parodied]\n" in film
    assert "\n  - *A New Hope*:" in film


def test_sentences_without_a_fact_are_left_out_and_counted(sample: Path, hero: str) -> None:
    left, total = map(int, re.findall(r"(\d+) of (\d+) sentences hold no cue and no fact; --all shows", hero)[0])
    everything = explain(sample / "wiki" / "Main" / "TheHero.pmwiki", "--all").out
    assert 0 < left < total
    assert "--all" not in everything
    assert len(everything.split("\n\n")) > len(hero.split("\n\n"))
    assert facts_in(everything) == facts_in(hero)


def test_what_came_to_nothing_says_why(tmp_path: Path) -> None:
    page = tmp_path / "PaperMoon.txt"
    page.write_text(
        "Paper Moon\n\nIt glows like a Big Bad. It may lead to Utter Gloom of old. Compare the lamps with the moon of "
        "The Hero, as one does.\n\nSubtropes include:\n"
    )
    shown = explain(page, "--all").out
    assert "· no cue (a mention): Big Bad" in shown
    assert "✗ Leads To  Utter Gloom: no fact, since only its capitals say that it is a title" in shown
    assert '· Compare With: the cue "Compare" governs no name' in shown
    assert "! cue-without-target: " in shown


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    page = {"title": f"Paper Moon {HOSTILE}", "format": "text", "text": f"{HOSTILE}. Compare Big Bad {HOSTILE}."}
    path = tmp_path / "pages.jsonl"
    path.write_text(json.dumps(page) + "\n")
    return path


@pytest.mark.parametrize("colour", [{}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}], ids=["pipe", "colour"])
def test_hostile_text_comes_out_harmless(hostile: Path, colour: dict[str, str]) -> None:
    shown = explain(hostile, "--all", env=colour).out
    for ours in set(re.findall("\x1b\\[[0-9;]*m", shown)) if colour else ():
        shown = shown.replace(ours, "")
    assert all(c == "\n" or not unicodedata.category(c).startswith("C") for c in shown)
    assert "[red]Compare[/red] :skull:" in shown.replace("{Compare}", "Compare")


def test_hostile_titles_come_out_harmless_from_lists_and_errors(hostile: Path) -> None:
    hostile.write_text(hostile.read_text() * 2)
    shown = explain(hostile).out + run_cli("explain", hostile, "--page", "none").err
    assert "There are 2 pages" in shown
    assert 'None of the 2 pages is called "none".' in shown
    assert all(c == "\n" or not unicodedata.category(c).startswith("C") for c in shown)


def test_colour_is_for_terminals_that_have_it(sample: Path) -> None:
    page = sample / "wiki" / "Main" / "TheHero.pmwiki"
    terminal = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    coloured = explain(page, env=terminal).out
    assert "\x1b[" in coloured
    assert "{Compare}" not in coloured
    for args, env in (((), {}), (("--no-color",), terminal), ((), {**terminal, "NO_COLOR": "1"})):
        assert "{Compare} [Anti Hero]" in re.sub("\x1b\\[[0-9;]*m", "", explain(page, *args, env=env).out)


@pytest.mark.parametrize("width", [40, 200])
def test_lines_fit_the_terminal(sample: Path, width: int) -> None:
    env = {"COLUMNS": str(width), "FORCE_COLOR": "1", "TERM": "xterm-256color"}
    shown = explain(sample / "wiki" / "Main" / "TheHero.pmwiki", env=env).out
    lines = [re.sub("\x1b\\[[0-9;]*m", "", line) for line in shown.splitlines()]
    assert 0.8 * min(width, 110) < max(map(len, lines)) <= min(width, 110)


def test_a_pipe_gets_a_line_for_each_sentence(hero: str) -> None:
    assert max(map(len, hero.splitlines())) > 200


def test_of_several_pages_the_names_are_listed(sample: Path) -> None:
    shown = explain(sample / "formats" / "html-present").out
    assert "Main/TheHero" in shown
    assert re.search(r"There are \d+ pages; choose one with --page", shown)
    assert facts_in(shown) == 0


@pytest.mark.parametrize("name", ["the hero", "Main/TheHero.pmwiki"])
def test_a_page_is_chosen_by_title_name_or_id(sample: Path, hero: str, name: str) -> None:
    chosen = explain(sample / "wiki", "--page", name).out
    assert chosen.split("\n\n")[1:] == hero.split("\n\n")[1:]


def test_a_name_of_several_pages_lists_these(tmp_path: Path) -> None:
    for space in ("Film", "Literature"):
        (tmp_path / space).mkdir()
        (tmp_path / space / "Jaws.pmwiki").write_text("''Jaws'' is a work.\n\n!!Tropes:\n* BigBad: A fish.\n")
    assert 'There are 2 pages called "Jaws"; choose one with --page' in explain(tmp_path, "--page", "Jaws").out
    assert "Film/Jaws" in explain(tmp_path, "--page", "Film/Jaws").out


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["wiki", "--page", "The Herro"], 'is called "The Herro". Near it are The Hero'),
        (["wiki", "--page", "zzzz"], 'is called "zzzz". There are '),
        (["nowhere"], "There is no file or folder"),
        (["README.md"], "about the files beside it"),
    ],
)
def test_what_cannot_be_explained_is_one_sentence(sample: Path, args: list[str], message: str) -> None:
    ran = run_cli("explain", sample / args[0], *args[1:])
    assert (ran.code, ran.out) == (3, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


def test_published_edges_are_no_page(tmp_path: Path) -> None:
    (tmp_path / "edges.tsv").write_text("Film/Jaws\tThreateningShark\nFilm/Jaws\tBigBad\n")
    ran = run_cli("explain", tmp_path / "edges.tsv")
    assert (ran.code, "holds no page with text" in ran.err) == (3, True)


def test_standard_input() -> None:
    page = b'{"id": "one", "title": "Boldly Coming", "format": "text", "text": "Inverse of Mars Needs Women."}\n'
    assert '→ Inverse Of  Mars Needs Women   (cue "Inverse of")' in explain("-", stdin=page).out


def test_a_page_without_a_title_takes_that_of_its_twin(tmp_path: Path) -> None:
    text = "It is a lamp of paper that hangs over the stage, and nobody in the cast can say who lit it.\n\nSee Big Bad."
    (tmp_path / "b.txt").write_text(text)
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "Paper Moon", "format": "text", "text": text}) + "\n")
    shown = explain(tmp_path, "--page", "b.txt").out
    assert shown.startswith("Paper Moon\n")
    assert "another page with the same paragraphs" in shown


def test_json_holds_the_same(sample: Path) -> None:
    page = sample / "wiki" / "Main" / "TheHero.pmwiki"
    told = json.loads(explain(page, "--json").out)
    assert (told["title"], told["page"], told["kind"]) == ("The Hero", "Main/TheHero", "TROPE")
    for one in told["sentences"]:
        for name in one["names"]:
            assert 0 <= name["start"] - one["start"] < len(one["text"])
    cue = next(c for s in told["sentences"] for c in s["cues"] if s["text"].startswith("See also"))
    assert cue["types"] == ["SEE_ALSO"]
    listed = json.loads(explain(sample / "wiki", "--json").out)
    assert {"id": "Main/TheHero.pmwiki", "title": "The Hero", "page": "Main/TheHero"} in listed
