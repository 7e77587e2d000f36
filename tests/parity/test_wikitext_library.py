"""Our cutter of wikitext sees the links, templates and headings that mwparserfromhell sees."""

from pathlib import Path

import mwparserfromhell
import pytest

from tropegraph.parse.mediawiki_pairs import tokenise
from tropegraph.parse.mediawiki_tokens import Kind, Token

NESTED = [
    "{{quote|See [[Lamp|a {{spoiler|lit [[Lamp]]}} one]].|[[File:a.png|frame|A [[Goat]] and {{small|more}}]]}}",
    "{{a|{{b|{{c|[[D]]|e}}|f}}|g}} {{h}}",
    "[[A]] {{b [[C]] [[D|e",
    "{| class=x\n| {{a|b}} || [[C|d]]\n|}\n== H ==\n=== I [[J]] ===",
    "<nowiki>[[A]]</nowiki> [[B]] <!-- [[C]] --> <ref>[[D]] {{e}}</ref>",
    "* {{spoiler|''[[A]]''}}: '''''b''''' [[C]]s",
]


def _ours(kind: Kind, tokens: list[Token]) -> list[str]:
    return [
        t.text
        for t in tokens
        if (t.kind is kind and t.partner >= 0) or (t.kind is Kind.LINK and kind is Kind.OPEN_LINK)
    ]


def _check(source: str) -> None:
    tokens, tree = tokenise(source), mwparserfromhell.parse(source)
    links = [str(link.title).strip() for link in tree.filter_wikilinks()]
    templates = [str(template.name).strip() for template in tree.filter_templates()]
    assert [link for link in _ours(Kind.OPEN_LINK, tokens) if "{{" not in link] == [
        link for link in links if "{{" not in link
    ]
    assert _ours(Kind.OPEN_TEMPLATE, tokens) == [t for t in templates if not t.isupper()]
    assert sum(t.kind is Kind.HEADING for t in tokens) == len(tree.filter_headings())


def test_sample_pages(sample: Path) -> None:
    for path in sorted((sample / "formats" / "mediawiki").rglob("*.mediawiki")):
        _check(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", NESTED)
def test_constructs_within_one_another(source: str) -> None:
    _check(source)
