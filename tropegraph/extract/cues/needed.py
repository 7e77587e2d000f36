"""Words without which a pattern cannot match, by which most of a text is passed over before any pattern is tried."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

Needs = tuple[frozenset[str], ...]
"""Sets of words, of each of which one stands in everything that a pattern matches; the most telling set first.

A word is a run of the letters a to z. One with a blank before it begins such a run, any other may stand within one.
"""

_TOKEN = re.compile(
    r"(?P<edge>\\b|\^|\(\?<!\[\\w-\]\)|\{[AVW]\})|"
    r"(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[:>]))?)|(?P<close>\))|(?P<bar>\|)|(?P<letter>[a-z])|"
    r"(?P<repeat>(?:[*+?]|\{\d*,?\d*\})[+?]?)|"
    r"(?P<gap>\\[s'\"()]|\[(?:\\s|\\\"|[^\w\\^\]])+\]|\{[NLS]\}|[ ',:;/-])|(?:\\.|\[\^?(?:\\.|[^\]])+\]|\{\w+\}|.)",
    re.DOTALL,
)
"""Parts of a pattern: `edge` matches nothing or ends in white space, `gap` ends in what is no letter."""

_EMPTY = ("{A}", "{V}", "{W}")
"""Edges that may match nothing at all."""

_AHEAD, _ASIDES = "(?=", ("(?!", "(?<!", "(?<=")
_OPTIONAL = re.compile(r"[*?]|\{0?,")
_COMMON = frozenset(
    "this that these them which who with into from for the and but are is be being it of to on in as by an my its "
    "his her their one some more other often may might can could will would another has have such than trope tropes "
    "concept idea theme page most sometimes usually frequently commonly probably common also or not all any at been "
    "up if re es ed ing you like un no action".split()
)

_Tokens = list[tuple[str, str]]


def needs(pattern: str) -> Needs:
    """What stands in everything that a pattern matches.

    Args:
        pattern: A pattern in the notation of `patterns`; what its abbreviations stand for is not looked at.
    """
    tokens = [(m.lastgroup or "", m.group()) for m in _TOKEN.finditer(pattern)]
    found = sorted(dict.fromkeys(map(_least, _group(tokens[::-1], begins=False).needs)), key=_vagueness)
    return tuple(words for words in found if not _is_common(words)) or tuple(found[:1])


def words_in(letters: str, longest: int) -> set[str]:
    """Every word that a whole run of letters may hold for a need, up to a length."""
    size = len(letters)
    within = {letters[i:j] for i in range(size) for j in range(i + 2, min(i + longest, size) + 1)}
    return within.union([" " + letters[:n] for n in range(2, min(longest, size) + 1)])


@dataclass(slots=True)
class _Branch:
    """One way through a group: its needs, the word being read, and whether a word would begin here."""

    begins: bool
    needs: list[frozenset[str]] = field(default_factory=list)
    word: str = ""

    def add(self, letter: str) -> None:
        self.word += letter if self.word or not self.begins else f" {letter}"
        self.begins = False

    def close(self) -> None:
        """End the word being read; one letter is none."""
        if len(self.word.strip()) > 1:
            self.needs.append(frozenset({self.word}))
        self.word = ""


def _group(tokens: _Tokens, *, begins: bool) -> _Branch:
    """The group that `tokens` begin with, the next one last; they are taken off up to its end."""
    branches = [_Branch(begins)]
    while tokens:
        kind, text = tokens.pop()
        branch = branches[-1]
        inner = _group(tokens, begins=branch.begins) if kind == "open" else None
        optional = bool(tokens) and bool(_OPTIONAL.match(tokens[-1][1]))
        if kind == "letter" and not optional:
            branch.add(text)
            continue
        branch.close()
        if kind == "close":
            break
        if kind == "bar":
            branches.append(_Branch(begins))
        elif inner:
            _enter(branch, inner, text, optional=optional)
        elif kind not in ("repeat", "edge"):
            branch.begins = kind == "gap" and (branch.begins or not optional)
        elif kind == "edge":
            branch.begins = branch.begins or text not in _EMPTY
    branches[-1].close()
    return _either(branches)


def _enter(branch: _Branch, inner: _Branch, opening: str, *, optional: bool) -> None:
    """Go on after a group within a branch."""
    if opening in _ASIDES:
        return
    branch.needs += [] if optional else inner.needs
    if opening != _AHEAD:
        branch.begins = inner.begins and (branch.begins or not optional)


def _either(branches: list[_Branch]) -> _Branch:
    """All that a single branch needs; of several, one word of the most telling set of each."""
    begins = all(branch.begins for branch in branches)
    if len(branches) == 1:
        return _Branch(begins, branches[0].needs)
    telling = [min(branch.needs, key=_vagueness) for branch in branches if branch.needs]
    return _Branch(begins, [frozenset[str]().union(*telling)] if len(telling) == len(branches) else [])


def _vagueness(words: frozenset[str]) -> tuple[bool, int]:
    """How many sentences hold one of these words, the fewest first: common words, then short ones."""
    return _is_common(words), -min(map(len, words))


def _is_common(words: Iterable[str]) -> bool:
    return any(word.strip() in _COMMON for word in words)


def _least(words: frozenset[str]) -> frozenset[str]:
    """The words without those that hold another one."""
    return frozenset(w for w in words if not any(o != w and o in w for o in words))
