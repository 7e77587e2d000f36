"""What the user says of single names: a small table that overrules every rule.

Three columns with tabs between, lines that begin with "#" aside::

    same       Main/StarcrossLovers    Main/StarCrossedLovers
    different  Film/Crash1996          Film/Crash
    alias      Romeo Trope             Main/StarCrossedLovers

`same` makes both one node, which has the second's name; `different` keeps them apart; `alias` leads a name, or a title
in the namespace of the page, to that page.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from tropegraph.errors import InputError
from tropegraph.resolve import spelling
from tropegraph.resolve.forms import Move

KINDS = ("same", "different", "alias")
RULE = "decision"

PARTED = "="
"""Stands between a key and the one spelling of it that is told apart."""


class Pair(NamedTuple):
    """Two page names."""

    first: str
    second: str


@dataclass(frozen=True)
class Decisions:
    """What the user says of single names.

    Args:
        same: Names of one node, which has the second's name.
        different: Names of two nodes.
        alias: Names that lead to a page.
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    alias: tuple[Pair, ...] = ()

    @property
    def pages(self) -> list[str]:
        """All page names that they speak of."""
        return [page for pair in (*self.same, *self.different, *self.alias) for page in pair]

    def told(self) -> list[list[str]]:
        """Each as its three columns, in the order of `KINDS`."""
        return [[kind, *pair] for kind in KINDS for pair in getattr(self, kind)]

    def __bool__(self) -> bool:
        return bool(self.pages)

    def key(self, page: str) -> str:
        """Key of a spelling: that of `spelling.key`, unless the name is to be told from another of that key."""
        key = spelling.key(page)
        parted = any(page == pair.second and key == spelling.key(pair.first) for pair in self.different)
        return f"{key}{PARTED}{page}" if parted else key

    def aliased(self, roots: Mapping[str, str]) -> dict[str, str]:
        """Aliases, with those of the user and without those that would unite what is different."""
        told = {self.key(pair.first): self.key(pair.second) for pair in self.alias}
        kept = {key: root for key, root in roots.items() if key not in told}
        for a, b in self._apart():
            if kept.get(a, a) == kept.get(b, b):
                kept.pop(a, None)
                kept.pop(b, None)
        return {**{key: told.get(root, root) for key, root in kept.items()}, **told}

    def settle(self, moves: Mapping[str, Move], roots: Mapping[str, str]) -> dict[str, Move]:
        """Moves, with those of the user and without those that would unite what is different."""
        kept = dict(moves)
        for a, b in ((roots.get(a, a), roots.get(b, b)) for a, b in self._apart()):
            if _end(a, kept) == _end(b, kept):
                kept.pop(a, None)
                kept.pop(b, None)
        for first, second in self.same:
            a, b = (self.key(page) for page in (first, second))
            a, b = _end(roots.get(a, a), kept), roots.get(b, b)
            kept.pop(b, None)
            if a != b:
                kept[a] = Move(b, RULE)
        return kept

    def _apart(self) -> list[tuple[str, str]]:
        return [(self.key(a), self.key(b)) for a, b in self.different]


NO_DECISIONS = Decisions()


def _end(key: str, moves: Mapping[str, Move]) -> str:
    while key in moves:
        key = moves[key].to
    return key


def parse_decisions(text: str, name: str) -> Decisions:
    """Decisions from the text of a file.

    Args:
        text: The file's text.
        name: The file's name, for errors.

    Raises:
        InputError: A line is none of the three kinds, lacks a name, or contradicts one above it.
    """
    found: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    said: dict[frozenset[str], str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        kind, pair = _row(line, f"{name}, line {number}")
        about = frozenset(pair)
        if said.setdefault(about, kind) != kind:
            raise InputError(f"{name}, line {number}, contradicts a line above it.", "Keep one of the two.")
        found[kind].append(pair)
    return Decisions(**{kind: tuple(pairs) for kind, pairs in found.items()})


def _row(line: str, where: str) -> tuple[str, Pair]:
    cells = [cell.strip() for cell in line.split("\t")]
    hint = "Write three columns with tabs between: same, different or alias; a name; a page such as Main/TheHero."
    if len(cells) != 3 or cells[0] not in KINDS:
        raise InputError(f"{where}, is no decision.", hint)
    kind, first, second = cells
    if kind == "alias":
        first = spelling.of_alias(first, second)
    pair = Pair(first, second)
    if not all(map(spelling.is_page_name, pair)) or first == second:
        raise InputError(f"{where}, does not name two pages.", hint)
    return kind, pair
