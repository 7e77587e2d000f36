"""Packs the published names and facts that come with the package: data/names and data/edges.

Run from the repository's root, with the folder that holds the published files:

    python tools/pack_data.py ../shared/corpus

The same input gives the same bytes. data/*/SOURCE.md says what the files are and where they come from.
"""

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tropegraph.model import names
from tropegraph.read import edge_columns, edge_lists
from tropegraph.read.edge_rows import Row

DATA = Path(__file__).resolve().parent.parent / "data"

LISTED = DATA / "names" / "more_works.tsv"
"""Well-known works that the published files lack, written by hand: title and namespace of the medium."""

PLACEHOLDER = "Ptitle"
"""How page names begin that the wiki made up for titles it could not spell: no reader knows what they stand for."""

_YEAR = re.compile(r"\s*\((?:19|20)\d\d\)$")


def main(corpus: Path, data: Path = DATA) -> None:
    """Pack everything that is in the folder of published files into `data`."""
    names_to, edges_to = data / "names", data / "edges"
    names_to.mkdir(parents=True, exist_ok=True)
    edges_to.mkdir(parents=True, exist_ok=True)
    non_tropes = frozenset(_lines(corpus / "names" / "non_tropes.txt"))
    _pack_lines(names_to / "non_tropes.txt.gz", sorted(non_tropes))
    header, *rows = _lines(corpus / "names" / "trope_names.tsv")
    _pack_lines(names_to / "trope_names.tsv.gz", [header, *sorted(map(_tidy_name, rows))])
    source = gzip.decompress((corpus / "edges" / "film_trope_edges.tsv.gz").read_bytes())
    read = edge_lists.read_table(source.splitlines(), "film_trope_edges")
    recent = gzip.decompress((corpus / "edges" / "work_trope_edges_2019.jsonl.gz").read_bytes()).splitlines()
    films = _film_names(source.decode("utf-8").splitlines())
    works = _without_nameless({*films, *_recent_names(recent), *_listed_names(_lines(LISTED)[1:])})
    _pack_lines(names_to / "work_names.tsv.gz", ["key\tnamespace\tcamel_case", *works])
    kept = _tropes_only(read.good, non_tropes)
    _pack_edges(edges_to / "film_tropes_2014.parquet", kept)
    print(f"names: {len(rows):,}; names of no trope: {len(non_tropes):,}; of works: {len(works):,}")
    print(f"edges: {len(read.good):,} read, {len(kept):,} kept")
    for finding in read.findings:
        print(finding.message)


def _lines(path: Path) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()]


def _tidy_name(row: str) -> str:
    """A row of key, CamelName and other keys, with each other key once, in order, spelled as a key."""
    key, camel, others = row.split("\t")
    keys = sorted({names.squash(other) for other in others.split(",")} - {"", key})
    return "\t".join((key, camel, ",".join(keys)))


def _film_names(rows: Iterable[str]) -> Iterator[str]:
    """Rows of key, namespace and CamelName for the films of a table of page, trope and title in quotation marks."""
    for page, title in {(columns[0], columns[2]) for columns in (row.split("\t") for row in rows)}:
        yield from _work_rows(names.namespace(page), names.local(page), title.strip('"'))


def _recent_names(lines: Iterable[bytes]) -> Iterator[str]:
    """Rows of the same for works whose name is a title, a CamelName or, letter case being lost, neither."""
    for work in map(json.loads, lines):
        name, lost = work["work"], work["work"].islower()
        yield from _work_rows(work["namespace"], "" if lost else names.camel(name), name)


def _listed_names(rows: Iterable[str]) -> Iterator[str]:
    """Rows of the same for listed works, whose page names are open."""
    for title, space in (row.split("\t") for row in rows):
        yield from _work_rows(space, "", title)


def _work_rows(space: str, camel: str, title: str) -> Iterator[str]:
    """A work's row, and one more for a title that goes without the year in parentheses that tells it from others."""
    for shown in {title, _YEAR.sub("", title)}:
        if names.squash(shown) and not _is_placeholder(camel):
            yield "\t".join((names.squash(shown), space, camel))


def _without_nameless(rows: set[str]) -> list[str]:
    """The rows in order, without those that lack a CamelName which another row of the title and namespace has."""
    named = {row.rpartition("\t")[0] for row in rows if not row.endswith("\t")}
    return sorted(row for row in rows if not row.endswith("\t") or row[:-1] not in named)


def _tropes_only(rows: Iterable[Row], non_tropes: frozenset[str]) -> list[Row]:
    """Rows whose trope is one that a reader can know, sorted, each once."""
    by_trope = Counter(trope for _, _, trope in rows)
    left_out = {t for t in by_trope if _is_placeholder(t) or names.squash(names.local(t)) in non_tropes}
    return sorted({row for row in rows if row[2] not in left_out})


def _is_placeholder(trope: str) -> bool:
    return names.local(trope).startswith(PLACEHOLDER) and any(c.isdigit() for c in trope)


def _pack_lines(path: Path, lines: Iterable[str]) -> None:
    data = "".join(f"{line}\n" for line in lines).encode("utf-8")
    path.write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def _pack_edges(path: Path, rows: list[Row]) -> None:
    columns = zip(*rows, strict=True)
    arrays = {name: pa.array(c).dictionary_encode() for name, c in zip(edge_columns.COLUMNS, columns, strict=True)}
    pq.write_table(pa.table(arrays), path, compression="zstd", compression_level=19, use_dictionary=True)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tools/pack_data.py FOLDER_OF_PUBLISHED_FILES")
    main(Path(sys.argv[1]))
