"""Short ways to say what pages state."""

from tropegraph.graph import Graph
from tropegraph.model import names
from tropegraph.model.facts import Evidence, Example, Membership, Mention, PageFacts, PublishedEdges, Ref, Relation
from tropegraph.model.names import KnownName
from tropegraph.model.page import Format
from tropegraph.model.vocabulary import PageKind, RelationType
from tropegraph.resolve import resolve


def evidence(sentence="It says so.", section=""):
    return Evidence(sentence, section, 0, 0, len(sentence))


def link(page):
    return Ref(names.title_of(page), page)


def named(title):
    return Ref(title)


def as_ref(what):
    return what if isinstance(what, Ref) else link(what)


def relation(source, kind, target, sentence="It says so."):
    source, target = as_ref(source), as_ref(target)
    return Relation(source, RelationType(kind), target, target.title, evidence(sentence))


def example(work, trope, medium=None, modifiers=(), sentence="It plays it."):
    return Example(as_ref(work), as_ref(trope), medium, tuple(modifiers), evidence(sentence, medium or ""))


def membership(member, index):
    return Membership(as_ref(member), as_ref(index))


def mention(source, target):
    return Mention(as_ref(source), as_ref(target), evidence())


def page(name, *facts, kind=PageKind.TROPE, title=None, source="", to=None, on=None, **more):
    """A page's facts; `source` is its input id, `on` the subpage that states them."""
    kinds = {Relation: "relations", Example: "examples", Membership: "memberships", Mention: "mentions"}
    by_field = {field: tuple(f for f in facts if isinstance(f, of)) for of, field in kinds.items()}
    return PageFacts(
        id=source or f"{name}.txt",
        page=Ref(names.title_of(name) if title is None else title, name),
        stated_on=name if on is None else on,
        kind=PageKind.REDIRECT if to else kind,
        format=Format.PMWIKI,
        redirect_to=as_ref(to) if to else None,
        **by_field,
        **more,
    )


def work(name, *facts, **more):
    return page(name, *facts, kind=PageKind.WORK, **more)


def published(*rows, source="set.tsv"):
    works, titles, tropes = zip(*rows, strict=True)
    return PublishedEdges(source, works, titles, tropes, source, source)


def known(title, *aliases, camel=True):
    return KnownName(names.squash(title), names.camel(title) if camel else "", tuple(map(names.squash, aliases)))


def graph(*pages, sets=(), names=(), findings=(), mentions=False):
    return Graph.of(resolve(pages, sets, names, findings, mentions=mentions))


def nodes(built):
    return {row["id"]: row for row in built.nodes.to_pylist()}


def edges(built):
    return {(row["source"], row["type"], row["target"]): row for row in built.edges.to_pylist()}


def codes(built):
    return built.findings["code"].to_pylist()
