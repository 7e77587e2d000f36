"""Which spellings are one node, the node's id, and why.

A wiki has a bounded number of names, however many facts it states: so this is plain Python over distinct spellings,
and the facts themselves are joined to its outcome as tables.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.model.names import KnownName
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve import spelling
from tropegraph.resolve.aliases import end
from tropegraph.resolve.decisions import NO_DECISIONS, PARTED, RULE, Decisions
from tropegraph.resolve.fitting import fits
from tropegraph.resolve.forms import Form, Head, Move

__all__ = ["Form", "Identity", "identify"]


@dataclass(frozen=True)
class Identity:
    """Which node each spelling is, and the steps that lead there.

    Args:
        ids: Node id by spelling.
        keys: Key by spelling.
        moves: Where a key leads that is not a node of its own.
        named: Node id by key, of keys that are nodes of their own.
        unclear: Names that several pages fit, by key, with those pages' keys.
        elsewhere: Works that no page of their medium fits, by key, with the keys of works of that name in other media.
        findings: What is told of those.
    """

    ids: Mapping[str, str]
    keys: Mapping[str, str]
    moves: Mapping[str, Move]
    named: Mapping[str, str]
    unclear: Mapping[str, tuple[str, ...]]
    elsewhere: Mapping[str, tuple[str, ...]]
    findings: Sequence[Finding]


def identify(
    forms: Iterable[Form],
    roots: Mapping[str, str],
    known: Iterable[KnownName],
    decisions: Decisions = NO_DECISIONS,
) -> Identity:
    """The node of every spelling.

    Args:
        forms: Every distinct spelling, once.
        roots: Key of the page that each alias key leads to, as `aliases.close` gives it.
        known: Trope titles known beforehand.
        decisions: What the user says of single names, which overrules all else.

    Returns:
        The node ids, with the steps. An id is a page that was read, else the known CamelCase, else the most frequent
        spelling, else the first by name.
    """
    camels = {spelling.trope_key(name.key): _fitting(name) for name in known}
    keys = {form.page: decisions.key(form.page) for form in forms}
    told = {decisions.key(pair.first) for pair in decisions.alias}
    roots = decisions.aliased(roots)
    by_root = _grouped(forms, keys, roots)
    heads = {root: _head(root, group) for root, group in by_root.items()}
    found = fits(heads, roots, camels)
    moves = decisions.settle(found.moves, roots)
    unclear, elsewhere = (
        {root: pages for root, pages in some.items() if root not in moves} for some in (found.unclear, found.elsewhere)
    )
    steps = {root: move.to for root, move in moves.items()}
    named = _ids(heads, {root: end(root, steps) for root in heads}, keys, camels)
    return Identity(
        ids={form.page: named[end(root, steps)] for root, group in by_root.items() for form in group},
        keys=keys,
        moves={**{key: Move(root, RULE if key in told else "alias") for key, root in roots.items()}, **moves},
        named=named,
        unclear=unclear,
        elsewhere=elsewhere,
        findings=[
            *(_unclear(heads[root], pages, named) for root, pages in unclear.items()),
            *(_elsewhere(heads[root], pages, named) for root, pages in elsewhere.items()),
        ],
    )


def _unclear(head: Head, pages: Iterable[str], named: Mapping[str, str]) -> Finding:
    fitting = ", ".join(sorted(named.get(page, page) for page in pages))
    message = f"{head.forms[0].page} fits several pages ({fitting}); it stays apart."
    return Finding("name-ambiguous", head.input, "", message)


def _elsewhere(head: Head, pages: Iterable[str], named: Mapping[str, str]) -> Finding:
    others = ", ".join(sorted({named.get(page, page) for page in pages}))
    message = f"{head.forms[0].page} is told without a link and fits no page of its medium, only of others ({others})."
    return Finding("other-medium", head.input, "", message)


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
    return Head(names.namespace(root), names.local(root).partition(PARTED)[0], tuple(group))


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
