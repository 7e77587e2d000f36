"""What a page of a MediaWiki is, from its title, its templates and its categories: name, kind, other names, indexes."""

from collections.abc import Sequence
from dataclasses import dataclass

from tropegraph.model import names, vocabulary
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import mediawiki_names as titles
from tropegraph.parse.mediawiki_templates import CATEGORY_KINDS


@dataclass(frozen=True, slots=True)
class Identity:
    """As the fields of `model.page.Page`."""

    title: str
    name: str
    kind: PageKind | None
    aliases: tuple[str, ...]
    indexes: tuple[str, ...]


def identity(title: str, name: str, kind: PageKind | None, categories: Sequence[str]) -> Identity:
    """What a page is.

    Args:
        title: The wiki's title, with namespace, bracket and subpage; empty when unknown.
        name: Page name that the source gives; empty when it gives none.
        kind: Kind that the page's templates state.
        categories: Titles of the page's categories.
    """
    parts = titles.title_of(title)
    title = parts.text
    kind = _kind(parts, kind, categories)
    name = name or _name(title, kind, categories)
    return Identity(_shown(title, name), name, kind, _aliases(title, name, kind), _indexes(categories, name))


def _kind(title: titles.Title, stated: PageKind | None, categories: Sequence[str]) -> PageKind | None:
    """Kind by templates, else by categories; a page about the wiki is none, whatever it says, but for lists."""
    if stated is PageKind.REDIRECT:
        return stated
    if title.space:
        listed = title.space == titles.CATEGORY and title.text.endswith(vocabulary.INDEX_NAMESPACE_WORDS)
        return PageKind.INDEX if listed else PageKind.OTHER
    if title.text and names.namespace(titles.page_of_title(title.text)) in vocabulary.META_NAMESPACES:
        return None
    by_category = (CATEGORY_KINDS[key] for c in categories if (key := names.squash(c)) in CATEGORY_KINDS)
    return stated or next(by_category, None)


def _name(title: str, kind: PageKind | None, categories: Sequence[str]) -> str:
    """Page name of a wiki's title, or an empty string."""
    if not title:
        return ""
    if kind is PageKind.WORK:
        return titles.work_page(title, titles.space_of_categories(categories))
    if kind is PageKind.CREATOR:
        return names.page_name(titles.unbracketed(title)[0], min(vocabulary.CREATOR_NAMESPACES))
    if kind is PageKind.USEFUL_NOTES:
        return names.page_name(title.rpartition("/")[0] or title, min(vocabulary.USEFUL_NOTES_NAMESPACES))
    return titles.page_of_title(title)


def _shown(title: str, name: str) -> str:
    """The title without its bracket; a subpage's title is its name's business."""
    plain = titles.unbracketed(title)[0]
    return plain if "/" not in plain or names.squash(plain) == names.squash(names.local(name)) else ""


def _aliases(title: str, name: str, kind: PageKind | None) -> tuple[str, ...]:
    """The page names under which links of the wiki know a page whose own name has another namespace."""
    if not title or kind is PageKind.REDIRECT or names.namespace(name) in vocabulary.META_NAMESPACES:
        return ()
    linked = [titles.page_of_title(title)]
    if kind is PageKind.WORK:
        linked.append(titles.work_page(title))
    return tuple(dict.fromkeys(page for page in linked if page and page != name))


def _indexes(categories: Sequence[str], name: str) -> tuple[str, ...]:
    """Page names of the categories that are lists of tropes."""
    pages = (names.page_name(c) for c in categories if c.endswith(vocabulary.INDEX_NAMESPACE_WORDS))
    return tuple(
        dict.fromkeys(p for p in pages if p and p != name and names.squash(names.local(p)) not in CATEGORY_KINDS)
    )
