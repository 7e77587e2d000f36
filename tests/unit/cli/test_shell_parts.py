"""How the shell cuts what is typed, and what it completes."""

import pytest

from tropegraph.cli.prompt import candidates
from tropegraph.cli.shell import Session, chunks, split
from tropegraph.query import EmbeddedEngine, library


@pytest.mark.parametrize(
    ("text", "statements", "rest"),
    [
        ("RETURN 1; RETURN 2;", ["RETURN 1", "RETURN 2"], ""),
        ("RETURN ';' AS x", [], "RETURN ';' AS x"),
        ('RETURN "a\\";" AS `b;c`; RETURN', ['RETURN "a\\";" AS `b;c`'], " RETURN"),
        ("RETURN 1 // one; two\n;", ["RETURN 1 // one; two"], ""),
        ("/* ; */ RETURN 1;\n", ["/* ; */ RETURN 1"], "\n"),
        ("", [], ""),
    ],
)
def test_statements_end_with_a_semicolon(text: str, statements: list[str], rest: str) -> None:
    assert split(text) == (statements, rest)


def test_lines_are_put_together_until_they_can_be_run() -> None:
    session = Session(engine=EmbeddedEngine.__new__(EmbeddedEngine), queries=library(), show=lambda *_: None)
    lines = ["hubs\n", ":help\n", "MATCH (n)\n", "RETURN n;\n", "counts;\n", 'find name="a b"\n', "RETURN\n", "1"]
    assert [text.strip() for text in chunks(lines, session.whole)] == [
        "hubs",
        ":help",
        "MATCH (n)\nRETURN n;",
        "counts;",
        'find name="a b"',
        "RETURN\n1",
    ]


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("MATCH (n:Tr", "Trope"),
        ("MATCH (n:Trope|Wo", "Work"),
        ("MATCH ()-[:SUB", "SUBTROPE_OF"),
        ("MATCH (n) RETURN n.al", "aliases"),
        ("MATCH ()-[r]->() RETURN r.ev", "evidence_count"),
        ("similar", "similar-works"),
        (":qu", ":queries"),
        ("similar-works min", "min_shared="),
        ("pairs relation=SIS", "SISTER_TROPE"),
        ("examples name=x medium=Liv", "Live-Action TV"),
        ("MATCH (n) RET", "RETURN"),
    ],
)
def test_the_tab_key_completes(text: str, offered: str) -> None:
    word, names = candidates(text, library())
    assert text.endswith(word)
    found = [name for name in names if name.lower().lstrip('"').startswith(word.lower())]
    assert offered in [name.strip('"') for name in found]
    assert len(found) <= 4
