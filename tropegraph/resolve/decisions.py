"""What the user says of single names: a small table that overrules every rule.

Three columns with tabs between, lines that begin with "#" aside::

    same       Main/StarcrossLovers    Main/StarCrossedLovers
    different  Film/Crash1996          Film/Crash
    alias      Romeo Trope             Main/StarCrossedLovers

`same` makes both one node, which has the second's name; `different` keeps them apart; `alias` leads a name, or a title
in the namespace of the page, to that page.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from tropegraph.errors import InputError
from tropegraph.resolve import spelling
from tropegraph.resolve.forms import Move

KINDS = ("same", "different", "alias")
RULE = "decision"

HINT = "Write three columns with tabs between: same, different or alias; a name; a page such as Main/TheHero."
Above = dict[object, tuple[int, str]]
"""What lines above say, with their number: how two names are to one another, and where an alias leads."""

_SHOWN = 20
"""Wrong lines that are told one by one."""

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

    @cached_property
    def _parted(self) -> frozenset[str]:
        """Spellings that are told from another of their key."""
        pairs = ((pair.second, spelling.key(pair.first)) for pair in self.different)
        return frozenset(page for page, key in pairs if spelling.key(page) == key)

    def key(self, page: str) -> str:
        """Key of a spelling: that of `spelling.key`, unless the name is to be told from another of that key."""
        key = spelling.key(page)
        return f"{key}{PARTED}{page}" if page in self._parted else key

    def aliased(self, roots: Mapping[str, str]) -> dict[str, str]:
        """Aliases, with those of the user and without those that would unite what is different.

        Where a page leads to what the user leads to that page, the user's word counts.
        """
        told = {self.key(pair.first): self.key(pair.second) for pair in self.alias}
        kept = {key: root for key, root in roots.items() if key not in told}
        for a, b in self._apart():
            if kept.get(a, a) == kept.get(b, b):
                kept.pop(a, None)
                kept.pop(b, None)
        steps = {**kept, **told}
        for way in (_way(key, steps) for key in told):
            if way[-1] in steps:
                steps.pop(next(key for key in way if key not in told))
        return {key: _way(key, steps)[-1] for key in steps}

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


def _way(key: str, steps: Mapping[str, str]) -> list[str]:
    """All keys on the way from one, itself first; a circle is gone round once."""
    way = {key: None}
    while (key := steps.get(key, key)) not in way:
        way[key] = None
    return list(way)


def decisions_of(rows: Iterable[Sequence[str]]) -> Decisions:
    """Decisions from their three columns, as `Decisions.told` gives them."""
    found: dict[str, list[Pair]] = {kind: [] for kind in KINDS}
    for kind, first, second in rows:
        found[kind].append(Pair(first, second))
    return Decisions(**{kind: tuple(pairs) for kind, pairs in found.items()})


def parse_decisions(text: str, name: str) -> Decisions:
    """Decisions from the text of a file.

    Args:
        text: The file's text.
        name: The file's name, for errors.

    Raises:
        InputError: Lines are none of the three kinds, lack a name, or contradict one above; each is told in a sentence
            on a line of its own.
    """
    rows: list[tuple[str, str, str]] = []
    wrong: list[str] = []
    above: Above = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            cells = _cells(line)
            why = _why_wrong(cells) or _contradicted(cells, number, above)
            if why:
                wrong.append(f"{name}, line {number}, {why}.")
            else:
                rows.append((cells[0], cells[1], cells[2]))
    if wrong:
        more = [f"So are {len(wrong) - _SHOWN} more lines."] if len(wrong) > _SHOWN else []
        raise InputError("\n".join([*wrong[:_SHOWN], *more]), HINT)
    return decisions_of(rows)


def _cells(line: str) -> list[str]:
    """The columns of a line; an alias that is a title is the page name that it stands for."""
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) == 3 and cells[0] == "alias":
        cells[1] = spelling.of_alias(cells[1], cells[2]) or cells[1]
    return cells


def _why_wrong(cells: Sequence[str]) -> str:
    """What is wrong with a line by itself; empty when nothing is."""
    if len(cells) != 3:
        return f"has {len(cells)} column{'s' * (len(cells) > 1)} instead of 3"
    kind, *pages = cells
    if kind not in KINDS:
        return f'begins with "{kind}", which is none of {", ".join(KINDS)}'
    if nameless := [page for page in pages if not spelling.is_page_name(page)]:
        return f'names "{nameless[0]}", which is no page such as Main/TheHero'
    return "names one page twice" if pages[0] == pages[1] else ""


def _contradicted(cells: Sequence[str], number: int, above: Above) -> str:
    """Which line above a line contradicts; empty when it contradicts none, and then it is noted.

    Two names are the same or different, and an alias leads to one page, and not back to itself.
    """
    kind, first, second = cells
    said: list[tuple[object, str]] = [(frozenset((first, second)), kind)]
    said += [(first, second)] if kind == "alias" else []
    if lines := [above[about][0] for about, what in said if about in above and above[about][1] != what]:
        return f"contradicts line {lines[0]}"
    if kind == "alias" and (line := _line_back(first, second, above)):
        return f"contradicts line {line}: the name leads back to itself"
    above.update({about: (number, what) for about, what in said if about not in above})
    return ""


def _line_back(first: str, second: str, above: Above) -> int:
    """The line by which an alias' target leads back to the alias; 0 where none does."""
    page = second
    while page in above:
        line, page = above[page]
        if page == first:
            return line
    return 0
