"""Addresses that plain text carries in square brackets behind the words they were linked from."""

import re

from tropegraph.model import names
from tropegraph.parse.build import TextBuilder
from tropegraph.parse.targets import page_of_url, spelled_title

_ADDRESS = re.compile(r"""\[\s{0,9}["“]?(https?://[^"”\s\[\]]{1,2000})["”]?\s{0,9}\]""")
_WORD = re.compile(r"\S+")
_LONGEST_LABEL = 400
_MOST_WORDS = 16
_END_SIGNS = ".,;:!?—"
_END = tuple(_END_SIGNS)
_GLUED = re.compile(r"^https?://[^/\s]{1,60}(?=https?://)")


def write_with_addresses(builder: TextBuilder, text: str) -> None:
    """Append a text to a builder; an address in brackets goes, and the words before it become a link to it.

    The label runs back as far as it spells the target's name; where it does not, over a run of at least two
    capitalised words within the sentence; else it is the last word alone.
    """
    position = 0
    for match in _ADDRESS.finditer(text):
        before, address = text[position : match.start()].rstrip(" \t"), _GLUED.sub("", match[1])
        page = page_of_url(address)
        start, end = _label(before, page)
        builder.write(before[:start])
        offset = builder.here
        builder.write(before[start:end])
        title = spelled_title(builder.since(offset), page) if page else ""
        builder.link(offset, page=page, url="" if page else address, title=title)
        builder.write(before[end:])
        position = match.end()
    builder.write(text[position:])


def without_address(text: str) -> str:
    """A line less the address in brackets at its end; a line that is nothing else stays."""
    match = _ADDRESS.search(text) if text.endswith("]") else None
    return text[: match.start()].strip() or text if match and match.end() == len(text) else text


def _label(text: str, page: str) -> tuple[int, int]:
    """Start and end of the label at the end of `text`."""
    first = max(len(text) - _LONGEST_LABEL, 0)
    words = list(_WORD.finditer(text, first))[-_MOST_WORDS:]
    starts = [match.start() + (match.group()[0] == "(") for match in reversed(words)]
    spelled = next((start for start in starts if page and spelled_title(text[start:].strip(), page)), None)
    if spelled is not None:
        return _without_open_quote(text, spelled), len(text)
    return _capitals_start(words, len(text)), len(text.rstrip(_END_SIGNS))


def _without_open_quote(text: str, start: int) -> int:
    """A quotation mark that is not closed within the label stands before it."""
    return start + 1 if text[start] == '"' and text.count('"', start) == 1 else start


def _capitals_start(words: list[re.Match[str]], end: int) -> int:
    run: list[re.Match[str]] = []
    for word in reversed(words):
        if run and word.group().endswith(_END):
            break
        if not (word.group()[0].isupper() or word.group()[0].isdigit() or word.group() in names.MINOR_WORDS):
            break
        run.insert(0, word)
    capitals = [word for word in run if word.group() not in names.MINOR_WORDS]
    if capitals and capitals[0] is run[0] and _opens(words, run[0]):
        capitals = capitals[1:]
    if len(capitals) > 1:
        return capitals[0].start()
    return words[-1].start() if words else end


def _opens(words: list[re.Match[str]], word: re.Match[str]) -> bool:
    """Whether a word opens a sentence, so that its capital says nothing."""
    place = words.index(word)
    return place == 0 or words[place - 1].group().endswith(_END)
