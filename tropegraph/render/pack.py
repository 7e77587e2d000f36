"""A chosen part of a graph as columns that a browser reads fast.

Numbers travel as little-endian arrays in base64; what few rows have, as dictionaries from the row to its value. The
browser's side of this is `template/data.js`, which says what each column means.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow.compute as pc

from tropegraph.model.addresses import address_of_page
from tropegraph.model.names import local
from tropegraph.model.vocabulary import MEDIA, RELATIONS, Modifier, NodeKind
from tropegraph.render.choose import TYPES, Chosen, Floats
from tropegraph.render.columns import Distinct, column, lists, mostly, numbers, readable, sparse, web_address, whole
from tropegraph.render.communities import tops
from tropegraph.render.layout import Layout
from tropegraph.render.style import GREY, KIND_COLOURS, LARGEST, LINES, OTHER_COLOURS, SMALLEST, Colour

LONGEST_MEDIUM = 60


def pack(chosen: Chosen, layout: Layout) -> dict[str, Any]:
    """Everything the page knows, but for the sentences, ready for JSON.

    Args:
        chosen: Nodes and edges.
        layout: Where the nodes stand, and which belong together.
    """
    media = Distinct()
    nodes = _nodes(chosen, layout, media)
    return {
        "kinds": [{"name": str(k), **_colours(KIND_COLOURS[k])} for k in NodeKind],
        "relations": [_relation(t) for t in TYPES],
        "modifiers": [str(m) for m in Modifier],
        "nodes": nodes,
        "edges": _edges(chosen, media),
        "communities": _communities(chosen, layout, nodes["name"]),
        "media": media.values,
        "medium_colours": [_colours(colour) for colour in medium_colours(chosen, media.values)],
        "other_colour": _colours(GREY),
    }


def radii(importance: Floats) -> Floats:
    """Radius of each node: its area grows with its importance, between `SMALLEST` and `LARGEST`."""
    if not len(importance):
        return importance
    share = np.sqrt(importance / max(float(importance.max()), 40.0))
    return SMALLEST + (LARGEST - SMALLEST) * share


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


def _nodes(chosen: Chosen, layout: Layout, media: Distinct) -> dict[str, Any]:
    nodes, spaces = chosen.nodes, Distinct()
    ids = column(nodes, "id")
    kinds = {str(k): i for i, k in enumerate(NodeKind)}
    for medium in MEDIA:  # known media come in the vocabulary's order, in every map
        media.number(medium.name)
    xy = np.rint(layout.places).astype(np.int64)
    return {
        "count": len(ids),
        "name": [readable(name) or readable(id_) or "?" for name, id_ in zip(column(nodes, "name"), ids, strict=True)],
        "space": numbers(whole(spaces.number(_space(id_)) for id_ in ids)),
        "spaces": spaces.values,
        "local": [local(id_) if "/" in id_ else id_ for id_ in ids],
        "kind": numbers(whole(kinds.get(k, kinds[NodeKind.PAGE]) for k in column(nodes, "kind"))),
        "medium": numbers(
            whole(media.number(readable(m, LONGEST_MEDIUM)) + 1 if m else 0 for m in column(nodes, "medium"))
        ),
        "community": numbers(layout.community + 1),
        "read": numbers(np.asarray(nodes["has_page"].to_numpy(zero_copy_only=False), dtype=np.int64)),
        "x": numbers(xy[:, 0], "i"),
        "y": numbers(xy[:, 1], "i"),
        "radius10": numbers(np.rint(radii(chosen.importance) * 10).astype(np.int64)),
        "aliases": sparse([readable(a) for a in names] for names in lists(nodes["aliases"])),
        "address": _addresses(ids, [u or address_of_page(i) for u, i in zip(column(nodes, "url"), ids, strict=True)]),
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
    return {"start": start, "plain": numbers(whole(int(p) for p in plain)), "others": others}


def _edges(chosen: Chosen, media: Distinct) -> dict[str, Any]:
    edges = chosen.edges
    modifiers = {str(m): i for i, m in enumerate(Modifier)}
    counts = np.bincount(chosen.type, minlength=len(TYPES))
    return {
        "count": len(chosen.type),
        "per_type": counts.tolist(),
        "source": numbers(chosen.source),
        "target": numbers(chosen.target),
        "modifiers": sparse([modifiers[m] for m in row if m in modifiers] for row in lists(edges["modifiers"])),
        "media": sparse([media.number(readable(m, LONGEST_MEDIUM)) for m in row] for row in lists(edges["media"])),
        "stated_on": mostly(", ".join(row) for row in lists(edges["stated_on"])),
    }


def _communities(chosen: Chosen, layout: Layout, names: Sequence[str]) -> list[dict[str, Any]]:
    """Name, top node, size and colour of each community."""
    may = np.asarray(pc.equal(chosen.nodes["kind"], str(NodeKind.TROPE)).to_numpy(), dtype=bool)
    top = tops(layout.community, chosen.source, chosen.target, chosen.pull, may)
    sizes = np.bincount(layout.community + 1, minlength=1)[1:].tolist()
    rows = zip(top.tolist(), sizes, community_colours(layout), strict=True)
    return [{"name": names[i], "node": i, "size": n, **_colours(colour)} for i, n, colour in rows]


def community_colours(layout: Layout) -> list[Colour]:
    """A colour for each community, by its number: neighbours on the map, and in the legend, have different ones."""
    count = int(layout.community.max(initial=-1)) + 1
    return [OTHER_COLOURS[c] for c in _apart(_middles(layout, count), len(OTHER_COLOURS))]


def _middles(layout: Layout, count: int) -> Floats:
    middles = [np.median(layout.places[layout.community == c], axis=0) for c in range(count)]
    return np.reshape(middles, (count, 2))


def _apart(places: Floats, colours: int) -> list[int]:
    """A colour for each place: one that none has yet, else that whose nearest place is farthest; never that before."""
    taken: list[int] = []
    for i, place in enumerate(places):
        away = np.linalg.norm(places[:i] - place, axis=1)
        nearest = [min(away[np.array(taken, dtype=int) == c], default=np.inf) for c in range(colours)]
        if taken:
            nearest[taken[-1]] = -1
        taken.append(int(np.argmax(nearest)))
    return taken


def medium_colours(chosen: Chosen, media: Sequence[str]) -> list[Colour]:
    """A colour for each medium: one of its own for the most frequent, grey for the rest."""
    counts = {row["values"]: row["counts"] for row in chosen.nodes["medium"].value_counts().to_pylist()}
    order = sorted(range(len(media)), key=lambda m: (-counts.get(media[m], 0), m))
    of = {m: OTHER_COLOURS[rank] for rank, m in enumerate(order[: len(OTHER_COLOURS)]) if counts.get(media[m])}
    return [of.get(m, GREY) for m in range(len(media))]
