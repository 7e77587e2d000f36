"""Furniture of wikis in plain text."""

import pytest

from tropegraph.parse.noise import is_noise


@pytest.mark.parametrize(
    "line",
    [
        "open/close all folders",
        "  ADVERTISEMENT ",
        "[edit]",
        "Main Laconic Quotes Trivia",
        "Main | Laconic | PlayingWith | Create New",
        "Go To",
        "Main menu",
        "FancyquotesQuotesBug-silkHeadscratchersAnalysis",
        "Retrieved from https://example.org/wiki/Trap_Door",
        "Category: Stage Tropes",
        "This page was last edited on 3 May 2001, at 10:00.",
    ],
)
def test_furniture(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize(
    "line",
    ["", "Quotes", "Literature", "An advertisement shows a trap door.", "Read more books.", "Music Literature Fred"],
)
def test_what_may_belong_to_an_article_stays(line: str) -> None:
    assert not is_noise(line)


def test_a_row_of_icons_that_ends_in_other_words_takes_no_time() -> None:
    assert not is_noise("haiku-wide-icon " * 36 + "stop")
