"""Which node of a graph a name goes to, and by which steps, in plain sentences.

The graph's nodes and their other titles are put through the same rules as when the graph was built, with the name
asked for beside them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tropegraph.model import names
from tropegraph.model.facts import Ref
from tropegraph.model.vocabulary import WORK_SUBPAGE_NAMESPACES, NodeKind
from tropegraph.resolve import spelling
from tropegraph.resolve.forms import RULES, Form
from tropegraph.resolve.identity import Identity, identify
from tropegraph.resolve.nearest import nearest
from tropegraph.resolve.view import View


@dataclass(frozen=True)
class Explanation:
    """One way to read a name.

    Args:
        name: The name, as asked for.
        page: The page name that it stands for; empty where it holds no letter or digit.
        node: Id of the node that it goes to; empty where the graph has none.
        steps: How it gets there, one sentence each.
    """

    name: str
    page: str
    node: str
    steps: tuple[str, ...]


def explain(name: str, medium: str, view: View) -> list[Explanation]:
    """Where a name leads.

    Args:
        name: A page name ("Film/GalaxyQuest") or a title, which may be a trope's and a work's.
        medium: Medium of the work that a title names, or of the heading that a link stands under; empty where it is
            not known.
        view: The graph.

    Returns:
        One explanation for each way to read the name that leads to a node; else all of them, the last with the names
        that are nearest.
    """
    found = [_explained(form, name, medium, view) for form in _readings(name, medium)]
    if reached := [explanation for explanation in found if explanation.node]:
        return reached
    if not found:
        return [Explanation(name, "", "", (f'"{name}" holds no letter or digit, so it names nothing.',))]
    *others, last = found
    return [*others, replace(last, steps=(*last.steps, _nearest(name, view)))]


def _nearest(name: str, view: View) -> str:
    title = names.local(name) if spelling.is_page_name(name) else name
    shown = [f'{node} ("{view.by_id[node]["name"]}")' for node in nearest(title, view.nodes)]
    return f"The nearest names are {', '.join(shown)}." if shown else "No name of the graph is like it."


def _readings(name: str, medium: str) -> list[Form]:
    """Spellings that a name may be: a page name, else the title of a trope and that of a work."""
    if spelling.is_page_name(name):
        return [Form(name, linked=True)]
    work = _work(spelling.of_work(Ref(name), medium), name, medium)
    trope = Form(names.page_name(name), titles={name: 1})
    return [form for form in ((work,) if medium else (trope, work)) if form.page]


def _work(page: str, title: str, medium: str) -> Form:
    return Form(page, claims={NodeKind.WORK: 1}, media={medium: 1} if medium else {}, titles={title: 1})


def _explained(asked: Form, name: str, medium: str, view: View) -> Explanation:
    begun, form = _as_looked_up(asked, name, medium, view)
    forms = view.forms
    forms[form.page] = replace(forms[form.page], titles=form.titles) if form.page in forms else form
    identity = identify(forms.values(), view.roots, view.known, view.decisions)
    node = view.subpages.get(spelling.key(form.page)) or identity.ids[form.page]
    ways = [] if node in view.by_id and node != identity.ids[form.page] else _steps(form.page, identity)
    told = view.told_of((asked.page, form.page, node))
    kept = _kept_apart({asked.page, form.page, node}, view)
    steps = (*_beginning(name, asked.page), *begun, *ways, *kept, *told, _end(node, view))
    return Explanation(name, asked.page, node if node in view.by_id else "", steps)


def _as_looked_up(asked: Form, name: str, medium: str, view: View) -> tuple[list[str], Form]:
    """What a page name is looked up as that is a subpage's or a disambiguation's, and a sentence that says so."""
    page, key = asked.page, spelling.key(asked.page)
    title = names.title_of(page)
    if key in view.subpages:
        return [f"{page} is a subpage: what it states belongs to {view.subpages[key]}."], asked
    if names.namespace(page) in WORK_SUBPAGE_NAMESPACES and page not in view.by_id:
        work = _work(spelling.of_work(Ref(title), medium), title, medium)
        return [f"{page} would be a subpage of the work {names.local(page)}, and was not read."], work
    if key in view.ambiguous:
        meant = spelling.titled_only(page, medium, view.ambiguous)
        said = f"{page} is a disambiguation: a link to it for a work says no more than its title, {meant}."
        return [said], _work(meant, title, medium)
    return [], asked


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
        told.append(f"Several pages fit ({_list(identity.unclear[key], shown)}), so it goes to none of them.")
    if key in identity.elsewhere:
        told.append(
            f"No page of its medium has that name; in other media there is {_list(identity.elsewhere[key], shown)}."
        )
    return told


def _list(keys: Iterable[str], shown: dict[str, str]) -> str:
    return ", ".join(sorted(shown.get(key, key) for key in keys))


def _kept_apart(pages: set[str], view: View) -> list[str]:
    keys = set(map(view.decisions.key, pages))
    apart = (pair for pair in view.decisions.different if keys & set(map(view.decisions.key, pair)))
    return [f"The file of decisions keeps {pair.first} and {pair.second} apart." for pair in apart]


def _end(node: str, view: View) -> str:
    row = view.by_id.get(node)
    if row is None:
        return f"No node of the graph is {node}."
    read = "" if row["has_page"] else ", whose page was not read"
    return f'The node is {node}, the {row["kind"]} "{row["name"]}"{read}.'
