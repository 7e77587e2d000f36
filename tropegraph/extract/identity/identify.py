"""What a page is: its title, page name and kind."""

import re
from dataclasses import replace

from tropegraph.extract.identity.infer import inferred_title
from tropegraph.extract.identity.kinds import kind_of
from tropegraph.extract.identity.opening import namespace_of_opening
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.extract.relations.facts import relations
from tropegraph.extract.relations.reading import read_description
from tropegraph.model.facts import Ref
from tropegraph.model.findings import Finding
from tropegraph.model.names import DEFAULT_NAMESPACE, local, namespace, page_name, squash, title_of
from tropegraph.model.page import Page
from tropegraph.model.vocabulary import PageKind

_CAMEL = re.compile(r"[A-Z0-9][A-Za-z0-9]*[a-z0-9][A-Z0-9][A-Za-z0-9]*")
_PAGE = re.compile(r"[A-Z]\w+/\w+")
_NUMBER = re.compile(r"\d+")


def identify(page: Page, lexicon: Lexicon) -> Page:
    """The page with its title, page name and kind filled in, as far as it lets them be known.

    A stated title or name is kept. Where the page states none, one is looked for in its text (a `title-inferred`
    finding says so); where that fails, both stay empty (`title-unknown`). A work without a namespace gets that of the
    medium that its text speaks of (`medium-inferred`), or has no page name.
    """
    named = _completed(page, lexicon)
    kind = named.kind or kind_of(named, lexicon)
    placeless = kind is PageKind.WORK and not page.name and namespace(named.name) == DEFAULT_NAMESPACE
    return _placed(replace(named, kind=kind)) if placeless else replace(named, kind=kind)


def _completed(page: Page, lexicon: Lexicon) -> Page:
    if _only_counts(page):
        named = _completed(replace(page, name=""), lexicon)
        if named.title:
            return replace(named, name=page_name(named.title, namespace(page.name)))
    if page.name:
        return replace(page, title=page.title or title_of(page.name))
    if not page.title:
        return _inferred(page, lexicon)
    if _PAGE.fullmatch(page.title):
        return replace(page, title=title_of(page.title), name=page.title)
    title = title_of(page.title) if _CAMEL.fullmatch(page.title) else page.title
    known = lexicon.lookup(title)
    name = known.page if known and squash(known.title) == squash(title) else page_name(title)
    return replace(page, title=title, name=name)


def _only_counts(page: Page) -> bool:
    """Whether a name is a number that neither title nor text bears out: files are counted so ("Film/7.txt")."""
    if page.url or not local(page.name).isdigit():
        return False
    said = [page.title] if page.title else [block.text for block in page.blocks]
    return not any(local(page.name) in _NUMBER.findall(text) for text in said)


def _placed(page: Page) -> Page:
    """A work's page in the namespace of its medium, with a finding; without a page name where nothing tells it."""
    space = namespace_of_opening(page) if page.title else ""
    if not space:
        return replace(page, name="")
    message = f'The page states no medium; its text speaks of one that stands under "{space}".'
    found = Finding("medium-inferred", page.id, "", message)
    return replace(page, name=page_name(page.title, space), findings=(*page.findings, found))


def _inferred(page: Page, lexicon: Lexicon) -> Page:
    """The page with the title that its text gives away, and a finding that says so or that there is none."""
    me = Ref("", "")
    joined = (r.target.page or r.source.page for r in relations(read_description(page, lexicon), me))
    title = inferred_title(page, lexicon, joined)
    if title:
        message = f'The page states no title; its text speaks of "{title}".'
        found = replace(page, title=title, findings=(*page.findings, Finding("title-inferred", page.id, "", message)))
        return _completed(found, lexicon)
    start = page.blocks[0].text[:60] if page.blocks else ""
    message = f'The page states no title; it begins "{start}".'
    return replace(page, findings=(*page.findings, Finding("title-unknown", page.id, "", message)))
