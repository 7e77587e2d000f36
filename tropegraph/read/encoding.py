"""Bytes to text, where the encoding is declared, declared wrongly, or not at all."""

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; the longer ones come before those that begin like them."""

_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset\s*=\s*["']?\s*|(?<=\A<)\?xml[^>]{0,100}?encoding=["'])([\w.:-]{2,40})"""
)
"""For lower-case bytes: without `re.I` and with one first character, the engine can skip what is no tag."""

_BEYOND_ASCII = bytes(range(0x80, 0x100))
_HEAD = 32_768
_SAMPLE = 200_000
_SAME_AS_WINDOWS = frozenset({"iso8859-1", "ascii"})
_LAST_RESORT = "cp1252"
_MANY_BYTES = ("utf", "gb", "big5", "shift", "euc", "iso2022", "cp932", "cp949", "johab", "hz")
"""Encodings whose guess is trusted; of those with one byte a character, a page in English is Windows-1252."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was read with, and the declared one where that did not fit (else empty)."""

    text: str
    encoding: str
    refused: str = ""


def decode(data: bytes) -> Decoded:
    """Text of a page.

    A byte order mark counts first; then UTF-8, which other encodings hardly ever look like; then what the page
    declares, ISO 8859-1 being read as Windows-1252 as browsers do (WHATWG Encoding Standard, section 4.2); then a
    guess. Whatever cannot be decoded becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace"), encoding)
    declared = _declared(data)
    for encoding in ("utf-8", declared):
        if encoding and (text := _strict(data, encoding)) is not None:
            fits = not declared or encoding == declared or data.isascii()
            return Decoded(text, encoding, "" if fits else declared)
    guess = _guess(data)
    return Decoded(data.decode(guess, "replace"), guess, declared or "utf-8")


def _declared(data: bytes) -> str:
    match = _DECLARED.search(data[:_HEAD].lower())
    if match is None:
        return ""
    try:
        name = codecs.lookup(match[1].decode("ascii")).name
    except LookupError:
        return ""
    return _LAST_RESORT if name in _SAME_AS_WINDOWS else name


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        text, _ = codecs.lookup(encoding).decode(data)
    except (UnicodeError, ValueError):
        return None
    return text if isinstance(text, str) else None


def _guess(data: bytes) -> str:
    """The likeliest encoding.

    A page that is UTF-8 but for a few bytes stays UTF-8. A page with few bytes beyond ASCII is in one of the encodings
    of Western Europe, for which Windows-1252 stands; only for others is a statistical guess worth its time.
    """
    broken = data.decode("utf-8", "replace")
    faults = broken.count("\N{REPLACEMENT CHARACTER}")
    beyond = len(data) - len(data.translate(None, _BEYOND_ASCII))
    if faults * 20 < beyond:
        return "utf-8"
    if beyond * 20 < len(data):
        return _LAST_RESORT
    best = from_bytes(data[:_SAMPLE]).best()
    return best.encoding if best and best.encoding.startswith(_MANY_BYTES) else _LAST_RESORT
