"""Sentences of a block."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tropegraph.extract.pages.sentences import sentence_at, sentences


def split(text: str, *whole: str) -> list[str]:
    spans = [(text.index(w), text.index(w) + len(w)) for w in whole]
    return [text[a:b] for a, b in sentences(text, spans)]


@pytest.mark.parametrize(
    ("text", "whole", "expected"),
    [
        ("One. Two! Three?", (), ["One.", "Two!", "Three?"]),
        ("Dr. Who met J. K. Rolling, e.g. Friday. Next.", (), ["Dr. Who met J. K. Rolling, e.g. Friday.", "Next."]),
        ("She waited... and waited. Gone.", (), ["She waited... and waited.", "Gone."]),
        ('He said "Stop." She went.', (), ['He said "Stop."', "She went."]),
        ("A thing (see it. Really.) is here. Next.", (), ["A thing (see it. Really.) is here.", "Next."]),
        ("First. (An aside. Another.) Last.", (), ["First.", "(An aside.", "Another.)", "Last."]),
        ("See Oh, Crap! and Big Bad. End.", ("Oh, Crap!",), ["See Oh, Crap! and Big Bad.", "End."]),
        ("See What Now? Big Bad is not it.", ("What Now?", "Big Bad"), ["See What Now? Big Bad is not it."]),
        ("A line\nAnother line", (), ["A line", "Another line"]),
        ("an unclosed (paren. Still. Going", (), ["an unclosed (paren.", "Still.", "Going"]),
        ("", (), []),
    ],
)
def test_splits(text, whole, expected):
    assert split(text, *whole) == expected


def test_the_sentence_at_an_offset():
    spans = sentences("One. Two. Three.")
    assert sentence_at(spans, 6) == (5, 9)
    assert sentence_at(spans, 99) == (10, 16)
    assert sentence_at([], 3) == (0, 0)


@given(st.text(alphabet=st.sampled_from('aA.!? ()"\n')))
def test_sentences_cover_all_but_white_space(text):
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
