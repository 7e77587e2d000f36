"""Documents made shallow before lexbor reads them, where they are deeper than any page is.

The HTML Standard (13.2.6) has a parser look through all open elements at the start of each block, and repeat all open
marks in each paragraph: thousands of them within one another take time, and marks even memory, by the square. A mark
without attributes is repeated three times at most ("Noah's Ark clause", 13.2.4.3), and its attributes mean nothing to
us; of other elements, those that lie too deep are left out, and their text stays.
"""

import re

_MANY = 10_000
"""Documents with fewer tags than this take half a second at the worst, however deep they are."""

_MOST_DRESSED = 64
"""Pages have about twenty marks with attributes, for their icons."""

_DEEPEST = 256
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr "  # without an end
    "a p li dd dt tr td th thead tbody tfoot html head body".split()  # end with the next of their kind
)
_BLOCKS = frozenset(
    "address article aside blockquote center details dialog div dl fieldset figcaption figure footer form "
    "header main menu nav object ol pre section select table template ul".split()
)
"""Elements whose end ends all that is open in them."""

_DRESSED = r"<(?=[bcefinstuBCEFINSTU])((?i:b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u))[\s/]"
"""A mark with attributes. Its possible first letters come first, since they alone let the engine skip other tags."""

_START = re.compile(_DRESSED)
_WHOLE = re.compile(_DRESSED + r"""(?:(?:[^<>"']|"[^"<>]*"|'[^'<>]*')*+(>))?""")
_LARGE = 600_000
_LONGEST = re.compile(r"(<[a-zA-Z][^<>]{20000})[^<>]*")
"""A tag longer than any: lexbor compares each of its attributes with all others."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^>]*>?")


def shallow(text: str) -> tuple[str, bool]:
    """A document that can be read in linear time and memory, and whether elements were left out that lie too deep."""
    if len(_START.findall(text)) > _MOST_DRESSED:
        text = _WHOLE.sub(_plain, text)
    if len(text) > _LARGE:
        text = _LONGEST.sub(r"\1", text)
    if text.count("<") < _MANY:
        return text, False
    depth = _Depth()
    return _TAG.sub(depth.kept, text), depth.left_out


def _plain(mark: re.Match[str]) -> str:
    return f"<{mark[1]}>" if mark[2] else "<x-mark "


class _Depth:
    """Elements that are open in a document, as far as tags alone tell."""

    def __init__(self) -> None:
        self.left_out = False
        self._open: list[str] = []
        self._passed: dict[str, int] = {}

    def kept(self, tag: re.Match[str]) -> str:
        """The tag as it stands, or nothing where its element lies too deep."""
        name = tag[2].lower()
        if name in _VOID:
            return tag[0]
        return self._end(name, tag[0]) if tag[1] else self._start(name, tag[0])

    def _start(self, name: str, tag: str) -> str:
        if len(self._open) < _DEEPEST:
            self._open.append(name)
            return tag
        self.left_out = True
        self._passed[name] = self._passed.get(name, 0) + 1
        return ""

    def _end(self, name: str, tag: str) -> str:
        if self._passed.get(name):
            self._passed[name] -= 1
            return ""
        if name in self._open:
            last = len(self._open) - 1 - self._open[::-1].index(name)
            del self._open[last : None if name in _BLOCKS else last + 1]
        return tag
