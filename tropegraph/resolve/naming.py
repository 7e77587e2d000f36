"""Which spelling is which node, and what each node is: all of resolving that is about names."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tropegraph.model.findings import Finding
from tropegraph.model.names import KnownName
from tropegraph.model.vocabulary import PageKind
from tropegraph.resolve import aliases, notes, spelling
from tropegraph.resolve.aliases import Alias, Closure
from tropegraph.resolve.decisions import NO_DECISIONS, Decisions
from tropegraph.resolve.forms import Form
from tropegraph.resolve.identity import Identity, identify
from tropegraph.resolve.nodes import Node
from tropegraph.resolve.tables import Input


@dataclass(frozen=True)
class Named:
    """Every spelling and every node.

    Args:
        identity: Which node each spelling is, and the steps that lead there.
        nodes: All nodes there could be, sorted by id.
        findings: What could not be settled.
        stated: What the inputs say of other names, as it was taken.
    """

    identity: Identity
    nodes: Sequence[Node]
    findings: Sequence[Finding]
    stated: Sequence[Alias]

    @property
    def ids(self) -> Mapping[str, str]:
        """Node id by spelling."""
        return self.identity.ids


def name_nodes(
    used: Mapping[str, Form],
    inputs: Sequence[Input],
    stated: Sequence[Alias],
    known: Sequence[KnownName],
    decisions: Decisions = NO_DECISIONS,
) -> Named:
    """Decide on names.

    Args:
        used: Every spelling in the claims, with how it is used.
        inputs: All inputs.
        stated: What the inputs say of other names.
        known: Trope titles known beforehand.
        decisions: What the user says of single names.
    """
    forms = _forms(used, inputs, stated, decisions)
    closure = _closure(inputs, stated, known)
    identity = identify(forms, closure.roots, known, decisions)
    nodes = _nodes(forms, identity.ids, inputs, stated, {spelling.trope_key(name.key) for name in known})
    conflicts = (node.conflict() for node in nodes)
    findings = [
        *aliases.findings(closure, stated),
        *notes.duplicates(inputs, identity.ids),
        *(finding for finding in conflicts if finding),
        *identity.findings,
    ]
    return Named(identity, nodes, findings, stated)


def disambiguations(inputs: Iterable[Input]) -> frozenset[str]:
    """Keys of pages that only tell several things of one name apart."""
    return frozenset(spelling.key(row.subject) for row in inputs if _is_ambiguous(row))


def _is_ambiguous(row: Input) -> bool:
    return row.is_own and row.kind == PageKind.DISAMBIGUATION


def _forms(
    used: Mapping[str, Form], inputs: Iterable[Input], stated: Iterable[Alias], decisions: Decisions
) -> list[Form]:
    """Every spelling: of the claims, of the pages read, of both ends of aliases, and of decisions."""
    forms = dict(used)
    for page in [
        *(row.subject for row in inputs if row.subject),
        *(page for a in stated for page in (a.page, a.target)),
        *decisions.pages,
    ]:
        forms.setdefault(page, Form(page))
    for row in inputs:
        if row.is_own:
            form = forms[row.subject]
            title = form.title or row.title
            forms[row.subject] = replace(form, read=True, title=title, ambiguous=form.ambiguous or _is_ambiguous(row))
    return [forms[page] for page in sorted(forms)]


def _closure(inputs: Iterable[Input], stated: Iterable[Alias], known: Iterable[KnownName]) -> Closure:
    """Where aliases lead; what pages say of a name outweighs what is known beforehand."""
    own = {spelling.key(row.subject) for row in inputs if row.is_own}
    pairs = [(spelling.key(alias.page), spelling.key(alias.target)) for alias in stated]
    settled = own | {page for page, _ in pairs}
    pairs += [pair for pair in aliases.known_aliases(known) if pair[0] not in settled]
    return aliases.close(pairs, own)


def _nodes(
    forms: Iterable[Form],
    ids: Mapping[str, str],
    inputs: Iterable[Input],
    stated: Iterable[Alias],
    known: Collection[str],
) -> list[Node]:
    """All nodes there could be, sorted by id."""
    spelled, about, titles = defaultdict(list), defaultdict(list), defaultdict(set)
    for form in forms:
        spelled[ids[form.page]].append(form)
    for row in inputs:
        if row.subject and not row.is_redirect:
            about[ids[row.subject]].append(row)
    for alias in stated:
        if ids[alias.page] == ids[alias.target]:
            titles[ids[alias.target]].add(alias.title)
    return [
        Node(node, spelled[node], about[node], spelling.key(node) in known, titles[node]) for node in sorted(spelled)
    ]
