"""One batch of pages: parsed, extracted, and written as a part. What the processes do."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tropegraph.building import parts
from tropegraph.building.lexicon import lexicon_of
from tropegraph.extract import Owner, Twins, extract, paragraph_keys
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.names import KnownName
from tropegraph.model.page import Page, RawPage
from tropegraph.parse import parse
from tropegraph.resolve.tables import Stated, finding_row, published_table, state, state_edges, table_of

PAGES = 256
"""Pages of a batch at most: what a kill may lose, times the processes."""

CHARACTERS = 6_000_000
"""Characters of a batch's text, about; a page is never cut."""


class Job(NamedTuple):
    """One page to do.

    Args:
        key: Its key.
        page: The page.
        owners: Whose its paragraphs are, for a page without a title whose turn has come; `None` for any other page.
    """

    key: str
    page: RawPage
    owners: Mapping[bytes, Owner] | None = None


class Done(NamedTuple):
    """A part that was written: its name, and how many pages were read, those that wait for a title aside."""

    part: str
    read: int


@dataclass(frozen=True)
class Worker:
    """What each process knows: where parts go, and what to take from pages.

    Args:
        folder: Where the parts lie.
        names: Known trope titles.
        mentions: Whether links without a cue count.
    """

    folder: Path
    names: tuple[KnownName, ...]
    mentions: bool

    def ready(self) -> Callable[[Sequence[Job]], Done]:
        """The function that does a batch; what it needs beforehand is made now."""
        lexicon = lexicon_of(self.names)

        def work(jobs: Sequence[Job]) -> Done:
            tables: dict[str, list[Sequence[Any]]] = defaultdict(list)
            for job in jobs:
                page = parse(job.page)
                if job.owners is not None:
                    page = Twins(job.owners).complete(page)
                elif not page.title and not page.name:
                    tables["waiting"].append(_waiting(job, page))
                    continue
                else:
                    tables["paragraphs"] += ((job.key, p, page.name, page.title) for p in paragraph_keys(page))
                _add(tables, job.key, state(extract(page, lexicon), mentions=self.mentions))
            return Done(parts.write(self.folder, tables), len(tables["inputs"]))

        return work


def _add(tables: dict[str, list[Sequence[Any]]], key: str, stated: Stated) -> None:
    tables["inputs"].append((key, *stated.input))
    tables["claims"] += ((key, *claim) for claim in stated.claims)
    tables["aliases"] += ((key, *alias) for alias in stated.aliases)
    tables["findings"] += ((key, *finding_row(finding)) for finding in stated.findings)


def _waiting(job: Job, page: Page) -> tuple[Any, ...]:
    raw = job.page
    paragraphs = paragraph_keys(page)
    return (job.key, raw.id, raw.text, raw.format, raw.title, raw.name, raw.url, raw.origin, raw.digest, paragraphs)


def write_edges(folder: Path, key: str, edges: PublishedEdges) -> Done:
    """Write a published edge set as a part; it is not sent to another process, which would copy it whole."""
    tables: dict[str, list[Sequence[Any]]] = defaultdict(list)
    _add(tables, key, state_edges(edges))
    claims = published_table(edges)
    keyed = claims.add_column(0, "key", [[key] * claims.num_rows])
    rest = {name: table_of(rows, parts.SCHEMAS[name]) for name, rows in tables.items()}
    return Done(parts.write_tables(folder, {**rest, "claims": keyed}), 1)
