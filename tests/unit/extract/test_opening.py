"""What a work's page says of itself, where its address is lost."""

import pytest

from tropegraph.extract.identity.opening import announces_tropes, namespace_of_opening, tells_a_work
from tropegraph.model.page import Block, BlockKind, Format, Page
from tropegraph.model.vocabulary import KNOWN_NAMESPACES, MEDIA, WORK_NOUNS


def page(*lines: str, title: str = "Paper Moon") -> Page:
    blocks = tuple(Block(BlockKind.HEADING if t.startswith("=") else BlockKind.PARAGRAPH, t.strip("=")) for t in lines)
    return Page("paper", title, "", None, Format.TEXT, blocks)


@pytest.mark.parametrize(
    "line",
    [
        "=Paper Moon provides examples of",
        "This film contains examples of the following tropes:",
        "=Tropes found in this manga",
        "The series features the following tropes:",
        "Tropes:",
        "=Provides examples of:",
    ],
)
def test_a_line_that_announces_the_tropes_of_a_work(line: str) -> None:
    assert announces_tropes(page("A lamp comes to life in a town by the sea.", line))


@pytest.mark.parametrize(
    "line",
    [
        "Examples:",
        "Examples of Paper Moon include:",
        "Many a tale contains tropes that nobody asked for.",
        "These have tropes of their own:",
        "=Tropes A to D",
        "=Film",
    ],
)
def test_a_line_of_another_page(line: str) -> None:
    assert not announces_tropes(page("A lamp comes to life in a town by the sea.", line))


@pytest.mark.parametrize(
    ("opening", "works"),
    [
        ("Paper Moon is a 1973 comedy film directed by a man from Kingston.", True),
        ("Paper Moon (1973) is a novel about a lamp.", True),
        ("Paper Moon is a webcomic by two sisters, updated on Mondays.", True),
        ("Paper Moon is a film where the moon turns out to be made of paper.", False),
        ("A film made in 1973 may well have a moon made of paper.", False),
        ("Paper Moon is when a moon is made of paper. The film of 1973 is an example.", False),
    ],
)
def test_a_first_sentence_of_a_work(opening: str, works: bool) -> None:
    assert tells_a_work(page(opening)) is works


@pytest.mark.parametrize(
    ("lines", "space"),
    [
        (("Paper Moon is a 1973 comedy film directed by a man from Kingston.",), "Film"),
        (("Paper Moon is a series of novels published from 1950 on.",), "Literature"),
        (("Paper Moon is an animated series that ran for two years on three channels.",), "WesternAnimation"),
        (("Paper Moon is a crime drama and film noir anime series of eleven episodes.",), "Anime"),
        (("Paper Moon is a mess. Nobody in it is to be envied.", "This manga provides examples of:"), "Manga"),
        (("A lamp comes to life.", "The first book takes place in spring, the second book in May."), "Literature"),
        (("A lamp comes to life in a town by the sea.", "The story is sad, and the play of light fine."), ""),
        (("Paper Moon is a board game for three players, published in 1999.",), "TabletopGame"),
        (("Paper Moon is a film adaptation of the novel by a man from Kingston.",), "Film"),
    ],
)  # fmt: skip
def test_namespace_of_the_medium_that_the_text_speaks_of(lines: tuple[str, ...], space: str) -> None:
    assert namespace_of_opening(page(*lines)) == space


def test_nouns_belong_to_namespaces_of_media_and_to_one_each() -> None:
    assert set(WORK_NOUNS) <= {space for medium in MEDIA for space in medium.namespaces} <= KNOWN_NAMESPACES
    nouns = [noun for nouns in WORK_NOUNS.values() for noun in nouns]
    assert len(nouns) == len(set(nouns))
    assert all(noun == noun.lower() for noun in nouns)
