"""What of a stored graph tells which name goes where: its nodes, the pages that were read, and findings about names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from tropegraph.model.names import KnownName
from tropegraph.model.vocabulary import PageKind
from tropegraph.resolve import aliases, spelling
from tropegraph.resolve.decisions import NO_DECISIONS, Decisions
from tropegraph.resolve.forms import Form

Row = Mapping[str, Any]

_ABOUT_NAMES = frozenset({"alias-conflict", "redirect-cycle"})
_PAGE = re.compile(r"[^\W_]\w*/\w+")


@dataclass(frozen=True)
class View:
    """What of a graph is looked at to explain a name.

    Args:
        nodes: Rows of its table of nodes.
        pages: Rows of its table of pages.
        findings: Rows of its table of findings.
        known: Trope titles known beforehand.
        decisions: What the user says of single names.
    """

    nodes: Sequence[Row]
    pages: Sequence[Row] = ()
    findings: Sequence[Row] = ()
    known: Sequence[KnownName] = ()
    decisions: Decisions = field(default=NO_DECISIONS)

    @cached_property
    def by_id(self) -> Mapping[str, Row]:
        """Nodes by id."""
        return {row["id"]: row for row in self.nodes}

    @cached_property
    def ambiguous(self) -> frozenset[str]:
        """Keys of the disambiguations that were read."""
        return frozenset(spelling.key(row["page"]) for row in self.pages if row["kind"] == PageKind.DISAMBIGUATION)

    @cached_property
    def subpages(self) -> Mapping[str, str]:
        """Node by the key of a page that holds a part of its page."""
        rows = (row for row in self.pages if row["node"] and row["kind"] != PageKind.REDIRECT)
        pairs = {spelling.key(row["page"]): row["node"] for row in rows}
        decided = set(map(spelling.key, self.decisions.pages))
        return {key: node for key, node in pairs.items() if key not in {spelling.key(node), *decided}}

    @property
    def forms(self) -> dict[str, Form]:
        """Every node as a spelling, and the names that decisions speak of."""
        forms = {row["id"]: self._form(row) for row in self.nodes}
        return {**{page: Form(page) for page in self.decisions.pages}, **forms}

    def _form(self, row: Row) -> Form:
        title = row["name"] if row["has_page"] else ""
        media = {row["medium"]: 1} if row["medium"] else {}
        ambiguous = spelling.key(row["id"]) in self.ambiguous
        claims = {row["kind"]: 1}
        return Form(row["id"], row["has_page"], True, claims=claims, media=media, title=title, ambiguous=ambiguous)

    @property
    def roots(self) -> Mapping[str, str]:
        """Where the nodes' other titles, redirects and titles known beforehand lead."""
        titles = [(spelling.of_alias(alias, row["id"]), row["id"]) for row in self.nodes for alias in row["aliases"]]
        leading = [(row["page"], row["node"]) for row in self.pages if row["kind"] == PageKind.REDIRECT and row["node"]]
        own = {spelling.key(row["id"]) for row in self.nodes}
        decided = {spelling.key(pair.first) for pair in (*self.decisions.same, *self.decisions.alias)}
        pairs = [(spelling.key(page), spelling.key(node)) for page, node in (*titles, *leading)]
        settled = own | {alias for alias, _ in pairs} | decided
        pairs = [pair for pair in pairs if pair[0] not in decided]
        pairs += [pair for pair in aliases.known_aliases(self.known) if pair[0] not in settled]
        return aliases.close(pairs, own).roots

    def told_of(self, pages: Iterable[str]) -> list[str]:
        """What findings say of the names of some pages."""
        wanted = {spelling.key(page) for page in pages}
        rows = (row for row in self.findings if row["code"] in _ABOUT_NAMES)
        said = {row["message"]: row["code"] for row in rows if wanted & _pages_in(row["message"])}
        return [f"{message} (finding {code})" for message, code in sorted(said.items())]


def _pages_in(message: str) -> set[str]:
    return {spelling.key(page) for page in _PAGE.findall(message)}
