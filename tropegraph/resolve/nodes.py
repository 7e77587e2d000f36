"""What a node is called and what it is: kind, name, medium, aliases, address."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.vocabulary import (
    CREATOR_NAMESPACES,
    DISAMBIGUATION_NAMESPACES,
    META_NAMESPACES,
    NODE_KIND_OF_PAGE,
    USEFUL_NOTES_NAMESPACES,
    WORK_SUBPAGE_NAMESPACES,
    NodeKind,
    PageKind,
)
from tropegraph.resolve import spelling
from tropegraph.resolve.forms import Form
from tropegraph.resolve.tables import Input

CLOSED_NAMESPACES = (
    META_NAMESPACES | CREATOR_NAMESPACES | USEFUL_NOTES_NAMESPACES | DISAMBIGUATION_NAMESPACES | WORK_SUBPAGE_NAMESPACES
)
"""Namespaces whose pages are neither tropes nor works, whatever a fact takes them for."""

_ORDER = tuple(NodeKind)


@dataclass(frozen=True)
class Node:
    """One node.

    Args:
        id: Its page name.
        forms: Its spellings.
        inputs: The inputs that are about it: its own page and its subpages.
        known: It is a trope title known beforehand.
        other_titles: Titles that its pages or redirects say lead to it.
    """

    id: str
    forms: Sequence[Form]
    inputs: Sequence[Input] = ()
    known: bool = False
    other_titles: Collection[str] = ()

    @property
    def own(self) -> list[Input]:
        """The inputs that are its own page."""
        return [i for i in self.inputs if i.is_own]

    @cached_property
    def read_kinds(self) -> Counter[NodeKind]:
        """Kinds of its own pages, with their number; an input read twice counts once."""
        kinds = {(i.digest or i.id, NODE_KIND_OF_PAGE.get(PageKind(i.kind), NodeKind.PAGE)) for i in self.inputs}
        return Counter(kind for _, kind in kinds)

    @cached_property
    def claims(self) -> Counter[NodeKind]:
        """Kinds that facts take it for, with the number of places."""
        total: Counter[NodeKind] = Counter()
        for form in self.forms:
            total.update({NodeKind(kind): places for kind, places in form.claims.items()})
        return total

    @cached_property
    def kind(self) -> NodeKind:
        """What it is: as its own page says, else as its namespace does, else as facts take it."""
        return _most(self.read_kinds) or kind_by_name(self.id, self.known) or kind_by_claims(self.id, self.claims)

    @cached_property
    def name(self) -> str:
        """Its own page's title, else the best label that spells it, else its page name as words.

        A title that is the page name as words states nothing: wiki source and file names give no other.
        """
        plain = names.title_of(self.id)
        own = sorted(i.title for i in self.own or self.inputs if i.title and i.title != plain)
        return own[0] if own else _label(self.id, self.forms) or plain

    @property
    def medium(self) -> str:
        """Medium of a work: as its page says, else its namespace, else the headings it stands under."""
        if self.kind is not NodeKind.WORK:
            return ""
        own = sorted(i.medium for i in self.inputs if i.medium)
        return own[0] if own else spelling.MEDIUM_OF.get(names.namespace(self.id), "") or _heading(self.forms)

    @property
    def aliases(self) -> list[str]:
        """Other titles that lead to it, sorted."""
        same = {names.squash(self.name), names.squash(names.local(self.id))}
        others = [f for f in self.forms if f.places and names.squash(names.local(f.page)) not in same]
        spelled = (_label(f.page, [f]) or names.title_of(f.page) for f in others)
        return sorted({title for title in (*self.other_titles, *spelled) if names.squash(title) not in same})

    @property
    def url(self) -> str:
        """Address of its own page."""
        return min((i.url for i in self.own if i.url), default="")

    def conflict(self) -> Finding | None:
        """What is told when pages and facts take it for things that exclude each other; anything may be a list too."""
        said = {*self.read_kinds, *self.claims, self.kind}
        stand_in = NodeKind.TROPE if self.kind is NodeKind.INDEX else self.kind
        if len({stand_in if kind is NodeKind.INDEX else kind for kind in said}) < 2:
            return None
        told = ", ".join(kind for kind in _ORDER if kind in said)
        where = min([i.id for i in self.inputs] or [f.input for f in self.forms if f.input] or [""])
        return Finding("kind-conflict", where, "", f"{self.id} is taken for {told}; it stays {self.kind}.")

    def row(self) -> dict[str, object]:
        """Its row of the nodes table."""
        return {
            "id": self.id,
            "name": self.name,
            "kind": self.kind.value,
            "namespace": names.namespace(self.id),
            "medium": self.medium,
            "aliases": self.aliases,
            "url": self.url,
            "has_page": bool(self.own),
        }


def kind_by_name(page: str, known: bool) -> NodeKind | None:
    """Kind that a page name settles by itself.

    Args:
        page: Page name.
        known: It is a trope title known beforehand.
    """
    space = names.namespace(page)
    if space in spelling.MEDIUM_OF or space == spelling.UNPLACED:
        return NodeKind.WORK
    return NodeKind.TROPE if known and not spelling.is_list_name(page) else None


def kind_by_claims(page: str, claims: Mapping[NodeKind, int]) -> NodeKind:
    """Kind that facts give a page whose name does not settle it.

    Args:
        page: Page name.
        claims: In how many places a fact takes it for each kind.
    """
    index, trope, work = (claims.get(kind, 0) for kind in (NodeKind.INDEX, NodeKind.TROPE, NodeKind.WORK))
    if names.namespace(page) in CLOSED_NAMESPACES:
        return NodeKind.INDEX if index else NodeKind.PAGE
    if work > trope + index:
        return NodeKind.WORK
    if spelling.is_list_name(page) or (index and not trope):
        return NodeKind.INDEX
    return NodeKind.TROPE if trope or names.namespace(page) == names.DEFAULT_NAMESPACE else NodeKind.PAGE


TELLING = 20
"""Plain labels that one with punctuation or accents outweighs: a WikiWord cannot show them, whoever wrote it."""


def _most(kinds: Counter[NodeKind]) -> NodeKind | None:
    return min(kinds, key=lambda kind: (-kinds[kind], _ORDER.index(kind)), default=None)


def _label(page: str, forms: Iterable[Form]) -> str:
    """The label that spells the page name: in title case rather than not, then the most telling, then the first."""
    wanted = names.squash(names.local(page))
    total: Counter[str] = Counter()
    for form in forms:
        total.update({title: places for title, places in form.titles.items() if names.squash(title) == wanted})
    plain = names.fold(names.title_of(page))
    weight = {title: n if names.fold(title) == plain else n * TELLING for title, n in total.items()}
    return min(total, key=lambda title: (not _is_title_case(title), -weight[title], title), default="")


def _is_title_case(title: str) -> bool:
    words = title.split()
    return not any(w[0].islower() and (i == 0 or w not in names.MINOR_WORDS) for i, w in enumerate(words))


def _heading(forms: Iterable[Form]) -> str:
    """The known medium under whose headings it stands most often."""
    total: Counter[str] = Counter()
    for form in forms:
        total.update({medium: n for medium, n in form.media.items() if medium in spelling.NAMESPACES_OF})
    return min(total, key=lambda medium: (-total[medium], medium), default="")
