"""How many works use each trope: in all, in some media, and decade by decade where years are known."""

import numpy as np
import pandas as pd
import pyarrow as pa
from numpy.typing import NDArray

from tropegraph.analyse.matrices import Uses, told, uses
from tropegraph.analyse.naming import media_named, row_named
from tropegraph.errors import InputError
from tropegraph.graph import Graph
from tropegraph.model.names import year_of
from tropegraph.model.vocabulary import NodeKind

Ids = NDArray[np.int64]
UNKNOWN = -1
"""Year of a work whose name tells none."""


def usage(graph: Graph, *, media: tuple[str, ...] = (), modifiers: tuple[str, ...] = ()) -> pd.DataFrame:
    """How many works use each trope: what is central in a medium.

    A work that only averts a trope does not use it.

    Args:
        graph: The graph.
        media: Only works of these media, such as Film; all unless told.
        modifiers: Only examples that are played in one of these ways, such as SUBVERTED; all unless told.

    Returns:
        A row for each trope that is used, the most first. `works` that use it; `share` of the works that use any trope;
        `media`: how many media these works are of; `alone`: works that use no other trope.

    Raises:
        GraphError: A modifier is none.
        InputError: A medium is none.

    Source:
        The degree of tropes in the graph of works and tropes, as in Latapy, Magnien and Del Vecchio, Basic notions for
        the analysis of large two-mode networks (2008).
    """
    used = uses(graph, media=media_named(media), modifiers=modifiers or None)
    works = _sums(used.matrix)
    medium = used.works["medium"].combine_chunks().dictionary_encode()
    row, column = used.matrix.tocoo().coords
    pairs = np.unique(medium.indices.to_numpy()[row].astype(np.int64) * len(works) + column)
    single = np.asarray(used.matrix.sum(axis=1)).ravel() == 1
    columns = {
        "works": works,
        "share": works / max(used.works.num_rows, 1),
        "media": np.bincount(pairs % max(len(works), 1), minlength=len(works)),
        "alone": _sums(used.matrix[np.flatnonzero(single)]),
    }
    rows = np.argsort(-works, kind="stable")
    frame = told(used.tropes, {name: values[rows] for name, values in columns.items()}, rows=rows)
    frame.attrs |= {"works": used.works.num_rows, "examples": int(used.matrix.nnz)}
    return frame


def over_time(
    graph: Graph, *, name: str = "", top: int = 10, media: tuple[str, ...] = (), years: int = 10
) -> pd.DataFrame:
    """How the use of tropes changes with time: of the works of each decade, how many use a trope.

    Most graphs know the year of few works only: a wiki tells it where works of one name have to be told apart, as in
    "Dracula (1931)" or Film/Dracula1931, and graphs hold no other. So the works counted are mostly remakes and what was
    remade, and no sample of their time; the facts say how many they are.

    Args:
        graph: The graph.
        name: A trope; the most used ones unless told.
        top: How many tropes, where none is named.
        media: Only works of these media, such as Film; all unless told.
        years: How many years are counted together.

    Returns:
        A row for each trope and decade that has works, the most used trope first. `decade`: its first year; `works` of
        it; `using`: those that use the trope; `share` of them. Facts: `works` whose year is known, and their share of
        all, the `coverage`.

    Raises:
        GraphError: There is no trope of that name, or no work with a known year uses it.
        InputError: A medium is none, or a number is too small.

    Source:
        Shares by decade, as in the study of genre of Underwood, The life cycles of genres (2016); the years are those
        that `model.names.year_of` finds.
    """
    if min(top, years) < 1:
        raise InputError(f"top is {top} and years is {years}.", "Both have to be at least 1.")
    used = uses(graph, media=media_named(media))
    year = years_of(used.works)
    rows = np.flatnonzero(year != UNKNOWN)
    matrix, decade = used.matrix[rows], year[rows] // years * years
    row = row_named(graph, name, NodeKind.TROPE, used.tropes)
    counts = _sums(matrix)
    wanted = np.argsort(-counts, kind="stable")[: min(top, int((counts > 0).sum()))] if row is None else np.array([row])
    frame = _by_decade(used, matrix[:, wanted].toarray(), decade, wanted)
    frame.attrs |= {"works": len(rows), "coverage": len(rows) / max(used.works.num_rows, 1)}
    return frame


def years_of(works: pa.Table) -> Ids:
    """The year of each work, where its name or another title of it tells one; `UNKNOWN` elsewhere."""
    names = zip(*(works[column].to_pylist() for column in ("id", "name")), strict=True)
    return np.array([year_of(page, title) or UNKNOWN for page, title in names], dtype=np.int64)


def _by_decade(used: Uses, matrix: NDArray[np.float64], decade: Ids, wanted: Ids) -> pd.DataFrame:
    """Rows of each trope by decade."""
    decades, number = np.unique(decade, return_inverse=True)
    works = np.bincount(number, minlength=len(decades))
    using = np.zeros((len(decades), len(wanted)), np.int64)
    np.add.at(using, number, matrix.astype(np.int64))
    columns = {
        "decade": np.tile(decades, len(wanted)),
        "works": np.tile(works, len(wanted)),
        "using": using.T.ravel(),
        "share": (using / works[:, None]).T.ravel(),
    }
    return told(used.tropes, columns, rows=np.repeat(wanted, len(decades)))


def _sums(matrix: object) -> Ids:
    return np.asarray(matrix.sum(axis=0)).ravel().astype(np.int64)  # type: ignore[attr-defined]
