"""Which spellings are one node, and the node's id.

A wiki has a bounded number of names, however many facts it states: so this is plain Python over distinct spellings,
and the facts themselves are joined to its outcome as tables.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tropegraph.model import names
from tropegraph.model.names import KnownName
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve import spelling


@dataclass(frozen=True, slots=True)
class Form:
    """One spelling of a page name, and how it is used.

    Args:
        page: The page name as spelled.
        read: A page of this name was read.
        linked: Some page links it, rather than naming it only.
        places: How many places use it.
        claims: In how many places a fact takes it for a node of each kind.
        media: Media under whose headings it stands as a work, with the number of places.
        titles: Titles that references to it give, with the number of places.
        input: First input that uses it.
    """

    page: str
    read: bool = False
    linked: bool = False
    places: int = 0
    claims: Mapping[str, int] = field(default_factory=dict)
    media: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[str, int] = field(default_factory=dict)
    input: str = ""


@dataclass(frozen=True, slots=True)
class Head:
    """All spellings of one key."""

    space: str
    local: str
    forms: tuple[Form, ...]

    @property
    def read(self) -> bool:
        """A page of this name was read."""
        return any(form.read for form in self.forms)

    @property
    def linked(self) -> bool:
        """Some page links it."""
        return any(form.linked or form.read for form in self.forms)

    @property
    def kinds(self) -> set[str]:
        """Kinds that facts take it for."""
        return {kind for form in self.forms for kind in form.claims}

    @property
    def media(self) -> set[str]:
        """Media with namespaces of their own under whose headings it stands."""
        return {medium for form in self.forms for medium in form.media if spelling.NAMESPACES_OF.get(medium)}


def identify(forms: Iterable[Form], roots: Mapping[str, str], known: Iterable[KnownName]) -> dict[str, str]:
    """The node id of every spelling.

    Args:
        forms: Every distinct spelling, once.
        roots: Key of the page that each alias key leads to, as `aliases.close` gives it.
        known: Trope titles known beforehand.

    Returns:
        Node id by spelling. An id is a page that was read, else the known CamelCase, else the most frequent spelling,
        else the first by name.
    """
    camels = {spelling.trope_key(name.key): _fitting(name) for name in known}
    keys = {form.page: spelling.key(form.page) for form in forms}
    by_root = _grouped(forms, keys, roots)
    heads = {root: _head(root, group) for root, group in by_root.items()}
    moved = {root: roots.get(single, single) for root, single in _plurals(heads, camels).items()}
    moved.update(_works(heads, camels))
    moved.update(_led_on(heads, roots, moved))
    final = {root: moved.get(root, root) for root in heads}
    ids = _ids(heads, final, keys, camels)
    return {form.page: ids[final[root]] for root, group in by_root.items() for form in group}


def _fitting(name: KnownName) -> str:
    """The CamelName, unless it spells another key: then it would name another node."""
    return name.camel if names.squash(name.camel) == name.key else ""


def _grouped(forms: Iterable[Form], keys: Mapping[str, str], roots: Mapping[str, str]) -> dict[str, list[Form]]:
    groups: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        key = keys[form.page]
        groups[roots.get(key, key)].append(form)
    return groups


def _head(root: str, group: Sequence[Form]) -> Head:
    return Head(names.namespace(root), names.local(root), tuple(group))


def _plurals(heads: Mapping[str, Head], known: Mapping[str, str]) -> dict[str, str]:
    """Keys that are only the plural of a trope that is known or was read, with that trope's key."""
    firm = {names.local(key) for key in known} | {h.local for h in heads.values() if h.read and _in_main(h)}
    moved = {}
    for root, head in heads.items():
        if _in_main(head) and head.local not in firm and not head.kinds & {NodeKind.WORK, NodeKind.INDEX}:
            single = spelling.singular_among(head.local, firm)
            if single is not None:
                moved[root] = spelling.trope_key(single)
    return moved


def _in_main(head: Head) -> bool:
    return head.space == names.DEFAULT_NAMESPACE


def _works(heads: Mapping[str, Head], known: Mapping[str, str]) -> dict[str, str]:
    """Keys of works that are named without a page, or in no medium's namespace, with the one page that fits."""
    loose = {root for root, h in heads.items() if h.space in spelling.MEDIUM_OF and not h.linked}
    stray = {root for root, h in heads.items() if _is_stray(root, h, known)}
    placed = _pages_by_local(heads, [root for root in heads if root not in loose and root not in stray])
    moved = {root: fit for root in loose if (fit := _fit_in_medium(heads[root], placed))}
    all_works = _pages_by_local(heads, [root for root in heads if root not in stray and root not in moved])
    moved.update({root: fit for root in stray if (fit := _fit(heads[root], all_works))})
    return moved


def _led_on(heads: Mapping[str, Head], roots: Mapping[str, str], moved: Mapping[str, str]) -> dict[str, str]:
    """Keys of works whose medium is open, with the work that a page of that name in `Main` only leads to."""
    open_ = {root: h for root, h in heads.items() if h.space == spelling.UNPLACED and root not in moved}
    led = {root: roots.get(spelling.trope_key(h.local), root) for root, h in open_.items()}
    return {
        root: to for root, to in led.items() if to != root and to in heads and heads[to].space in spelling.MEDIUM_OF
    }


def _is_stray(root: str, head: Head, known: Mapping[str, str]) -> bool:
    """Whether it is a work by every claim, and nothing but the claims says where it belongs."""
    if head.space in spelling.MEDIUM_OF or head.read or root in known:
        return False
    return head.space == spelling.UNPLACED or (_in_main(head) and head.kinds == {NodeKind.WORK})


def _pages_by_local(heads: Mapping[str, Head], roots: Iterable[str]) -> dict[str, dict[str, str]]:
    """Works in media's namespaces: root by namespace, by local key."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for root in roots:
        if heads[root].space in spelling.MEDIUM_OF:
            found[heads[root].local][heads[root].space] = root
    return found


def _fit_in_medium(head: Head, placed: Mapping[str, Mapping[str, str]]) -> str | None:
    """The one page of the head's medium and name, where a work named without a page may have been given another."""
    spaces = {space for spaces in spelling.NAMESPACES_OF.values() if head.space in spaces for space in spaces}
    return _one(root for space, root in placed.get(head.local, {}).items() if space in spaces)


def _fit(head: Head, works: Mapping[str, Mapping[str, str]]) -> str | None:
    """The one work of the head's name in its media, else the one anywhere when its medium is not clear."""
    found = works.get(head.local, {})
    spaces = {space for medium in head.media for space in spelling.NAMESPACES_OF[medium]}
    fit = _one(root for space, root in found.items() if space in spaces)
    return _one(found.values()) if fit is None and len(head.media) != 1 else fit


def _one(roots: Iterable[str]) -> str | None:
    found = list(roots)
    return found[0] if len(found) == 1 else None


def _ids(
    heads: Mapping[str, Head], final: Mapping[str, str], keys: Mapping[str, str], camels: Mapping[str, str]
) -> dict[str, str]:
    members: dict[str, list[Form]] = defaultdict(list)
    for root, target in final.items():
        members[target].extend(heads[root].forms)
    named = {target: _id(target, forms, keys, camels.get(target, "")) for target, forms in members.items()}
    placed = {target: _placed(page, members[target]) for target, page in named.items()}
    return {target: named[target] if spelling.key(page) in members else page for target, page in placed.items()}


def _id(root: str, forms: Sequence[Form], keys: Mapping[str, str], camel: str) -> str:
    """The best spelling of the root itself; a page that only redirects here does not name the node."""
    own = [form for form in forms if keys[form.page] == root]
    known = f"{names.DEFAULT_NAMESPACE}/{camel}" if camel else ""
    if not any(form.read for form in own) and known:
        return known
    return min(own or forms, key=lambda f: (not f.read, f.page != known, -f.places, f.page)).page


def _placed(page: str, forms: Sequence[Form]) -> str:
    """A work whose medium no link says, in the namespace of the media under which it mostly stands.

    A link without a namespace says none either: works stood among the tropes once, and old pages still link them so.
    """
    only_work = all(kind == NodeKind.WORK for form in forms for kind in form.claims)
    loose = (spelling.UNPLACED, names.DEFAULT_NAMESPACE) if only_work else (spelling.UNPLACED,)
    if names.namespace(page) not in loose or any(form.read for form in forms):
        return page
    spaces: Counter[str] = Counter()
    for medium, places in (m for form in forms for m in form.media.items()):
        spaces[spelling.work_space(medium)] += places
    space = next((space for space, places in spaces.items() if places * 2 > spaces.total()), spelling.UNPLACED)
    return page if space == spelling.UNPLACED else f"{space}/{names.local(page)}"
