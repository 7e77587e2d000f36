"""Which node of a graph a name goes to, and by which steps, in plain sentences.

The graph's nodes and their other titles are put through the same rules as when the graph was built, with the name
asked for beside them.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tropegraph.model import names
from tropegraph.model.facts import Ref
from tropegraph.model.names import KnownName
from tropegraph.model.vocabulary import NodeKind
from tropegraph.resolve import aliases, spelling
from tropegraph.resolve.decisions import NO_DECISIONS, Decisions
from tropegraph.resolve.forms import RULES, Form
from tropegraph.resolve.identity import Identity, identify

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Explanation:
    """One way to read a name.

    Args:
        name: The name, as asked for.
        page: The page name that it stands for.
        node: Id of the node that it goes to; empty where the graph has none.
        steps: How it gets there, one sentence each.
    """

    name: str
    page: str
    node: str
    steps: tuple[str, ...]


def explain(
    name: str,
    medium: str,
    nodes: Iterable[Row],
    known: Sequence[KnownName],
    decisions: Decisions = NO_DECISIONS,
) -> list[Explanation]:
    """Where a name leads.

    Args:
        name: A page name ("Film/GalaxyQuest") or a title, which may be a trope's and a work's.
        medium: Medium of the work that a title names; empty where it is not known.
        nodes: Rows of the graph's table of nodes.
        known: Trope titles known beforehand.
        decisions: What the user says of single names.

    Returns:
        One explanation for each way to read the name that leads to a node; else all of them.
    """
    by_id = {row["id"]: row for row in nodes}
    found = [_explained(form, name, by_id, known, decisions) for form in _readings(name, medium)]
    return [e for e in found if e.node] or found


def _readings(name: str, medium: str) -> list[Form]:
    """Spellings that a name may be: a page name, else the title of a trope and that of a work."""
    if spelling.is_page_name(name):
        return [Form(name, linked=True)]
    media = {medium: 1} if medium else {}
    work = Form(spelling.of_work(Ref(name), medium), claims={NodeKind.WORK: 1}, media=media, titles={name: 1})
    trope = Form(names.page_name(name), titles={name: 1})
    return [form for form in ((work,) if medium else (trope, work)) if form.page]


def _explained(
    asked: Form, name: str, nodes: Mapping[str, Row], known: Sequence[KnownName], decisions: Decisions
) -> Explanation:
    forms = {page: _form(row) for page, row in nodes.items()}
    forms[asked.page] = replace(forms[asked.page], titles=asked.titles) if asked.page in forms else asked
    for page in decisions.pages:
        forms.setdefault(page, Form(page))
    identity = identify(forms.values(), _roots(nodes.values(), known), known, decisions)
    node = identity.ids[asked.page]
    steps = (*_beginning(name, asked.page), *_steps(asked.page, identity), _end(node, nodes))
    return Explanation(name, asked.page, node if node in nodes else "", steps)


def _roots(nodes: Collection[Row], known: Iterable[KnownName]) -> Mapping[str, str]:
    """Where the nodes' other titles and those known beforehand lead."""
    rows = [(row["id"], alias) for row in nodes for alias in row["aliases"]]
    own = {spelling.key(row["id"]) for row in nodes}
    pairs = [(spelling.key(spelling.of_alias(alias, page)), spelling.key(page)) for page, alias in rows]
    settled = own | {alias for alias, _ in pairs}
    pairs += [pair for pair in aliases.known_aliases(known) if pair[0] not in settled]
    return aliases.close(pairs, own).roots


def _form(row: Row) -> Form:
    title = row["name"] if row["has_page"] else ""
    media = {row["medium"]: 1} if row["medium"] else {}
    return Form(row["id"], row["has_page"], linked=True, claims={row["kind"]: 1}, media=media, title=title)


def _beginning(name: str, page: str) -> list[str]:
    if name == page:
        return []
    kind = "trope" if names.namespace(page) == names.DEFAULT_NAMESPACE else "work"
    return [f'"{name}", as the title of a {kind}, is the page name {page}.']


def _steps(page: str, identity: Identity) -> list[str]:
    """One sentence for each step from a spelling to its node."""
    shown = {key: spelled for spelled, key in sorted(identity.keys.items(), reverse=True)} | dict(identity.named)
    key, told = identity.keys[page], []
    best = shown.get(key, page)
    if best != page and key not in identity.moves:
        told.append(f"{page} and {best} differ in case, accents or punctuation only.")
    while key in identity.moves:
        to, rule = identity.moves[key]
        told.append(f"{shown.get(key, key) if told else page} leads to {shown.get(to, to)}: {RULES[rule]}.")
        key = to
    if key in identity.unclear:
        several = ", ".join(sorted(shown.get(other, other) for other in identity.unclear[key]))
        told.append(f"Several pages fit ({several}), so it goes to none of them.")
    return told


def _end(node: str, nodes: Mapping[str, Row]) -> str:
    row = nodes.get(node)
    if row is None:
        return f"No node of the graph is {node}."
    read = "" if row["has_page"] else ", whose page was not read"
    return f'The node is {node}, the {row["kind"]} "{row["name"]}"{read}.'
