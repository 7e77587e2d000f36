"""Known titles in text."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.facts import Ref
from tropegraph.model.names import KnownName, camel, squash

TITLES = (
    "Big Bad",
    "The Lancer",
    "Star-Crossed Lovers",
    "Half-Human Hybrid",
    "Ugly Guy, Hot Wife",
    "Knight in Shining Armor",
    "Oh, Crap!",
    "Love",
    "Love at First Sight",
    "Tragic Story",
)
LEXICON = Lexicon.of([*(KnownName(squash(t), camel(t)) for t in TITLES), KnownName("fatedpair", "", ("unluckypair",))])


def named(text: str) -> list[str]:
    return [m.ref.title for m in LEXICON.find(text)]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("He is the Big Bad here.", ["Big Bad"]),
        ("A big bad wolf.", []),
        ("A Starcrossed Lovers plot and Star-Crossed Lovers.", ["Starcrossed Lovers", "Star-Crossed Lovers"]),
        ("Two Half-Human Hybrids.", ["Half-Human Hybrid"]),
        ("Some Tragic Stories.", ["Tragic Story"]),
        ("Three Knights in Shining Armor.", ["Knight in Shining Armor"]),
        ("An Ugly Guy, Hot Wife pair.", ["Ugly Guy, Hot Wife"]),
        ("It is Love at First Sight.", ["Love at First Sight"]),
        ("Call it the Lancer.", ["The Lancer"]),
        ("The Big Bad's plan.", ["Big Bad"]),
        ("Bigbadness.", []),
        ("A Fated Pair, or an Unlucky Pair.", ["Fated Pair", "Unlucky Pair"]),
    ],
)
def test_finds(text, titles):
    assert named(text) == titles


def test_matches_stand_where_they_say():
    text = "See Oh, Crap!, Big Bads and the Lancer."
    assert [text[m.start : m.end] for m in LEXICON.find(text)] == ["Oh, Crap!", "Big Bads", "the Lancer"]


def test_page_names_are_the_known_ones():
    assert LEXICON.lookup("big bads") == Ref("Big bad", "Main/BigBad")
    assert LEXICON.lookup("Lancer") == Ref("Lancer", "Main/TheLancer")
    assert LEXICON.lookup("Unlucky Pair") == Ref("Unlucky Pair", "Main/UnluckyPair")
    assert LEXICON.lookup("Nobody") is None


def test_one_word_at_a_sentence_start_is_suspect():
    assert [m.suspect for m in LEXICON.find("Love hurts. It is Love.")] == [True, False]


def test_function_words_are_no_titles():
    assert Lexicon.of([KnownName("not", "NOT"), KnownName("fora", "")]).find("Not for a moment. For a Moment.") == []


def test_no_names_no_matches():
    assert Lexicon.of([]).find("Big Bad") == []


def test_it_can_be_sent_to_another_process():
    assert pickle.loads(pickle.dumps(LEXICON)).find("Big Bad") == LEXICON.find("Big Bad")


@given(st.text(alphabet=st.sampled_from("BbAaig dLov'-!é\n.")))
def test_matches_never_overlap_and_spell_their_key(text):
    end = 0
    for match in LEXICON.find(text):
        assert match.start >= end
        end = match.end
        assert squash(match.ref.title) in squash(text)


def test_a_title_known_to_be_no_tropes_is_told() -> None:
    lexicon = Lexicon.of([KnownName("redherring", "RedHerring")], ["worldwarii", "redherring"])
    assert lexicon.is_other("World War II")
    assert not lexicon.is_other("Red Herring")
    assert not lexicon.is_other("Blue Herring")


def test_a_word_with_a_letter_left_out_may_be_small():
    lexicon = Lexicon.of([KnownName("burnemall", "BurnEmAll")])
    assert [m.ref.title for m in lexicon.find("They Burn 'em All here.")] == ["Burn 'em All"]
