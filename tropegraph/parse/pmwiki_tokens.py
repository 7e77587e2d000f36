"""Wiki source cut into tokens: what stands where, before anything is made of it.

One pass of one expression over the text; every repetition in it is bounded or possessive, so the time is linear in the
text's length whatever it holds. Brackets are paired here, so that what is opened and never closed is known before the
first word is written.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum, auto

from tropegraph.model import names
from tropegraph.parse.pmwiki_names import CURLY, CURLY_NAME, NAME, NUMBER, curly_page, named_page, page_of_word
from tropegraph.parse.targets import page_of_parts, page_of_url


class Kind(StrEnum):
    """What a token is."""

    NEWLINE = auto()
    LINK = auto()
    WHOLE_LINK = auto()
    LITERAL = auto()
    EMPHASIS = auto()
    BREAK = auto()
    CELL = auto()
    INDEX = auto()
    TITLE = auto()
    OPEN_LINK = auto()
    OPEN_DIRECTIVE = auto()
    CLOSE = auto()
    TAG = auto()
    NOTHING = auto()


@dataclass(slots=True)
class Token:
    """One piece of markup.

    Args:
        kind: What it is.
        start: Offset of its first character in the source.
        end: Offset behind its last character.
        text: Its words: the mark behind a line's start, a label, a literal text, a directive's or tag's name.
        page: Page name that a link leads to.
        url: Address that a link leads to.
        partner: Index of the token that closes it, or -1.
        noted: Whether the note that it opens is closed somewhere.
    """

    kind: Kind
    start: int
    end: int
    text: str = ""
    page: str = ""
    url: str = ""
    partner: int = -1
    noted: bool = False


_TOKEN = re.compile(
    rf"""[A-Z'\nh\[\]{{|\\@=<~+-](?:
     (?<=[A-Z])(?<!\w.)(?=[A-Z]*+[a-z0-9]*+[A-Z/.])[A-Za-z0-9]{{0,99}}(?:
       (?P<spaced>[/.]{CURLY})
      |(?P<word>(?:[/.]{NAME}|/{NUMBER})?(?!\w)))
    |(?<=')(?P<emphasis>'+)
    |(?<=\n)(?:
       (?P<comment>[ \t]*+%%[^\n]*+)
      |(?P<attributes>\|\|[ \t]*+\w+=[^|\n]*+$)
      |(?P<newline>(?P<mark>[ \t]*+-{{1,9}}[><][ \t]*+|----+|!{{1,6}}|[ \t]*+[*\#]+[ \t]*+|\|\|)?))
    |(?<=h)(?<!\wh)(?P<url>ttps?://[^\s\[\]<>"|{{}}]+)
    |(?<=\[)(?:(?P<open>\[)|(?P<verbatim>=)|(?P<size>[-+]{{1,5}}))
    |(?<=\])(?P<close>\])
    |(?<={{)(?P<curly>(?<={{){CURLY[2:]})
    |(?<=\|)(?P<cell>\|)
    |(?<=\\)(?P<hard_break>\\+)
    |(?<=@)(?P<code>@)
    |(?<==)(?<!==)(?P<equals>=(?!=))
    |(?<=<)(?P<index><\|(?P<index_name>[^|\n]{{1,200}})\|>>)
    |(?<=\n~)(?P<title>~~(?P<title_words>[^~\n]{{1,200}})~~~)
    |(?<=[+-])(?P<size_end>[-+]{{0,4}}\]))""",
    re.MULTILINE | re.VERBOSE,
)
"""All markup. The set of first characters stands first, and what each begins behind it: so the engine skips text at its
best speed. A line's mark belongs to the newline before it."""

_LITERAL_ENDS = {"[=": "=]", "@@": "@@", "==": "=="}
_DIRECTIVE = re.compile(r"\[\[(/?[A-Za-z][A-Za-z-]{0,30})(:(?!//)|\]\])|\[\[#[^\s\[\]]{0,200}\]\]")
_TARGET = re.compile(
    rf"""\[\[[ \t]*(?:
      (?P<url>(?:(?:https?|ftp)://|mailto:|/?pmwiki\.php/|/pmwiki/)[^\s\[\]]{{1,2000}})
    | {CURLY_NAME}
    | (?P<name>\w[\w-]{{0,99}}(?:[/.][\w-]{{1,99}})?)
    )(?:[?\#][^\s\[\]]{{0,2000}})?(?=\s|\]\])[ \t]*""",
    re.VERBOSE,
)
_ONE_CAPITAL = re.compile(r"[A-Z][a-z]{3,}")
_FULL_CURLY = re.compile(CURLY_NAME)
_DASH = re.compile(r"(?<!-)--(?!-)")
_TRAILING = ".,;:!?)'"


def plain(text: str) -> str:
    """Text between two tokens as the wiki shows it: character references resolved, two hyphens a dash."""
    text = html.unescape(text) if "&" in text else text
    return _DASH.sub("—", text) if "--" in text else text


def tokenise(source: str) -> list[Token]:
    """All markup of a source, in order, brackets paired; what lies between tokens is text.

    Args:
        source: Wiki source with newlines as line ends, and one before its first line.
    """
    tokens = _scan(source)
    _pair_brackets(tokens)
    if "note" in source:
        _pair_notes(tokens)
    return tokens


def _scan(source: str) -> list[Token]:
    """The tokens, unpaired; a link in brackets that holds no markup is made one, and most are such."""
    tokens: list[Token] = []
    unclosed: set[str] = set()
    search, position = _TOKEN.search, 0
    last = Token(Kind.NOTHING, 0, 0)
    while match := search(source, position):
        group = match.lastgroup or ""
        token = _literal(source, match, unclosed) if group in _LITERALS else _MAKERS[group](match)
        position = token.end if token.end > token.start else match.start() + 1
        if last.kind is Kind.OPEN_LINK and token.kind is Kind.CLOSE:
            _close_at_once(last, token, source)
        elif token.end > token.start:
            tokens.append(token)
            last = token
    return tokens


def _close_at_once(link: Token, close: Token, source: str) -> None:
    """Make an opened link one token with its label and its end."""
    label = plain(source[link.end : close.start])
    link.kind, link.end, link.text = Kind.WHOLE_LINK, close.end, label if label.strip() else link.text


def _newline(match: re.Match[str]) -> Token:
    return Token(Kind.NEWLINE, *match.span(), match["mark"] or "")


def _title(match: re.Match[str]) -> Token:
    return Token(Kind.TITLE, *match.span(), match["title_words"].strip())


def _index(match: re.Match[str]) -> Token:
    words = match["index_name"]
    return Token(Kind.INDEX, *match.span(), page=named_page(words) or names.page_name(words))


def _url(match: re.Match[str]) -> Token:
    """A bare address; emphasis and the sentence's own punctuation behind it do not belong to it."""
    address = match.group().partition("''")[0].rstrip(_TRAILING)
    return Token(Kind.LINK, match.start(), match.start() + len(address), address, url=address)


def _curly(match: re.Match[str]) -> Token:
    curly = _FULL_CURLY.match(match.string, match.start())
    assert curly is not None, "the whole of what the token's pattern has found"
    page, shown = curly_page(curly["words"], curly["space"] or "")
    return Token(Kind.LINK, *curly.span(), shown + curly["suffix"], page)


def _word(match: re.Match[str]) -> Token:
    """A bare word, as a link or as nothing (an empty token) when the wiki makes no link of it."""
    start = match.start()
    length, page = page_of_word(match.group())
    if not page:
        return Token(Kind.NOTHING, start, start)
    return Token(Kind.LINK, start, start + length, names.title_of(page), page)


def _simple(kind: Kind) -> Callable[[re.Match[str]], Token]:
    return lambda match: Token(kind, *match.span())


_LITERALS = frozenset({"verbatim", "code", "equals"})
_MAKERS: dict[str, Callable[[re.Match[str]], Token]] = {
    "word": _word,
    "newline": _newline,
    "emphasis": _simple(Kind.EMPHASIS),
    "open": lambda match: _opening(match.string, match.start()),
    "close": _simple(Kind.CLOSE),
    "comment": _simple(Kind.NOTHING),
    "attributes": _simple(Kind.NEWLINE),
    "size": _simple(Kind.NOTHING),
    "size_end": _simple(Kind.NOTHING),
    "cell": _simple(Kind.CELL),
    "hard_break": _simple(Kind.BREAK),
    "title": _title,
    "index": _index,
    "url": _url,
    "curly": _curly,
    "spaced": _curly,
}


def _literal(source: str, match: re.Match[str], unclosed: set[str]) -> Token:
    """A text in which nothing is markup; the opening alone is text where it is never closed."""
    opening, (start, inner) = match.group(), match.span()
    closing = _LITERAL_ENDS[opening]
    end = -1 if opening in unclosed else source.find(closing, inner)
    if end < 0:
        unclosed.add(opening)
    if end < 0 or (opening != "[=" and "\n" in source[inner:end]):
        return Token(Kind.LITERAL, start, inner, opening)
    return Token(Kind.LITERAL, start, end + len(closing), source[inner:end])


def _opening(source: str, start: int) -> Token:
    """What an opening bracket opens: a directive, a tag that stands alone, a link; else an unknown directive."""
    directive = _DIRECTIVE.match(source, start)
    if directive and directive[1] is None:
        return Token(Kind.NOTHING, start, directive.end())
    if directive and not named_page(directive[1]):
        kind = Kind.OPEN_DIRECTIVE if directive[2] == ":" else Kind.TAG
        return Token(kind, start, directive.end(), directive[1].lower())
    return _link_opening(source, start)


def _link_opening(source: str, start: int) -> Token:
    target = _TARGET.match(source, start)
    if target is None:
        return Token(Kind.OPEN_DIRECTIVE, start, start + 2)
    if target["url"]:
        page = page_of_url(target["url"])
        label = names.title_of(page) if page else target["url"]
        return Token(Kind.OPEN_LINK, start, target.end(), label, page, "" if page else target["url"])
    if target["words"]:
        page, shown = curly_page(target["words"], target["space"] or "")
        return Token(Kind.OPEN_LINK, start, target.end(), shown + target["suffix"], page)
    page = named_page(target["name"]) or _labelled_page(source, target)
    if not page:
        return Token(Kind.OPEN_DIRECTIVE, start, start + 2)
    return Token(Kind.OPEN_LINK, start, target.end(), names.title_of(page), page)


def _labelled_page(source: str, target: re.Match[str]) -> str:
    """Page of a target of one capital; the wiki asks for curly brackets around it, writers forget them."""
    name = target["name"]
    labelled = not source.startswith("]]", target.end())
    return page_of_parts(names.DEFAULT_NAMESPACE, name) if labelled and _ONE_CAPITAL.fullmatch(name) else ""


def _pair_brackets(tokens: list[Token]) -> None:
    """Let each closing bracket close the innermost open one; a link ends on its line."""
    stack: list[int] = []
    for i, token in enumerate(tokens):
        kind = token.kind
        if kind is Kind.OPEN_LINK or kind is Kind.OPEN_DIRECTIVE:
            stack.append(i)
        elif not stack:
            continue
        elif kind is Kind.CLOSE:
            token.partner = stack.pop()
            tokens[token.partner].partner = i
        elif kind is Kind.NEWLINE:
            while stack and tokens[stack[-1]].kind is Kind.OPEN_LINK:
                stack.pop()


def _pair_notes(tokens: list[Token]) -> None:
    stack: list[Token] = []
    for token in tokens:
        if token.kind is not Kind.TAG and token.kind is not Kind.OPEN_DIRECTIVE:
            continue
        if token.text in {"note", "labelnote"}:
            stack.append(token)
        elif token.kind is Kind.TAG and token.text in {"/note", "/labelnote"} and stack:
            stack.pop().noted = token.noted = True
