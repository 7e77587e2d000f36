"""A chosen part of a graph as columns that a browser reads fast.

Numbers travel as little-endian arrays in base64; what few rows have, as dictionaries from the row to its value. The
browser's side of this is `template/data.js`.
"""

import base64
import re
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from tropegraph.model.addresses import address_of_page
from tropegraph.model.names import local
from tropegraph.model.vocabulary import MEDIA, RELATIONS, Modifier, NodeKind
from tropegraph.render.choose import TYPES, Chosen, Floats
from tropegraph.render.style import KIND_COLOURS, LARGEST, LINES, SMALLEST, Colour

LONGEST_NAME = 300
"""Longer names are cut: nobody reads on, and the page stays usable."""
LONGEST_MEDIUM = 60
LONGEST_SENTENCE = 2_000
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
"""Controls, marks of direction and signs without width: they would turn or break the text around a name."""
_SMALLEST_TYPES = {"u": (np.uint8, np.uint16, np.uint32), "i": (np.int16, np.int32)}


def pack(chosen: Chosen, places: Floats, evidence: pa.Table | None) -> dict[str, Any]:
    """Everything the page knows, ready for JSON.

    Args:
        chosen: Nodes and edges.
        places: Coordinates of the nodes, shape (nodes, 2).
        evidence: The graph's evidence; `None` leaves the sentences out.
    """
    media = _Table()
    return {
        "kinds": [{"name": str(k), **_colours(KIND_COLOURS[k])} for k in NodeKind],
        "relations": [_relation(t) for t in TYPES],
        "modifiers": [str(m) for m in Modifier],
        "nodes": _nodes(chosen, places, media),
        "edges": _edges(chosen, media),
        "evidence": _evidence(chosen, evidence) if evidence is not None else {"rows": [], "pages": [], "sections": []},
        "media": media.values,
    }


def numbers(values: NDArray[Any], kind: str = "u") -> dict[str, str]:
    """An array of whole numbers: its type in the browser's terms, and its bytes.

    Args:
        values: Whole numbers.
        kind: "u" for unsigned, "i" for signed.
    """
    low, high = (values.min(), values.max()) if len(values) else (0, 0)
    fits = (t for t in _SMALLEST_TYPES[kind] if np.iinfo(t).min <= low and high <= np.iinfo(t).max)
    typed = values.astype(np.dtype(next(fits)).newbyteorder("<"))
    name = f"{'Uint' if kind == 'u' else 'Int'}{typed.dtype.itemsize * 8}Array"
    return {"type": name, "base64": base64.b64encode(typed.tobytes()).decode("ascii")}


def radii(importance: Floats) -> Floats:
    """Radius of each node: its area grows with its importance, between `SMALLEST` and `LARGEST`."""
    if not len(importance):
        return importance
    share = np.sqrt(importance / max(float(importance.max()), 40.0))
    return SMALLEST + (LARGEST - SMALLEST) * share


def readable(text: str, longest: int = LONGEST_NAME) -> str:
    """`text` without signs that cannot be seen, on one line, cut after `longest` characters."""
    plain = " ".join(_UNSEEN.sub(" ", text[: 4 * longest]).split())
    return plain if len(plain) <= longest else plain[: longest - 1].rstrip() + "…"


def web_address(url: str) -> str:
    """`url` where it is an http or https address, else an empty string."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return url if parts.scheme in {"http", "https"} and parts.netloc else ""


class _Table:
    """Distinct values in order of appearance, so that rows can name them by number."""

    def __init__(self) -> None:
        self._number: dict[Hashable, int] = {}

    def number(self, value: str) -> int:
        return self._number.setdefault(value, len(self._number))

    @property
    def values(self) -> list[Any]:
        return list(self._number)


def _colours(colour: Colour) -> dict[str, str]:
    return {"light": colour.light, "dark": colour.dark}


def _relation(kind: Any) -> dict[str, Any]:
    words, line = RELATIONS[kind], LINES[kind]
    return {
        "name": str(kind),
        "forward": words.forward,
        "backward": words.backward,
        "symmetric": words.symmetric,
        "dashes": list(line.dashes),
        **_colours(line.colour),
    }


def _nodes(chosen: Chosen, places: Floats, media: _Table) -> dict[str, Any]:
    nodes, spaces = chosen.nodes, _Table()
    ids = _column(nodes, "id")
    kinds = {str(k): i for i, k in enumerate(NodeKind)}
    for medium in MEDIA:  # known media come in the vocabulary's order, in every map
        media.number(medium.name)
    xy = np.rint(places).astype(np.int64)
    return {
        "count": len(ids),
        "name": [readable(name) or readable(id_) or "?" for name, id_ in zip(_column(nodes, "name"), ids, strict=True)],
        "space": numbers(_array(spaces.number(_space(id_)) for id_ in ids)),
        "spaces": spaces.values,
        "local": [local(id_) if "/" in id_ else id_ for id_ in ids],
        "kind": numbers(_array(kinds.get(k, kinds[NodeKind.PAGE]) for k in _column(nodes, "kind"))),
        "medium": numbers(
            _array(media.number(readable(m, LONGEST_MEDIUM)) + 1 if m else 0 for m in _column(nodes, "medium"))
        ),
        "read": numbers(np.asarray(nodes["has_page"].to_numpy(zero_copy_only=False), dtype=np.int64)),
        "x": numbers(xy[:, 0], "i"),
        "y": numbers(xy[:, 1], "i"),
        "radius10": numbers(np.rint(radii(chosen.importance) * 10).astype(np.int64)),
        "aliases": _sparse([readable(a) for a in names] for names in _lists(nodes["aliases"])),
        "address": _addresses(ids, [u or address_of_page(i) for u, i in zip(_column(nodes, "url"), ids, strict=True)]),
    }


def _space(id_: str) -> str:
    return id_.partition("/")[0] if "/" in id_ else ""


def _addresses(ids: Sequence[str], urls: Sequence[str]) -> dict[str, Any]:
    """Addresses that are one common start and the id are left to the browser to write; 1 marks them."""
    safe = [web_address(url) for url in urls]
    starts = (url.removesuffix(id_) for url, id_ in zip(safe, ids, strict=True) if url.endswith(id_))
    start = next(starts, "")
    plain = [bool(url) and url == start + id_ for url, id_ in zip(safe, ids, strict=True)]
    others = {str(i): url for i, (url, p) in enumerate(zip(safe, plain, strict=True)) if url and not p}
    return {"start": start, "plain": numbers(_array(int(p) for p in plain)), "others": others}


def _edges(chosen: Chosen, media: _Table) -> dict[str, Any]:
    edges = chosen.edges
    modifiers = {str(m): i for i, m in enumerate(Modifier)}
    counts = np.bincount(chosen.type, minlength=len(TYPES))
    return {
        "count": len(chosen.type),
        "per_type": counts.tolist(),
        "source": numbers(chosen.source),
        "target": numbers(chosen.target),
        "modifiers": _sparse([modifiers[m] for m in row if m in modifiers] for row in _lists(edges["modifiers"])),
        "media": _sparse([media.number(readable(m, LONGEST_MEDIUM)) for m in row] for row in _lists(edges["media"])),
        "stated_on": _mostly(", ".join(row) for row in _lists(edges["stated_on"])),
    }


def _evidence(chosen: Chosen, evidence: pa.Table) -> dict[str, Any]:
    """Rows with a sentence: edge, page, section (numbers), as written, sentence."""
    kept = evidence.filter(pc.not_equal(evidence["sentence"], ""))
    number = {key: i for i, key in enumerate(_keys(chosen.edges))} if kept.num_rows else {}
    pages, sections = _Table(), _Table()
    rest = (_column(kept, name) for name in ("page", "section", "as_written", "sentence"))
    rows = [
        [number[key], pages.number(page), sections.number(readable(section)), readable(written), _sentence(sentence)]
        for key, page, section, written, sentence in zip(_keys(kept), *rest, strict=True)
        if key in number
    ]
    return {"rows": rows, "pages": pages.values, "sections": sections.values}


def _sentence(text: str) -> str:
    return readable(text, LONGEST_SENTENCE)


def _keys(table: pa.Table) -> Iterable[tuple[str, str, str]]:
    return zip(*(_column(table, name) for name in ("source", "type", "target")), strict=True)


def _column(table: pa.Table, name: str) -> list[Any]:
    return list(table[name].to_pylist())


def _lists(column: pa.ChunkedArray) -> list[list[str]]:
    array = column.combine_chunks()
    items, ends = array.values.to_pylist(), array.offsets.to_pylist()
    return [items[a:b] for a, b in pairwise(ends)]


def _array(values: Iterable[int]) -> NDArray[np.int64]:
    return np.fromiter(values, dtype=np.int64)


def _sparse(rows: Iterable[list[Any]]) -> Mapping[str, list[Any]]:
    return {str(i): row for i, row in enumerate(rows) if row}


def _mostly(values: Iterable[str]) -> dict[str, Any]:
    """A column most of whose rows hold the same value: that value, and the rows that hold another."""
    rows = list(values)
    usual = max(sorted(set(rows)), key=rows.count, default="")
    return {"usual": usual, "others": {str(i): v for i, v in enumerate(rows) if v != usual}}
