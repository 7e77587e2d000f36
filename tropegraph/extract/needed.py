"""Words without which a pattern cannot match, by which most of a text is passed over before any pattern is tried."""

import re

Needs = tuple[frozenset[str], ...]
"""Sets of words, of each of which one stands in everything that a pattern matches; the most telling set first."""

_TOKEN = re.compile(
    r"(?P<open>\((?:\?(?:P<\w+>|<?[=!]|[:>]))?)|(?P<close>\))|(?P<bar>\|)|(?P<letter>[a-z])|"
    r"(?P<repeat>(?:[*+?]|\{\d*,?\d*\})[+?]?)|(?:\\.|\[\^?(?:\\.|[^\]])+\]|\{\w+\}|.)",
    re.DOTALL,
)
_LOOKS = ("(?!", "(?<!", "(?<=")
_OPTIONAL = re.compile(r"[*?]|\{0?,")
_COMMON = frozenset(
    "this that these them which who with into from for the and but are is be being it of to on in as by an my its "
    "his her their one some more other often may might can could will would another has have such than trope tropes "
    "concept idea theme page most sometimes usually frequently commonly probably common also or not all any at been "
    "up if re es ed ing you like un no action".split()
)


def needs(pattern: str) -> Needs:
    """What stands in everything that a pattern matches.

    Args:
        pattern: A pattern in the notation of `patterns`; what its abbreviations stand for is not looked at.
    """
    tokens = [(m.lastgroup or "", m.group()) for m in _TOKEN.finditer(pattern)]
    found = sorted(dict.fromkeys(map(_least, _group(tokens[::-1]))), key=_vagueness)
    return tuple(words for words in found if words.isdisjoint(_COMMON)) or tuple(found[:1])


def _group(tokens: list[tuple[str, str]]) -> list[frozenset[str]]:
    """Needs of the group that `tokens` begin with, the next one last; they are taken off up to its end."""
    branches: list[list[frozenset[str]]] = [[]]
    word = ""
    while tokens:
        kind, text = tokens.pop()
        inner = _group(tokens) if kind == "open" else []
        kept = text not in _LOOKS and not (tokens and _OPTIONAL.match(tokens[-1][1]))
        if kind == "letter" and kept:
            word += text
            continue
        branches[-1] += [frozenset({word})] if len(word) > 1 else []
        branches[-1] += inner if kept else []
        word = ""
        if kind == "close":
            break
        if kind == "bar":
            branches.append([])
    branches[-1] += [frozenset({word})] if len(word) > 1 else []
    return _either(branches)


def _either(branches: list[list[frozenset[str]]]) -> list[frozenset[str]]:
    """What one branch or another needs: all that a single one does, else one word of the most telling set of each."""
    if len(branches) == 1 or not all(branches):
        return branches[0] if len(branches) == 1 else []
    return [frozenset[str]().union(*(min(branch, key=_vagueness) for branch in branches))]


def _vagueness(words: frozenset[str]) -> tuple[bool, int]:
    """How many sentences hold one of these words, the fewest first: common words, then short ones."""
    return not words.isdisjoint(_COMMON), -min(map(len, words))


def _least(words: frozenset[str]) -> frozenset[str]:
    """The words without those that hold another one."""
    return frozenset(w for w in words if not any(o != w and o in w for o in words))
