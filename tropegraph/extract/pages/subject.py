"""What the facts of a page are about: itself, or the trope or work whose subpage it is."""

import re

from tropegraph.extract.pages.media import is_work
from tropegraph.model import vocabulary as v
from tropegraph.model.facts import Ref
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, page_name, title_of
from tropegraph.model.page import BlockKind, Page
from tropegraph.model.vocabulary import PageKind


def subject(page: Page) -> Ref:
    """What the facts of an identified page are about: itself, or the trope or work whose subpage it is."""
    space, name = namespace(page.name), local(page.name)
    if "/" not in page.name or space == DEFAULT_NAMESPACE or is_work(page.name):
        return Ref(page.title, page.name)
    if space in v.WORK_SUBPAGE_NAMESPACES:
        return _work_named(page, name)
    if _is_subpage(page):
        return _work_named(page, space) if page.kind is PageKind.WORK else Ref(title_of(space), page_name(space))
    return Ref(page.title, page.name)


def _is_subpage(page: Page) -> bool:
    """Whether a page name is that of a trope or work, with what part of its examples it holds after the slash."""
    space = namespace(page.name)
    apart = v.META_NAMESPACES | v.CREATOR_NAMESPACES | v.USEFUL_NOTES_NAMESPACES | v.DISAMBIGUATION_NAMESPACES
    if space in apart | {DEFAULT_NAMESPACE} or is_work(page.name):
        return False
    return page.kind in (PageKind.TROPE, PageKind.WORK)


def _work_named(page: Page, name: str) -> Ref:
    """The work whose subpages have this namespace: the page that the index box, a heading or a text link leads to.

    The wiki leaves the year out of the namespace: `TheAvengers/TropesAToD` belongs to `Film/TheAvengers2012`. So where
    no work has exactly this name, the first with a year behind it is meant.
    """
    works = [linked for linked in _pages_linked(page) if is_work(linked)]
    dated = re.compile(re.escape(name) + r"\d{4}")
    exact = next((w for w in works if local(w) == name), "")
    found = exact or next((w for w in works if dated.fullmatch(local(w))), "")
    return Ref(title_of(found), found) if found else Ref(title_of(name))


def _pages_linked(page: Page) -> list[str]:
    """Page names that a page leads to: its index box first, then its headings, then the rest."""
    headings_first = sorted(page.blocks, key=lambda block: block.kind is not BlockKind.HEADING)
    return [*page.indexes, *(link.page for block in headings_first for link in block.links)]
