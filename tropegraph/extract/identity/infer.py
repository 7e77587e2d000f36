"""The title of a page that states none, from its own text.

Four signs count, each rare and seldom wrong; a page that shows none of them stays without a title:

- a line that announces examples names what they are examples of;
- the first line of a page without links stands alone in title case over a paragraph;
- a sentence near the top says what a known trope is, and the page names it again without a relation's cue;
- examples use the name of one known trope as a name for what they show, and the description does not name it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tropegraph.extract.identity.opening import PROVIDES
from tropegraph.extract.names.lexicon import Lexicon, Match, is_title_case
from tropegraph.extract.pages.description import examples_start
from tropegraph.extract.pages.scope import is_bare
from tropegraph.extract.pages.sentences import sentences
from tropegraph.model.page import Block, BlockKind, Page

_ANNOUNCED = (
    re.compile(
        r"^(?:Some |Known |Notable )?Examples of (?:the |an? )?(?P<title>[^.:;]{2,60}?)(?: includes?| are|"
        r" in [^.:;]{2,40})?:?$"
    ),
    re.compile(rf"^(?P<title>[A-Z][^.:;]{{1,60}}?) {PROVIDES} (?:\w+ )?examples of\b"),
)
_OPENING = re.compile(r"(?:In [^,]{1,40}, |So, |Basically, |Simply put, |Thus, |Hence )?(?:[Tt]he |[Aa]n? )?", re.ASCII)
_DEFINES = re.compile(r"\s+(?:is|are|was|refers? to|describes?|covers?|occurs?|happens?|takes? place|tends?)\b")
_BEFORE_USE = re.compile(
    r"(?:\b(?:make|makes|made|making|of|from|that|about|into|than|like|beyond|through|call|called|considers?|do|does|"
    r"did|doing|try|tried|tries|attempts?|attempted|by|towards?|against|for|this|case of|form of|believ\w+ in|"
    r"engag\w+ in|interest\w* in|practi\w+|discuss\w*|mention\w*))\s+[\"'“‘]?$",
    re.IGNORECASE,
)
_AFTER_USE = re.compile(
    r"[\"'”’]?(?:[.,;:)!?—]|\s+(?:is|was|as|a|an|in|with|to|and|by|when|but|or|because|for|on|at|are|can|would|—|"
    r"-)\b|$)"
)
_LONGEST_HEADLINE = 60
_TOP_SENTENCES = 5
_MIN_MENTIONS = 2
_MIN_USES = 3
_AHEAD = 2


def inferred_title(page: Page, lexicon: Lexicon, joined: Iterable[str]) -> str:
    """The title that the text of `page` gives away; empty when it gives none.

    Args:
        page: A page without title and name.
        lexicon: Known titles.
        joined: Page names of the tropes that the description's cues join to the page: none of them is its own.
    """
    others = set(joined)
    said = announced_title(page.blocks, lexicon) or _headline(page.blocks)
    return said or _defined(page, lexicon, others) or _used(page, lexicon, others)


def announced_title(blocks: Sequence[Block], lexicon: Lexicon) -> str:
    """What a line such as "Examples of X include:" names."""
    for block in blocks:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING) and len(block.text) < 200:
            for pattern in _ANNOUNCED:
                found = pattern.search(block.text)
                title = found.group("title").strip(" \"'") if found else ""
                if title and (lexicon.lookup(title) or (len(title.split()) > 1 and is_title_case(title.split()))):
                    return title
    return ""


def _headline(blocks: Sequence[Block]) -> str:
    """The first line of a page that shows nothing but text, where it is in title case and alone over a paragraph."""
    if len(blocks) < 2 or not all(b.kind is BlockKind.PARAGRAPH for b in blocks[:2]) or not is_bare(blocks):
        return ""
    line, below = blocks[0].text.strip(), blocks[1].text
    alone = len(line) <= _LONGEST_HEADLINE < len(below) and not line.endswith((".", ":", ",", ";", "…"))
    words = line.split()
    return line if alone and words and words[0][0].isalnum() and is_title_case(words) else ""


def _defined(page: Page, lexicon: Lexicon, others: set[str]) -> str:
    """A known title of several words that one of the first sentences defines."""
    blocks = [b for b in page.blocks[: examples_start(page)] if b.kind is BlockKind.PARAGRAPH]
    found = [lexicon.find(b.text) for b in blocks]
    mentions = Counter(m.ref.page for ms in found for m in ms)
    subjects = list(_subjects(blocks, found))
    own = [m for m in subjects if mentions[m.ref.page] >= _MIN_MENTIONS and m.ref.page not in others]
    return max(own, key=lambda m: mentions[m.ref.page]).ref.title if own else ""


def _subjects(blocks: Sequence[Block], found: Sequence[list[Match]]) -> Iterator[Match]:
    """Titles of several words that are the subject of a defining sentence near the top."""
    left = _TOP_SENTENCES
    for block, matches in zip(blocks, found, strict=True):
        at = {m.start: m for m in matches if " " in m.ref.title}
        for start, _ in sentences(block.text, [(m.start, m.end) for m in matches])[:left]:
            left -= 1
            opening = _OPENING.match(block.text, start)
            match = at.get(opening.end() if opening else start) or at.get(start)
            if match and _DEFINES.match(block.text, match.end):
                yield match


def _used(page: Page, lexicon: Lexicon, others: set[str]) -> str:
    """The known title that examples use as a name for what they show, far oftener than any other."""
    start = examples_start(page)
    described = {m.ref.page for b in page.blocks[:start] for m in lexicon.find(b.text)}
    uses: Counter[str] = Counter()
    titles: dict[str, str] = {}
    works: set[str] = set()
    for block in page.blocks[start:]:
        matches = [m for m in lexicon.find(block.text) if _is_long(m)]
        works |= {m.ref.page for m in matches if m.start <= 1}
        used = {m.ref.page: m.ref.title for m in matches if _is_use(block.text, m)}
        uses.update(used.keys())
        titles |= used
    ranked = [(page, n) for page, n in uses.most_common() if page not in described | others | works]
    if not ranked or ranked[0][1] < _MIN_USES or (len(ranked) > 1 and ranked[0][1] < _AHEAD * ranked[1][1]):
        return ""
    return titles[ranked[0][0]]


def _is_long(match: Match) -> bool:
    return " " in match.ref.title or "-" in match.ref.title


def _is_use(text: str, match: Match) -> bool:
    """Whether the title stands where any name for a deed could: no article before it, no noun after it."""
    before = _BEFORE_USE.search(text, max(0, match.start - 30), match.start)
    return before is not None and _AFTER_USE.match(text, match.end) is not None
