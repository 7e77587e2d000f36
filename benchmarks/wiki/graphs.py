"""A made-up graph of the size of a whole wiki: works and their examples, relations of tropes, indexes in indexes."""

import numpy as np
import pyarrow as pa

from tropegraph.graph import Graph
from tropegraph.graph.tables import SCHEMAS, of_rows
from tropegraph.model.vocabulary import MEDIA, RELATIONS, TROPE_RELATIONS, Modifier
from wiki.degrees import Ints, edges

WORKS_PER_EDGE, TROPES_PER_EDGE = 1 / 50, 1 / 200
RELATIONS_PER_TROPE = 8
TROPES_PER_INDEX = 60
_FILM = next(number for number, medium in enumerate(MEDIA) if medium.name == "Film")
_LISTS = pa.list_(pa.string())


def whole_wiki(size: int, seed: int = 1) -> Graph:
    """A graph of about `size` edges, most of them examples, with degrees that follow power laws.

    Relations between tropes carry a sentence each; examples are counted only, as those of a published edge set.
    """
    rng = np.random.default_rng(seed)
    tropes = np.array([f"Main/Trope{n}" for n in range(int(size * TROPES_PER_EDGE))])
    works, media = _works(int(size * WORKS_PER_EDGE), rng)
    indexes = np.array([f"Main/List{n}" for n in range(max(2, len(tropes) // TROPES_PER_INDEX))])
    listed = _listed(tropes, indexes, rng)
    related = _related(tropes, rng)
    examples = _examples(works, tropes, size - len(listed) - len(related), seed)
    tables = {name: of_rows(name, ()) for name in SCHEMAS}
    tables["nodes"] = _nodes(tropes, works, media, indexes, rng)
    tables["edges"] = pa.concat_tables([examples, listed, related])
    tables["evidence"] = _evidence(related)
    return Graph._of(tables, {})


def _works(count: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Ids of works and their media: a third are films."""
    drawn = np.where(rng.random(count) < 1 / 3, _FILM, rng.integers(0, len(MEDIA), count))
    spaces = np.array([(medium.namespaces or ("Work",))[0] for medium in MEDIA])
    ids = np.char.add(np.char.add(spaces[drawn], "/Work"), np.arange(count).astype(str))
    return ids, np.array([medium.name for medium in MEDIA])[drawn]


def _nodes(
    tropes: np.ndarray, works: np.ndarray, media: np.ndarray, indexes: np.ndarray, rng: np.random.Generator
) -> pa.Table:
    ids = np.concatenate([tropes, works, indexes])
    spaces, _, words = (np.char.partition(ids, "/")[:, n] for n in range(3))
    kinds = np.repeat(["Trope", "Work", "Index"], [len(tropes), len(works), len(indexes)])
    names = [_title(word) for word in words.tolist()]
    aliases = [[f"The {name}"] if n % 5 == 0 else [] for n, name in enumerate(names)]
    columns = {
        "id": ids,
        "name": names,
        "kind": kinds,
        "namespace": spaces,
        "medium": np.concatenate([np.full(len(tropes), ""), media, np.full(len(indexes), "")]),
        "aliases": pa.array(aliases, _LISTS),
        "url": np.full(len(ids), ""),
        "has_page": rng.random(len(ids)) < 0.7,
    }
    return pa.table(columns, SCHEMAS["nodes"])


_WORDS = "Silver Hidden Last Broken Distant Crooked Velvet Sudden Hollow Gentle Iron Second".split()


def _title(word: str) -> str:
    """Three words from the number at the end, so that a search finds some and not all."""
    kind, number = word.rstrip("0123456789"), int("".join(filter(str.isdigit, word)))
    return f"{_WORDS[number % 12]} {_WORDS[number // 12 % 12]} {kind} {number}"


def _examples(works: np.ndarray, tropes: np.ndarray, count: int, seed: int) -> pa.Table:
    source, target = edges(len(works), len(tropes), count, seed)
    rng = np.random.default_rng(seed + 1)
    played: list[list[str]] = [[], [], [], [], *([m.value] for m in tuple(Modifier)[1:6]), ["LAMPSHADED", "PARODIED"]]
    drawn = rng.integers(0, len(played), len(source))
    return _edges(works[source], "EXAMPLE_OF", tropes[target], played=[played[n] for n in drawn], stated="work")


def _related(tropes: np.ndarray, rng: np.random.Generator) -> pa.Table:
    """Relations of all types: subtropes below broader ones, so that there are deep trees; the rest among all."""
    one, other = (rng.integers(0, len(tropes), len(tropes) * RELATIONS_PER_TROPE) for _ in range(2))
    kinds = np.array([kind.value for kind in TROPE_RELATIONS])[_kinds(len(one), rng)]
    both = np.isin(kinds, [kind.value for kind, info in RELATIONS.items() if info.symmetric])
    below = kinds == "SUBTROPE_OF"
    low, high = np.where(tropes[one] < tropes[other], one, other), np.where(tropes[one] < tropes[other], other, one)
    source = np.where(both, low, np.where(below, np.maximum(one, other), one))
    target = np.where(both, high, np.where(below, np.minimum(one, other), other))
    keys = np.unique(np.rec.fromarrays([tropes[source], kinds, tropes[target]])[source != target])
    return _edges(keys.f0, keys.f1, keys.f2, stated="trope", told=1)


def _kinds(count: int, rng: np.random.Generator) -> Ints:
    """Numbers of trope relations: a quarter are subtropes."""
    return np.where(rng.random(count) < 0.25, 0, rng.integers(0, len(TROPE_RELATIONS), count))


def _listed(tropes: np.ndarray, indexes: np.ndarray, rng: np.random.Generator) -> pa.Table:
    """Every trope stands in a list, and every list but the first in an earlier one."""
    above = [indexes[int(rng.integers(0, n))] for n in range(1, len(indexes))]
    source = np.concatenate([tropes, indexes[1:]])
    target = np.concatenate([indexes[rng.integers(0, len(indexes), len(tropes))], above])
    return _edges(source, "IN_INDEX", target, stated="index")


def _edges(
    source: np.ndarray,
    kind: str | np.ndarray,
    target: np.ndarray,
    *,
    played: list[list[str]] | None = None,
    stated: str,
    told: int = 0,
) -> pa.Table:
    count = len(source)
    columns = {
        "source": source,
        "type": np.full(count, kind) if isinstance(kind, str) else kind,
        "target": target,
        "modifiers": pa.array(played or [[]] * count, _LISTS),
        "media": pa.array([[]] * count, _LISTS),
        "stated_on": pa.array([[stated]] * count, _LISTS),
        "evidence_count": np.full(count, told, np.int64),
    }
    return pa.table(columns, SCHEMAS["edges"])


def _evidence(related: pa.Table) -> pa.Table:
    """One sentence on the first end's page for every relation."""
    ends = [related[name].to_pylist() for name in ("source", "type", "target")]
    lines = [f"See what {a} has to do with {b}." for a, b in zip(ends[0], ends[2], strict=True)]
    blank, nowhere = pa.array([""] * len(lines)), pa.array([-1] * len(lines))
    columns = dict(zip(("source", "type", "target"), ends, strict=True))
    columns |= {"page": ends[0], "section": blank, "sentence": lines, "as_written": blank}
    columns |= {"block": nowhere, "start": nowhere, "end": nowhere, "input": ends[0]}
    return pa.table(columns, SCHEMAS["evidence"])
