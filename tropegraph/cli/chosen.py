"""Which page of the inputs is meant: the only one, or the one of a given name."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from tropegraph import pipeline
from tropegraph.cli.marked import harmless
from tropegraph.errors import InputError
from tropegraph.extract import Twins
from tropegraph.model.findings import Finding
from tropegraph.model.names import local, squash, title_of
from tropegraph.model.page import Page

_NEAR = 5
_NOT = 4
"""The rank of a page that a name does not mean."""


@dataclass(slots=True)
class Found:
    """The pages of the inputs.

    Args:
        listed: Id, title and page name of each, in order.
        meant: Those that the name may mean; without a name the first one.
        twins: The paragraphs of pages with a title.
        refused: What could not be read, and why.
    """

    listed: list[tuple[str, str, str]] = field(default_factory=list)
    meant: list[Page] = field(default_factory=list)
    twins: Twins = field(default_factory=Twins)
    refused: list[str] = field(default_factory=list)

    def page(self, i: int = 0) -> Page:
        """The `i`-th page that is meant, with a title where another page of the inputs gives it one."""
        page = self.meant[i]
        return page if page.title or page.name else self.twins.complete(page)


def find(inputs: Sequence[str], name: str, columns: Mapping[str, str]) -> Found:
    """The pages of the inputs, and those that `name` means; only these are held.

    Args:
        inputs: As of `pipeline.parse_pages`.
        name: Id, page name or title of a page; empty for none.
        columns: As of `pipeline.parse_pages`.

    Raises:
        InputError: A path does not exist, nothing is a page, or no page has this name.
    """
    found = Found()
    for item in pipeline.parse_pages(inputs, sys.stdin.buffer, columns):
        if isinstance(item, Finding):
            found.refused.append(item.message)
        elif isinstance(item, Page):
            _keep(found, item, name)
    if not found.listed:
        raise _no_page(inputs, found.refused)
    if name and not found.meant:
        raise _unknown(name, found.listed)
    found.meant = _nearest(found.meant, name)
    return found


def _keep(found: Found, page: Page, name: str) -> None:
    found.listed.append((page.id, page.title or (title_of(page.name) if page.name else ""), page.name))
    if page.title or page.name:
        found.twins.add(page)
    if _rank(page, name) < _NOT if name else len(found.listed) == 1:
        found.meant.append(page)


def _rank(page: Page, name: str) -> int:
    """How surely a name means a page: 0 its id, then its page name, its title, its name without the namespace."""
    called = (page.id, page.name, squash(page.title), squash(local(page.name)))
    wanted = (name, name, squash(name), squash(name))
    return next((i for i, pair in enumerate(zip(wanted, called, strict=True)) if pair[0] and len(set(pair)) == 1), _NOT)


def _nearest(pages: list[Page], name: str) -> list[Page]:
    """Those of the pages to which the name fits best."""
    best = min((_rank(page, name) for page in pages), default=0)
    return [page for page in pages if _rank(page, name) == best] if name else pages


def _no_page(inputs: Sequence[str], refused: Sequence[str]) -> InputError:
    why = refused[0] if refused else f"{', '.join(inputs)} holds no page with text."
    return InputError(harmless(why), "Give a saved page, wiki source, markdown, plain text, or an archive of pages.")


def _unknown(name: str, listed: Sequence[tuple[str, str, str]]) -> InputError:
    """The error for a name that no page has; it tells those that come nearest."""
    shown = {text: title or id_ for id_, title, page in listed for text in (id_, title, page) if text}
    near = [shown[text] for text in get_close_matches(name, list(shown), _NEAR)]
    others = ", ".join(list(dict.fromkeys(near or shown.values()))[:_NEAR])
    hint = f"{'Near it are' if near else 'There are'} {others}."
    return InputError(harmless(f'None of the {len(listed):,} pages is called "{name}".'), harmless(hint))
