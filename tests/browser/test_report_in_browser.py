"""What a person can do with the report. Every test also holds that it asked nothing of the network."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.test_map_in_browser import HOSTILE
from tropegraph.evaluate import ExampleRow, PageRows, RelationRow, placed, report_data, score
from tropegraph.render.report import render_report

pytestmark = pytest.mark.browser

ADDRESS = "https://example.org/wiki/Main/TheHero"


def related(kind, target, sentence=""):
    return RelationRow("The Hero", kind, target, target, sentence=sentence)


@pytest.fixture(scope="module")
def document():
    """Relations of every outcome, an example with a missed modifier, and a page that was not read."""
    gold = [
        PageRows(
            "Main/TheHero",
            "The Hero",
            relations=(
                related("SUBTROPE_OF", "Role"),
                related("SEE_ALSO", "Big Bad"),
                related("LEADS_TO", "Happy Ending"),
            ),
            examples=(ExampleRow("Jaws", "The Hero", modifiers=("AVERTED",)),),
        ),
        PageRows("Main/Cafe", "Café Duel", relations=(related("SEE_ALSO", "Duel"),)),
    ]
    found = PageRows(
        "Main/TheHero",
        url=ADDRESS,
        relations=(
            related("SUBTROPE_OF", "Role", "A subtrope of Role, and fond of the Big Bad."),
            related("SEE_ALSO", "Sidekick", "See also Sidekick."),
        ),
        examples=(ExampleRow("Jaws", "The Hero", sentence="Jaws has a hero."),),
    )
    return render_report(report_data(placed(score(gold, [found]))), title="Extraction against gold")


def facts(opened):
    """What is shown, as [(outcome, fact)]."""
    cards = opened.page.locator("article")
    return [
        (card.get_attribute("class"), " ".join(card.locator(".fact").inner_text().split()[1:])) for card in cards.all()
    ]


MISSED_ONES = [
    ("missed", "The Hero points on to Big Bad"),
    ("missed", "The Hero points on to Duel"),
    ("missed", "The Hero leads to Happy Ending"),
    ("missed", "Jaws uses The Hero averted"),
]
WRONG_ONE = ("wrong", "The Hero points on to Sidekick")


def test_opens_with_all_errors_by_type(open_document, document):
    opened = open_document(document)
    assert opened.page.title() == "Extraction against gold"
    assert sorted(facts(opened)) == sorted([*MISSED_ONES, WRONG_ONE])
    assert opened.page.locator("h2").all_inner_texts() == ["see also\n3", "leads to\n1", "averted\n1"]
    assert opened.page.get_by_text("2 annotated pages, 1 page of them not read").is_visible()
    assert opened.page.get_by_role("status").inner_text() == "5 facts"


def test_a_fact_shows_its_sentence_with_the_name_marked_and_its_page(open_document, document):
    opened = open_document(document)
    card = opened.page.locator("article", has_text="Sidekick")
    assert card.locator("blockquote").inner_text() == "See also Sidekick."
    assert card.locator("mark").all_inner_texts() == ["Sidekick"]
    link = card.get_by_role("link", name="The Hero")
    assert link.get_attribute("href") == ADDRESS
    assert "noopener" in link.get_attribute("rel")
    missed = opened.page.locator("article", has_text="Big Bad")
    assert missed.locator("blockquote").inner_text() == "A subtrope of Role, and fond of the Big Bad."
    assert opened.page.get_by_text("No sentence with this name was found.").count() == 1
    assert opened.page.get_by_text("This page was not read.").count() == 1


def test_buttons_choose_the_outcome(open_document, document):
    opened = open_document(document)
    bar = opened.page.get_by_role("group", name="Which facts")
    assert bar.get_by_role("button").all_inner_texts() == ["Errors 5", "Missed 4", "Wrong 1", "Right 2"]
    bar.get_by_role("button", name="Wrong").click()
    assert facts(opened) == [WRONG_ONE]
    assert bar.get_by_role("button", name="Wrong").get_attribute("aria-pressed") == "true"
    bar.get_by_role("button", name="Right").click()
    assert facts(opened) == [("found", "The Hero is a subtrope of Role"), ("found", "Jaws uses The Hero")]
    bar.get_by_role("button", name="Missed").click()
    assert sorted(facts(opened)) == sorted(MISSED_ONES)


def test_types_and_parts_filter_and_a_second_press_shows_all(open_document, document):
    opened = open_document(document)
    table = opened.page.locator("#figures")
    assert table.get_by_role("row", name="relations").get_by_role("cell").all_inner_texts() == [
        "3",
        "1",
        "0.500",
        "0.250",
        "0.333",
    ]
    table.get_by_role("button", name="leads to").click()
    assert facts(opened) == [MISSED_ONES[2]]
    table.get_by_role("button", name="leads to").click()
    assert len(facts(opened)) == 5
    table.get_by_role("button", name="modifiers").click()
    assert facts(opened) == [MISSED_ONES[3]]


@pytest.mark.parametrize(
    ("typed", "shown"), [("big bad", 1), ("CAFE duel", 1), ("Main/Cafe", 1), ("fond of", 1), ("hero", 5), ("xyz", 0)]
)
def test_search_finds_names_pages_and_words_of_sentences(open_document, document, typed, shown):
    opened = open_document(document)
    opened.page.get_by_role("searchbox").fill(typed)
    assert len(facts(opened)) == shown
    assert opened.page.get_by_text("Nothing here.").is_visible() == (shown == 0)


def test_keys_alone_suffice(open_document, document):
    opened = open_document(document)
    opened.page.keyboard.press("3")
    assert facts(opened) == [WRONG_ONE]
    opened.page.keyboard.press("1")
    focused = "document.activeElement.querySelector('.fact').textContent"
    opened.page.keyboard.press("j")
    first = opened.page.evaluate(focused)
    opened.page.keyboard.press("j")
    assert opened.page.evaluate(focused) != first
    opened.page.keyboard.press("k")
    assert opened.page.evaluate(focused) == first
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("12 j/k")
    assert opened.page.get_by_role("searchbox").input_value() == "12 j/k"
    assert facts(opened) == []


def test_what_is_chosen_stands_in_the_address(open_document, document):
    opened = open_document(document, at="#show=missed&type=SEE_ALSO&find=big")
    assert facts(opened) == [MISSED_ONES[0]]
    opened.page.get_by_role("searchbox").fill("")
    assert opened.page.url.endswith("#show=missed&type=SEE_ALSO")
    for nonsense in ("#show=constructor&type=__proto__", "#%E0%A4%A"):
        assert len(facts(open_document(document, at=nonsense))) == 5


def test_long_lists_open_in_steps(open_document):
    rows = tuple(related("SEE_ALSO", f"Trope {'x' * (i + 5)}") for i in range(230))
    opened = open_document(
        render_report(report_data(score([PageRows("p", "P", relations=rows)], [PageRows("p")])), title="Many")
    )
    assert opened.page.locator("article").count() == 100
    opened.page.get_by_role("button", name="Show 100 more").click()
    assert opened.page.locator("article").count() == 200
    for _ in range(201):
        opened.page.keyboard.press("j")
    assert opened.page.locator("article").count() == 230
    assert opened.page.locator("h2").count() == 1


def test_on_a_phone_the_types_fold_away_and_nothing_is_too_wide(open_document, document):
    opened = open_document(document, size=PHONE)
    assert opened.page.locator("#rows").is_hidden()
    assert opened.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    opened.page.get_by_text("Figures and types").click()
    opened.page.get_by_role("button", name="leads to").click()
    assert facts(opened) == [MISSED_ONES[2]]
    assert opened.page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


def test_nothing_to_show(open_document):
    for pages in ([], [PageRows("p", relations=(), examples=())]):
        opened = open_document(render_report(report_data(score(pages, [])), title=""))
        assert opened.page.get_by_text("Nothing here.").is_visible()


def test_hostile_names_run_nothing_and_break_nothing(open_document):
    gold = [
        PageRows(f"{i}{text}", text, relations=(RelationRow("A", "SEE_ALSO", text, text),))
        for i, text in enumerate(HOSTILE)
    ]
    found = [
        PageRows(page.id, url=text, relations=(RelationRow("A", "LEADS_TO", text, sentence=f"{text} because {text}"),))
        for page, text in zip(gold, HOSTILE, strict=True)
    ]
    opened = open_document(render_report(report_data(score(gold, found)), title=HOSTILE[0]))
    assert opened.page.locator("article").count() == 2 * len(HOSTILE)
    for text in HOSTILE:
        opened.page.get_by_role("searchbox").fill(text[:100])
        assert (
            opened.page.evaluate("document.querySelectorAll('img, svg, script:not([nonce]):not([type])').length") == 0
        )
        assert opened.page.evaluate("document.documentElement.scrollWidth") <= 1280
    assert opened.page.locator("main").get_by_role("link").count() == 0
