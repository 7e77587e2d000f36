"""Addresses that plain text carries in square brackets behind the words they were linked from."""

import re

from tropegraph.model import names
from tropegraph.parse.build import TextBuilder
from tropegraph.parse.targets import page_of_url, spelled_title

_ADDRESS = re.compile(r"""[ \t]{0,9}\[\s{0,9}["“]?(https?://[^"”\s\]]{1,2000})["”]?\s{0,9}\]""")
_WORD = re.compile(r"\S+")
_LONGEST_LABEL = 400
_MOST_WORDS = 16
_END = (".", ",", ";", ":", "!", "?", "—")


def write_with_addresses(builder: TextBuilder, text: str) -> None:
    """Append a text to a builder; an address in brackets goes, and the words before it become a link to it.

    The label runs back as far as it spells the target's name; where it does not, over a run of at least two
    capitalised words; else it is the last word alone.
    """
    position = 0
    for match in _ADDRESS.finditer(text):
        before, address = text[position : match.start()], match[1]
        page = page_of_url(address)
        cut = _label_start(before, page)
        builder.write(before[:cut])
        start = builder.here
        builder.write(before[cut:])
        title = spelled_title(builder.since(start), page) if page else ""
        builder.link(start, page=page, url="" if page else address, title=title)
        position = match.end()
    builder.write(text[position:])


def _label_start(text: str, page: str) -> int:
    first = max(len(text) - _LONGEST_LABEL, 0)
    words = list(_WORD.finditer(text, first))[-_MOST_WORDS:]
    starts = [match.start() + (match.group()[0] == "(") for match in reversed(words)]
    spelled = next((start for start in starts if page and spelled_title(text[start:].strip(), page)), None)
    if spelled is not None:
        return _without_open_quote(text, spelled)
    return _capitals_start([m.group() for m in words], [m.start() for m in words], len(text))


def _without_open_quote(text: str, start: int) -> int:
    """A quotation mark that is not closed within the label stands before it."""
    return start + 1 if text[start] == '"' and text.count('"', start) == 1 else start


def _capitals_start(words: list[str], starts: list[int], end: int) -> int:
    run = 0
    for i in range(1, len(words) + 1):
        word = words[-i]
        if i > 1 and word.endswith(_END):
            break
        if word[:1].isupper() or word[:1].isdigit():
            run = i
        elif word not in names.MINOR_WORDS:
            break
    if run > 1:
        return starts[-run]
    return starts[-1] if starts else end
