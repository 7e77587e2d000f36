"""Stage 1: what all pages of the inputs state, as parts; only pages that no part has are parsed."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.building import batches, keys
from tropegraph.building.batches import Done, Job, Worker
from tropegraph.building.options import Options
from tropegraph.building.parts import Parts
from tropegraph.building.pool import Batch, each
from tropegraph.building.progress import READING, OnProgress, Progress, Sizes
from tropegraph.building.seen import Seen
from tropegraph.extract import Owner, Twins
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.page import Format, RawPage
from tropegraph.read import Unchanged, Unread

Item = RawPage | PublishedEdges | Finding | Unread
"""What reading the inputs yields."""

Read = Callable[[Unchanged], Iterable[Item]]
"""Begins to read the inputs, given what says of a file that it need not be opened."""

_OFTEN = 200
"""Kept pages between two reports of progress."""


@dataclass
class Gathered:
    """What one run over the inputs found.

    Args:
        live: Where each page lay that is in the inputs now, by its key.
        findings: Findings of reading.
        read: Pages and edge sets that were read anew.
        kept: Pages and edge sets known from before.
    """

    live: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    read: int = 0
    kept: int = 0


class Gatherer:
    """Brings the parts up to what the inputs hold.

    Args:
        parts: The parts so far; those that are written are added.
        options: The user's.
        on_progress: Called now and then.
        sizes: Of the inputs.
    """

    def __init__(self, parts: Parts, options: Options, on_progress: OnProgress | None, sizes: Sizes | None) -> None:
        self.gathered = Gathered()
        self._parts = parts
        self._options = options
        self._on_progress = on_progress
        self._sizes = sizes
        self._share = -1.0
        self._extractor = keys.of_extractor(options)
        self._seen = Seen(parts.folder.parent, self._extractor, parts)

    def run(self, read: Read) -> Gathered:
        """Go over all inputs, then over the pages that wait for a title."""
        self._do(_in_batches(self._jobs(read(self._seen.is_unchanged))))
        self._seen.write()
        self._do(_in_batches(self._completed()))
        return self.gathered

    def _do(self, found: Iterable[Batch]) -> None:
        worker = Worker(self._parts.folder, self._options.names, self._options.mentions)
        for done in each(found, worker, self._options.processes):
            self._note(done)

    def _note(self, done: Done) -> None:
        self._parts.add(done.part)
        self.gathered.read += done.read
        self._report()

    def _report(self) -> None:
        if self._on_progress:
            self._on_progress(Progress(READING, self.gathered.read, self.gathered.kept, self._share))

    def _jobs(self, items: Iterable[Item]) -> Iterator[Job]:
        """The pages to do. Edge sets are done on the way."""
        for item in items:
            key = self._key(item)
            if isinstance(item, Finding):
                self.gathered.findings.append(item)
                continue
            self.gathered.live[key] = item.origin
            if self._sizes:
                self._share = max(self._share, self._sizes.share(item.origin))
            if isinstance(item, Unread) or key in self._parts:
                self._keep(key)
            elif isinstance(item, RawPage):
                yield Job(key, item)
            else:
                self._note(batches.write_edges(self._parts.folder, key, item))

    def _key(self, item: Item) -> str:
        """Its key, which its file is remembered by; none for a finding."""
        if isinstance(item, Unread):
            return self._seen.key(item.id)
        key = "" if isinstance(item, Finding) else keys.of_input(item, self._extractor)
        self._seen.note(item, key)
        return key

    def _keep(self, key: str) -> None:
        if not self._parts.is_waiting(key):
            self.gathered.kept += 1
        if self.gathered.kept % _OFTEN == 0:
            self._report()

    def _completed(self) -> Iterator[Job]:
        """Pages without a title, each with what other pages tell of it; only those of which that has changed."""
        live = self.gathered.live
        waiting = {key for key in live if self._parts.is_waiting(key)}
        if not waiting:
            return
        twins = self._twins(waiting)
        for table in self._parts.rows("waiting", waiting):
            for row in table.to_pylist():
                own, paragraphs = row.pop("key"), row.pop("paragraphs")
                owners = twins.owners(paragraphs)
                key = keys.of_completed(own, owners.items())
                origin = live[key] = live[own]
                if key in self._parts:
                    self.gathered.kept += 1
                else:
                    yield Job(key, RawPage(**{**row, "format": Format(row["format"]), "origin": origin}), owners)

    def _twins(self, waiting: set[str]) -> Twins:
        """The pages with a title that have a paragraph which a waiting one has too."""
        wanted = {p for table in self._parts.rows("waiting", waiting, ["paragraphs"]) for p in _flat(table)}
        owners: dict[bytes, Owner] = {}
        for table in self._parts.rows("paragraphs", self.gathered.live):
            for row in table.to_pylist():
                if row["paragraph"] in wanted:
                    owner = (row["name"], row["title"])
                    owners[row["paragraph"]] = min(owner, owners.get(row["paragraph"], owner))
        return Twins(owners)


def _flat(table: pa.Table) -> list[bytes]:
    return list(pc.list_flatten(table["paragraphs"]).to_pylist())


def _in_batches(jobs: Iterable[Job]) -> Iterator[Batch]:
    batch: list[Job] = []
    size = 0
    for job in jobs:
        batch.append(job)
        size += len(job.page.text)
        if len(batch) >= batches.PAGES or size >= batches.CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch
