"""From facts to Arrow: the claims of all pages and of published edge sets in one table, and one row an input."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from tropegraph.model import names
from tropegraph.model.facts import PageFacts, PublishedEdges
from tropegraph.model.findings import Finding
from tropegraph.model.schema import STATED_ON_DATASET
from tropegraph.model.vocabulary import NodeKind, RelationType
from tropegraph.resolve.aliases import Alias, aliases_of
from tropegraph.resolve.claims import Claim, claims_of, subject

_TEXT, _YES, _NUMBER = pa.string(), pa.bool_(), pa.int64()

CLAIMS = pa.schema(
    {
        "type": _TEXT,
        "source": _TEXT,
        "source_kind": _TEXT,
        "source_title": _TEXT,
        "source_linked": _YES,
        "target": _TEXT,
        "target_kind": _TEXT,
        "target_title": _TEXT,
        "target_linked": _YES,
        "place": _TEXT,
        "page": _TEXT,
        "stated_on": _TEXT,
        "input": _TEXT,
        "as_written": _TEXT,
        "medium": _TEXT,
        "modifiers": _TEXT,
        "section": _TEXT,
        "sentence": _TEXT,
        "wording": _NUMBER,
        "block": _NUMBER,
        "start": _NUMBER,
        "end": _NUMBER,
        "tie": _NUMBER,
    }
)
"""Columns of the claims: `claims.Claim` laid flat; ends as spelled, before any resolving.

`modifiers` are one text, with spaces between. `wording` stands for the squash key of the sentence: one page in two
markups spells a label with and without its punctuation. `tie` stands for the evidence's texts: it says which of two
comes first that are stated in one spot.
"""

FINDINGS = pa.schema(dict.fromkeys(("code", "severity", "page", "where", "message"), _TEXT))
"""Columns of findings."""

DATASET = "DATASET"
"""Kind of an input that is a published edge set."""

EDGES_FORMAT = "edges"
"""Format of an input that is a published edge set."""

_BATCH = 50_000


class Input(NamedTuple):
    """One input, as the pages table shows it, and what resolving takes from it."""

    id: str
    page: str
    subject: str
    title: str
    kind: str
    format: str
    origin: str = ""
    digest: str = ""
    url: str = ""
    medium: str = ""
    is_redirect: bool = False

    @property
    def is_own(self) -> bool:
        """Whether it is the page of what it is about, rather than a subpage or a redirect."""
        return bool(self.subject) and not self.is_redirect and self.page == self.subject


INPUTS = pa.schema({name: _YES if name == "is_redirect" else _TEXT for name in Input._fields})
"""Columns of inputs: `Input` laid flat."""

ALIASES = pa.schema(dict.fromkeys(Alias._fields, _TEXT))
"""Columns of aliases: `aliases.Alias` laid flat."""


class Stated(NamedTuple):
    """What one input states: rows of `CLAIMS`, and the rest."""

    claims: Sequence[tuple[Any, ...]]
    input: Input
    aliases: Sequence[Alias]
    findings: Sequence[Finding]


@dataclass(frozen=True)
class Tables:
    """The graph's tables: Arrow, with the columns of `model.schema.TABLES`."""

    nodes: pa.Table
    edges: pa.Table
    evidence: pa.Table
    pages: pa.Table
    findings: pa.Table


def input_of(facts: PageFacts) -> Input:
    """The row of one page."""
    about = subject(facts)
    return Input(
        id=facts.id,
        page=facts.stated_on or about,
        subject=about,
        title=facts.page.title,
        kind=facts.kind,
        format=facts.format,
        origin=facts.origin,
        digest=facts.digest,
        url=facts.url,
        medium=facts.medium or "",
        is_redirect=facts.redirect_to is not None,
    )


def input_of_edges(edges: PublishedEdges) -> Input:
    """The row of one published edge set."""
    return Input(edges.id, "", "", "", DATASET, EDGES_FORMAT, edges.origin, edges.digest)


def unnamed(claim: Claim) -> Finding | None:
    """What is told of a claim one of whose ends has no name; `None` when both have one."""
    ends = [end for end in (claim.source, claim.target) if not end.page]
    if not ends:
        return None
    code = "work-unclear" if ends[0].kind == NodeKind.WORK else "trope-unclear"
    said = claim.evidence.sentence if claim.evidence else claim.as_written
    section = claim.evidence.section if claim.evidence else ""
    return Finding(code, claim.place.input, section, f"One end of {claim.type} has no name: {said[:200]}")


def state(facts: PageFacts, *, mentions: bool) -> Stated:
    """All that a page states, as rows; a claim one of whose ends has no name becomes a finding.

    Args:
        facts: The page.
        mentions: Whether links without a cue count.
    """
    claims, unclear = [], []
    for claim in claims_of(facts, mentions=mentions):
        finding = unnamed(claim)
        if finding:
            unclear.append(finding)
        else:
            claims.append(claim_row(claim))
    return Stated(claims, input_of(facts), aliases_of(facts), [*facts.findings, *unclear])


def table_of(rows: Iterable[Sequence[Any]], schema: pa.Schema) -> pa.Table:
    """Rows as a table, taken in batches so that no more than one of them stands in memory twice."""
    left = iter(rows)
    batches = [_batch(batch, schema) for batch in iter(lambda: list(islice(left, _BATCH)), [])]
    return pa.Table.from_batches(batches, schema)


def _batch(rows: Sequence[Sequence[Any]], schema: pa.Schema) -> pa.RecordBatch:
    columns = zip(zip(*rows, strict=True), schema, strict=True)
    return pa.record_batch([pa.array(column, field.type) for column, field in columns], schema)


def finding_row(finding: Finding) -> tuple[str, ...]:
    """A finding as a row of `FINDINGS`."""
    return (finding.code, finding.severity, finding.page, finding.where, finding.message)


def claim_row(claim: Claim) -> tuple[Any, ...]:
    """A claim as a row of `CLAIMS`."""
    return (
        claim.type,
        *claim.source,
        *claim.target,
        *claim.place,
        claim.as_written,
        claim.medium,
        " ".join(claim.modifiers),
        *_evidence(claim),
        _tie(claim),
    )


def _evidence(claim: Claim) -> tuple[str, str, int, int, int, int]:
    e = claim.evidence
    return (e.section, e.sentence, _wording(e.sentence), e.block, e.start, e.end) if e else ("", "", 0, -1, -1, -1)


def _wording(sentence: str) -> int:
    """Digest of what `names.squash` leaves of a sentence: as good to compare by, and shorter."""
    plain = names.squash(sentence)
    return _number(plain) if plain else 0


def _tie(claim: Claim) -> int:
    e = claim.evidence
    return _number("\n".join((e.section, e.sentence, claim.as_written) if e else ("", "", claim.as_written)))


def _number(text: str) -> int:
    """Digest of a text as a number of 64 bits."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little", signed=True)


def nameless_rows(edges: PublishedEdges) -> Finding | None:
    """What is told of rows of a published edge set that lack a work or trope; `None` when there are none."""
    lost = sum(not (work and trope) for work, trope in zip(edges.works, edges.tropes, strict=True))
    return Finding("bad-record", edges.id, "", f"Rows without a work or trope: {lost}.") if lost else None


def state_edges(edges: PublishedEdges) -> Stated:
    """What a published edge set states, its claims aside: those `published_table` gives."""
    lost = nameless_rows(edges)
    return Stated((), input_of_edges(edges), (), (lost,) if lost else ())


def published_table(edges: PublishedEdges) -> pa.Table:
    """A published edge set as claims; rows without a work or trope are left out."""
    columns: dict[str, Any] = {
        "type": RelationType.EXAMPLE_OF,
        "source": pa.array(edges.works, _TEXT),
        "source_kind": NodeKind.WORK,
        "source_title": pa.array(edges.work_titles, _TEXT),
        "source_linked": True,
        "target": pa.array(edges.tropes, _TEXT),
        "target_kind": NodeKind.TROPE,
        "target_linked": True,
        "place": edges.digest or edges.id,
        "stated_on": STATED_ON_DATASET,
        "input": edges.id,
        **dict.fromkeys(("block", "start", "end"), -1),
        **dict.fromkeys(("wording", "tie"), 0),
    }
    filled = [_column(columns.get(field.name, ""), field.type, len(edges.works)) for field in CLAIMS]
    table = pa.table(filled, schema=CLAIMS)
    return table.filter(pc.and_(pc.not_equal(table["source"], ""), pc.not_equal(table["target"], "")))


def _column(value: Any, kind: pa.DataType, length: int) -> pa.Array:
    if isinstance(value, pa.Array):
        return value
    return pa.repeat(pa.scalar(value, kind), length) if length else pa.array([], kind)
