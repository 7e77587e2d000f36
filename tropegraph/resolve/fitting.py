"""Which names mean a page of another name: general rules, each checked against the pages and names that there are.

A name that no page bears is looked up under what else it may be called. It moves where exactly one page fits by the
first rule by which any does; where two fit, it stays and is told.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from tropegraph.model import names
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve import likeness, spelling
from tropegraph.resolve.forms import Head, Move

Heads = Mapping[str, Head]
Lookup = Callable[[str], Iterable[str]]
"""From a squash key to the keys of the pages that bear it."""


@dataclass
class Fits:
    """What was found.

    Args:
        moves: Where a name leads, by key.
        unclear: Names that several pages fit, by key, with those pages' keys.
        elsewhere: Works named without a link that no page of their medium fits, by key, with the keys of the works of
            that name in other media.
    """

    moves: dict[str, Move] = field(default_factory=dict)
    unclear: dict[str, tuple[str, ...]] = field(default_factory=dict)
    elsewhere: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def settled(self, root: str) -> bool:
        """Whether anything fits a name."""
        return root in self.moves or root in self.unclear

    def take(self, root: str, rule: str, found: Iterable[str]) -> bool:
        """Note what fits a name by one rule; whether anything does."""
        pages = sorted(set(found) - {root})
        if len(pages) == 1:
            self.moves[root] = Move(pages[0], rule)
        elif pages:
            self.unclear[root] = tuple(pages)
        return bool(pages)


def fits(heads: Heads, roots: Mapping[str, str], known: Iterable[str]) -> Fits:
    """Names that mean a page of another name.

    Args:
        heads: All names that stand for themselves so far, by key.
        roots: Key of the page that each alias key leads to.
        known: Keys of trope titles known beforehand.
    """
    found = Fits()
    known_keys = frozenset(known)
    _tropes(heads, roots, known_keys, found)
    _works(heads, known_keys, found)
    _led_on(heads, roots, found)
    return found


def _tropes(heads: Heads, roots: Mapping[str, str], known: frozenset[str], found: Fits) -> None:
    """Names of tropes that are neither known nor read, as another way to write one that is."""
    read = {root for root, head in heads.items() if _in_main(head) and head.read and not head.ambiguous}
    titled = _by_title(heads, read)

    def bearing(key: str) -> Iterator[str]:
        root = spelling.trope_key(key)
        to = roots.get(root, root)
        if root in known or to in known or to in read:
            yield to

    open_names = {root: head for root, head in heads.items() if _is_open(head) and root not in known}
    for root, head in open_names.items():
        if not found.take(root, "title", titled.get((head.space, head.local), ())):
            rules = likeness.LINKED_TROPE_LIKENESSES if head.linked else likeness.TROPE_LIKENESSES
            _take_alike(root, head, rules, bearing, found)
    _plurals({root: head for root, head in open_names.items() if not found.settled(root)}, found)


def _is_open(head: Head) -> bool:
    """Whether it may be a trope, and neither its own page nor any claim says that it is something else."""
    return _in_main(head) and not head.read and not head.kinds & {NodeKind.WORK, NodeKind.INDEX}


def _plurals(open_names: Heads, found: Fits) -> None:
    """Singular and plural of a trope that is linked only: the rarer is the commoner, of two as common the longer."""
    rank = {root: (head.linked, head.places, -len(head.local), root) for root, head in open_names.items()}

    def linked(key: str) -> Iterator[str]:
        root = spelling.trope_key(key)
        if root in rank and open_names[root].linked:
            yield root

    for root, head in open_names.items():
        others = (other for key in likeness.keys(likeness.plurals, head.titles) for other in linked(key))
        found.take(root, "plural", (other for other in others if rank[other] > rank[root]))


def _take_alike(root: str, head: Head, rules: Mapping[str, likeness.Likeness], pages: Lookup, found: Fits) -> bool:
    """Note what fits a name by the first rule by which anything does."""
    titles = head.titles
    return any(
        found.take(root, rule, (page for key in likeness.keys(like, titles) for page in pages(key)))
        for rule, like in rules.items()
    )


def _by_title(heads: Heads, roots: Iterable[str]) -> dict[tuple[str, str], set[str]]:
    """Pages by their namespace and the key of the title that they show, where that does not spell their name."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for root in roots:
        head = heads[root]
        for key in head.shown_keys:
            found[head.space, key].add(root)
    return found


def _in_main(head: Head) -> bool:
    return head.space == names.DEFAULT_NAMESPACE


class Shelf:
    """Works by namespace: under their names, under the titles that they show, and under both without a year.

    Args:
        heads: All names.
        roots: Keys of the works.
    """

    def __init__(self, heads: Heads, roots: Iterable[str]) -> None:
        works = [root for root in roots if heads[root].space in spelling.MEDIUM_OF and not heads[root].ambiguous]
        self._heads = heads
        self._named = {(heads[root].space, heads[root].local): root for root in works}
        self._titled = _by_title(heads, works)
        self._bare: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._dated: dict[tuple[str, str], set[str]] = defaultdict(set)
        for root in works:
            for key, beside in heads[root].bare_keys:
                self._bare[heads[root].space, key].add(root)
                if beside.isdigit():
                    self._dated[heads[root].space, key].add(root)

    @cached_property
    def qualified(self) -> Mapping[str, set[str]]:
        """By the key of a title without its bracket: all names without a link that have it with one."""
        found: dict[str, set[str]] = defaultdict(set)
        for head in self._heads.values():
            for title in head.titles if not head.linked else ():
                bare, inside = likeness.without_qualifier(title)
                if inside:
                    found[names.squash(bare)].add(head.local)
        return found

    def named(self, spaces: Iterable[str]) -> Lookup:
        """Works that bear a name."""
        return lambda key: [self._named[s, key] for s in spaces if (s, key) in self._named]

    def titled(self, spaces: Iterable[str]) -> Lookup:
        """Works whose page shows a title that is not its name."""
        return lambda key: [root for s in spaces for root in self._titled.get((s, key), ())]

    def bare(self, spaces: Iterable[str]) -> Lookup:
        """Works that bear a name with a year, creator or country behind it."""
        return lambda key: [root for s in spaces for root in self._bare.get((s, key), ())]

    def dated(self, spaces: Iterable[str]) -> Lookup:
        """Works that bear a name with a year behind it: anything else there says that the plain name is another's."""
        return lambda key: [root for s in spaces for root in self._dated.get((s, key), ())]


def _works(heads: Heads, known: frozenset[str], found: Fits) -> None:
    """Works that are named without a page, or in no medium's namespace, or that are linked by another way to write."""
    loose = {root for root, h in heads.items() if h.space in spelling.MEDIUM_OF and not h.linked}
    stray = {root for root, h in heads.items() if _is_stray(root, h, known)}
    pages = Shelf(heads, (root for root, h in heads.items() if h.read))
    linked = [root for root, h in heads.items() if h.space in spelling.MEDIUM_OF and h.linked and not h.read]
    both = Shelf(heads, (root for root, h in heads.items() if h.linked))
    for root in linked:
        own = (heads[root].space,)
        if not _take_written(root, heads[root], own, pages, found, linked=True):
            _take_spelled_out(root, heads[root], both.named(own), found)
    placed = Shelf(heads, (root for root, h in heads.items() if h.linked and root not in found.moves))
    for root in sorted(loose):
        spaces = _spaces_beside(heads[root].space)
        fitting = found.take(root, "medium", placed.named(spaces)(heads[root].local))
        if not fitting:
            _take_unlinked(root, heads[root], spaces, placed, found)
    shelved = Shelf(heads, (root for root in heads if root not in stray and root not in found.moves))
    for root in sorted(stray):
        _take_stray(root, heads[root], shelved, found)
    for root in sorted(root for root in loose | stray if not found.settled(root)):
        if others := set(placed.named(spelling.MEDIUM_OF)(heads[root].local)) - {root}:
            found.elsewhere[root] = tuple(sorted(others))


def _take_written(
    root: str, head: Head, spaces: tuple[str, ...], shelf: Shelf, found: Fits, *, linked: bool = False
) -> bool:
    """A work as a page shows its title, or as another way to write its name."""
    rules = likeness.LINK_LIKENESSES if linked else likeness.WORK_LIKENESSES
    shown = shelf.titled(spaces)(head.local)
    return found.take(root, "title", shown) or _take_alike(root, head, rules, shelf.named(spaces), found)


def _take_spelled_out(root: str, head: Head, pages: Lookup, found: Fits) -> None:
    """A page name with leading digits is that with the number in words, read or not: names began with a letter once."""
    if head.local[:1].isdigit():
        _take_alike(root, head, {"number": likeness.numbers}, pages, found)


def _take_unlinked(root: str, head: Head, spaces: tuple[str, ...], shelf: Shelf, found: Fits) -> bool:
    """A work named by its title only: written otherwise, or with or without what a bracket adds."""
    if _take_written(root, head, spaces, shelf, found):
        return True
    bare = {names.squash(likeness.without_qualifier(title)[0]) for title in head.titles} - {head.local, ""}
    if not bare:
        return found.take(root, "year left out", shelf.dated(spaces)(head.local))
    several = any(len(shelf.qualified.get(key, ())) > 1 for key in bare)
    beside = [page for key in bare for page in shelf.bare(spaces)(key) if page != root]
    plain = [page for key in bare for page in shelf.named(spaces)(key)]
    return found.take(root, "year added", plain) if not several and not beside else False


def _spaces_beside(space: str) -> tuple[str, ...]:
    """Namespaces that a work named without a page may have, where it was given this one."""
    return tuple(dict.fromkeys(s for spaces in spelling.NAMESPACES_OF.values() if space in spaces for s in spaces))


def _is_stray(root: str, head: Head, known: frozenset[str]) -> bool:
    """Whether it is a work by every claim, and nothing but the claims says where it belongs."""
    if head.space in spelling.MEDIUM_OF or head.read or root in known:
        return False
    return head.space == spelling.UNPLACED or (_in_main(head) and head.kinds == {NodeKind.WORK})


def _take_stray(root: str, head: Head, shelf: Shelf, found: Fits) -> None:
    """The one work of the name in its media, else the one anywhere when its medium is not clear."""
    anywhere = tuple(spelling.MEDIUM_OF)
    spaces = tuple(space for medium in sorted(head.media) for space in spelling.NAMESPACES_OF[medium])
    here = set(shelf.named(spaces)(head.local))
    if len(here) == 1 or len(head.media) == 1:
        fitting = found.take(root, "medium", here)
    else:
        fitting = found.take(root, "only work", shelf.named(anywhere)(head.local))
    if not fitting:
        _take_unlinked(root, head, spaces or anywhere, shelf, found)


def _led_on(heads: Heads, roots: Mapping[str, str], found: Fits) -> None:
    """Works whose medium is open, with the work that a page of that name in `Main` only leads to."""
    for root, head in heads.items():
        if head.space == spelling.UNPLACED and root not in found.moves:
            to = roots.get(spelling.trope_key(head.local), root)
            if to != root and to in heads and heads[to].space in spelling.MEDIUM_OF:
                found.moves[root] = Move(to, "leads on")
