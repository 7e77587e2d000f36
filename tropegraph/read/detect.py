"""Which markup a text is in, or why it is no page: by what it holds, with the file's ending as a hint.

`_SIGNS` is the one home of what tells the markups apart: each sign weighs for one of them, and the heaviest wins.
"""

import re
from dataclasses import dataclass
from itertools import chain, islice

from tropegraph.model.page import Format
from tropegraph.model.vocabulary import ARTICLE_IDS

_SUFFIXES: dict[str, str] = {
    ".pmwiki": Format.PMWIKI,
    ".wiki": Format.PMWIKI,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".mediawiki": Format.MEDIAWIKI,
    ".wikitext": Format.MEDIAWIKI,
    ".mw": Format.MEDIAWIKI,
}
"""Endings that say which markup to expect; the rest (.txt, none) say nothing."""

_NO_PAGES = frozenset(
    ".tsv .csv .json .jsonl .ndjson .xml .js .css .py .ipynb .yaml .yml .toml .ini .cypher .svg .log .sql .sh .tex "
    ".rtf".split()
)
"""Endings of texts that are no pages, whatever they look like (those that hold pages were told before)."""

_GRAPHS = frozenset({".graphml", ".gexf", ".cyjs"})
"""Endings of graph files, which are built by themselves."""

_SUFFIX_WEIGHT = 6.0
_ENOUGH = 3.0
_MOST_OF_ONE_SIGN = 8
_SAMPLE = 10_000
_HEAD = 2_000


@dataclass(frozen=True, slots=True)
class _Sign:
    """A construct of one markup, and what each occurrence weighs for it.

    Its patterns begin with a character or a set of them, which alone lets the engine skip what cannot match; a line's
    start is the newline before it. A sign `in_plain_text` (bullets, headings between equals signs) is not enough alone.
    """

    markup: str
    weight: float
    patterns: tuple[re.Pattern[str], ...]
    in_plain_text: bool = False


def _sign(markup: str, weight: float, *patterns: str, in_plain_text: bool = False) -> _Sign:
    return _Sign(markup, weight, tuple(re.compile(pattern, re.MULTILINE) for pattern in patterns), in_plain_text)


_SIGNS: tuple[_Sign, ...] = (
    _sign(
        Format.PMWIKI, 3, r"\[\[(?:/?folder|quoteright|quoteleft|caption-width|redirect:|AC:|labelnote:|/?index\]\])"
    ),
    _sign(Format.PMWIKI, 2, r"\n%%", r"\[\[/?(?:note|spoiler|hardline)", r"\[="),
    _sign(Format.PMWIKI, 1, r"\[\[(?:[A-Z]\w+/)?(?:\{\{|[A-Z]\w*[a-z][A-Z])[^\]|\n]{0,200}\]\]"),
    _sign(Format.PMWIKI, 1, r"\{\{[A-Z][^{}|=\n]{1,80}\}\}"),
    _sign(Format.PMWIKI, 1, r"[A-Z](?<![\w/.=?&].)(?:\w{2,30}/[A-Z])?[a-z]+(?:[A-Z][a-z]+){2,}\b"),
    _sign(Format.PMWIKI, 0.25, r"[A-Z](?<![\w/.=?&].)[a-z]+[A-Z][a-z]+\b"),
    _sign(Format.PMWIKI, 1, r"\n!{1,4} ?\w", r"\n-{1,3}>"),
    _sign(Format.PMWIKI, 1, r"''"),
    _sign(Format.MARKDOWN, 2, r"\]\((?:https?:|/|\.{0,2}/|\w+/)[^()\s]{0,300}(?: \"[^\"\n]{0,200}\")?\)"),
    _sign(Format.MARKDOWN, 2, r"\n#{1,6} \S"),
    _sign(Format.MARKDOWN, 1, r"\*\*[^*\n]{1,200}\*\*", r"<sup>", r"\n> ", r"\n```"),
    _sign(Format.MARKDOWN, 1, r"_(?<![\w_]_)[^_\s][^_\n]{0,200}_(?![\w_])"),
    _sign(Format.MARKDOWN, 0.5, r"\n {2,}[*+-] +\S", r"\n[+-] +\S", in_plain_text=True),
    _sign(Format.MARKDOWN, 0.5, r"\*(?<![\w*]\*)[^*\s][^*\n]{0,200}\*(?![\w*])", r"\\[_*\[\]#.-]"),
    _sign(Format.MEDIAWIKI, 6, r"\A\s{0,20}#(?:REDIRECT|redirect|Redirect)\b"),
    _sign(Format.MEDIAWIKI, 2, r"\n(={2,5})[^=\n]{1,120}\1\s*$", in_plain_text=True),
    _sign(Format.MEDIAWIKI, 3, r"\[\[(?:File|Image|Category):", r"\{\{quote\|"),
    _sign(Format.MEDIAWIKI, 3, r"\n\{\{(?:[Tt]rope|[Ww]ork|examples|Infobox)\b[^{}\n]{0,80}\}\}\s*$"),
    _sign(Format.MEDIAWIKI, 1, r"\[\[[^\]|\n]{1,100}\|[^\]\n]{1,100}\]\]", r"<ref\b", r"\{\{spoiler\|"),
    _sign(Format.MEDIAWIKI, 1, r"\[\[(?![A-Z]\w*[a-z][A-Z])[A-Z][^\]|\n]{1,80}\]\]", r"''"),
)

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|div)\b", re.I | re.S
)
_ARTICLE = re.compile(rf"""id\s*=\s*["']?(?:{"|".join(ARTICLE_IDS)})\b""")
_MEDIAWIKI_PAGE = re.compile(r"""\b(?:id|class)\s*=\s*["']?[^"'>]{0,200}\b(?:mw-content-text|mw-parser-output)\b""")
_CONTROL = bytes({*range(0x20), 0x7F} - set(b"\t\n\v\f\r\x1b"))


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something is no page.

    Args:
        code: A key of `findings.CODES`.
        reason: What is wrong, as the end of a sentence that begins with the input's name.
    """

    code: str
    reason: str


def refuse_bytes(data: bytes) -> Refusal | None:
    """Why bytes are not worth decoding, or `None`."""
    if not data or data.isspace():
        return Refusal("empty-page", "is empty")
    head = data[: _HEAD * 4]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and len(data) % 2 == 0:
        return None
    if b"\x00" in head or (len(head) - len(head.translate(None, _CONTROL))) * 50 > len(head):
        return Refusal("binary-input", "is not text; give pages as HTML, wiki source, markdown or plain text")
    return None


def detect(text: str, suffix: str = "") -> Format | Refusal:
    """The markup of a decoded page.

    Args:
        text: The page.
        suffix: The file's ending in lower case with its dot, or empty.

    Returns:
        The markup, or why it is no page that can be read.
    """
    if not text or text.isspace():
        return Refusal("empty-page", "holds nothing but white space")
    if _HTML_START.match(text) or _ARTICLE.search(text, 0, _HEAD):
        return _html(text)
    if suffix in _GRAPHS:
        return Refusal("unsupported-format", "is a whole graph and no page; build it by itself")
    if suffix in _NO_PAGES:
        return Refusal(
            "unsupported-format", f"ends in {suffix}, and holds neither pages nor facts in a form that is known"
        )
    return Format(_heaviest(text[:_SAMPLE], suffix))


def scores(text: str, suffix: str = "") -> dict[str, float]:
    """How much speaks for each markup."""
    found: dict[str, float] = {}
    if suffix in _SUFFIXES:
        found[_SUFFIXES[suffix]] = _SUFFIX_WEIGHT
    for sign in _SIGNS:
        found[sign.markup] = found.get(sign.markup, 0.0) + _count(sign, f"\n{text}") * sign.weight
    return found


def _count(sign: _Sign, text: str) -> int:
    matches = chain.from_iterable(pattern.finditer(text) for pattern in sign.patterns)
    return sum(1 for _ in islice(matches, _MOST_OF_ONE_SIGN))


def _heaviest(text: str, suffix: str) -> str:
    found = scores(text, suffix)
    best = max(found, key=found.__getitem__)
    return best if found[best] >= _ENOUGH and _has_more_than_shape(best, text, suffix) else Format.TEXT


def _has_more_than_shape(markup: str, text: str, suffix: str) -> bool:
    """Whether a text's ending or a sign that plain text lacks speaks for a markup."""
    signs = (sign for sign in _SIGNS if sign.markup == markup and not sign.in_plain_text)
    return _SUFFIXES.get(suffix) == markup or any(_count(sign, f"\n{text}") for sign in signs)


def _html(text: str) -> Format | Refusal:
    if _ARTICLE.search(text) or _MEDIAWIKI_PAGE.search(text):
        return Format.HTML
    return Refusal("not-a-wiki-page", "is an HTML page without a wiki article in it; save the wiki's own page")
