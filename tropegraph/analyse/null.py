"""What chance would make of a graph whose nodes keep their degrees: null models by rewiring, and z-scores against them.

Pairs of edges exchange their ends, many pairs at once. A pair does so only if each of its two edges, and of the two
that they would become, occurs but once among all edges there are and all that any pair proposes. So no edge ever stands
twice, and a step is as likely as the step back; as every single exchange is possible, all graphs of these degrees come
up equally often in the long run.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.sparse import block_array, csr_array

from tropegraph.analyse.matrices import joined, told, uses
from tropegraph.analyse.naming import media_named
from tropegraph.analyse.partitions import bipartite_modularity, leiden, modularity
from tropegraph.analyse.views import view_of
from tropegraph.errors import InputError
from tropegraph.graph import Graph

Floats = NDArray[np.float64]
Keys = NDArray[np.integer[Any]]
"""Edges, each as the number source * width + target."""
Kind = Literal["bipartite", "directed", "undirected"]

FIRST, BETWEEN = 10, 7
"""Rounds before the first sample, and from one to the next: in a round each edge is proposed once, and most move. Of
289,000 edges of works 10,700 are left in their place after seven rounds, and 10,600 after fifty."""
ACTIVE = 0.9
"""Share of the pairs that propose in a round; as not all do, any one may do so alone."""


def against_chance(
    of: Graph | csr_array,
    measure: Callable[[csr_array], Mapping[str, float] | Floats],
    *,
    samples: int = 20,
    seed: int = 1,
    kind: Kind | None = None,
) -> pd.DataFrame:
    """Whatever a measure says of a graph, beside what it says of graphs that are alike in the degrees of all nodes.

    Args:
        of: A matrix; of a graph, that of the relations between tropes. Weights are not kept: each edge counts 1.
        measure: Takes a matrix, and gives numbers: by name, or one for each node.
        samples: Number of such graphs.
        seed: Number that chance starts from; the same gives the same outcome.
        kind: What the matrix is; `None` for `bipartite` unless it is square, `undirected` if it is symmetric.

    Returns:
        A row for each number, in the measure's order, by its name or position. `observed`; `mean` and `sd` (standard
        deviation) in the samples; `z`: how many of these it is above the mean, not a number where all samples are
        alike; `p`: how likely chance is at least as far from the mean, no less than 1 / (samples + 1).

    Raises:
        InputError: There are fewer than two samples.
    """
    if samples < 2:
        raise InputError(f"The number of samples is {samples}.", "It has to be at least 2.")
    matrix = joined(of).matrix if isinstance(of, Graph) else of
    observed = pd.Series(measure(_plain(matrix)), dtype=np.float64)
    drawn = [pd.Series(measure(sample)) for sample in null_models(matrix, samples=samples, seed=seed, kind=kind)]
    return _compared(observed, np.array([values.to_numpy(np.float64) for values in drawn]))


def _compared(observed: "pd.Series[float]", drawn: Floats) -> pd.DataFrame:
    mean, sd = drawn.mean(axis=0), drawn.std(axis=0, ddof=1)
    away = observed.to_numpy() - mean
    further = (np.abs(drawn - mean) >= np.abs(away) - 1e-12).sum(axis=0)
    z = np.divide(away, sd, out=np.full(len(sd), np.nan), where=sd > 1e-12)
    columns = {"observed": observed, "mean": mean, "sd": sd, "z": z, "p": (further + 1) / (len(drawn) + 1)}
    return pd.DataFrame(columns)


def null_models(
    matrix: csr_array, *, samples: int = 20, seed: int = 1, kind: Kind | None = None
) -> Iterator[csr_array]:
    """Matrices of ones with the row and column sums of another, drawn at random.

    Args:
        matrix: Whose cells are edges; an undirected graph by a symmetric one.
        samples: How many.
        seed: The same gives the same.
        kind: As of `against_chance`. Graphs that are not bipartite get no edge from a node to itself.

    Source:
        Exchange of ends: Rao, Jana and Bandyopadhyay, A Markov chain Monte Carlo method for generating random (0, 1)-
        matrices with given marginals (1996); for what is kept and what is not see Fosdick, Larremore, Nishimura
        and Ugander, Configuring random graph models with fixed degree sequences (2018). In directed graphs,
        exchanges cannot turn a circle of three round that has no other edges.
    """
    known, width = kind or _kind(matrix), max(matrix.shape)
    rng = np.random.default_rng(seed)
    source, target = (end.astype(np.int64) for end in _plain(matrix).tocoo().coords)
    if known == "undirected":
        upper = source < target
        source, target = source[upper], target[upper]
    keys: Keys = source * width + target
    if width * width < np.iinfo(np.int32).max:  # takes half the time
        keys = keys.astype(np.int32)
    for number in range(samples):
        for _ in range(BETWEEN if number else FIRST):
            _round(keys, width, known, rng)
        yield _matrix(keys, width, matrix.shape, known)


def _round(keys: Keys, width: int, kind: Kind, rng: np.random.Generator) -> None:
    """Propose each edge once to exchange its end with another."""
    rng.shuffle(keys)
    count = int(rng.binomial(len(keys) // 2, ACTIVE))
    edges = keys[: 2 * count].reshape(2, count)
    source = edges // width
    target = edges - source * width
    if kind == "undirected":
        turned = rng.random(count) < 0.5
        source[1], target[1] = np.where(turned, (target[1], source[1]), (source[1], target[1]))
    target = target[::-1]
    low, high = (np.minimum(source, target), np.maximum(source, target)) if kind == "undirected" else (source, target)
    proposed = low * width + high
    marks = _marks(keys, proposed.ravel())
    stay = marks[edges & (len(marks) - 1)] | marks[proposed & (len(marks) - 1)]
    if kind != "bipartite":
        stay |= source == target
    np.copyto(edges, proposed, where=~(stay[0] | stay[1]))


def _marks(keys: Keys, proposed: Keys) -> NDArray[np.bool_]:
    """A table that is true where an edge that occurs more than once has its place.

    It may be true for some others as well. That favours no graph: it follows from all edges there are and all that are
    proposed, which are the same for the step back; and where one pair proposes alone, none of them occurs twice.
    """
    every = np.sort(np.concatenate([keys, proposed]))
    table = np.zeros(1 << (len(keys).bit_length() + 3), bool)
    table[every[np.flatnonzero(every[1:] == every[:-1])] & (len(table) - 1)] = True
    return table


def _matrix(keys: Keys, width: int, shape: tuple[int, int], kind: Kind) -> csr_array:
    if kind == "undirected":
        keys = np.concatenate([keys, keys % width * width + keys // width])
    keys = np.sort(keys)
    starts = np.searchsorted(keys, np.arange(shape[0] + 1) * width)
    return csr_array((np.ones(len(keys)), keys % width, starts), shape=shape)


def _plain(matrix: csr_array) -> csr_array:
    """Ones where the matrix is not zero."""
    plain = matrix.tocsr().copy()
    plain.eliminate_zeros()
    plain.data = np.ones(len(plain.data))
    return plain


def _kind(matrix: csr_array) -> Kind:
    if matrix.shape[0] != matrix.shape[1]:
        return "bipartite"
    return "directed" if abs(matrix - matrix.T).sum() else "undirected"


def clustering(matrix: csr_array) -> float:
    """Share of the pairs of a node's partners that are partners themselves, over all nodes: the transitivity.

    Source:
        Newman, Strogatz and Watts, Random graphs with arbitrary degree distributions (2001), equation 10 of Newman's
        review The structure and function of complex networks (2003): its `C` of all triples.
    """
    degree = np.asarray(matrix.sum(axis=1)).ravel()
    triples = (degree * (degree - 1)).sum()
    return float((matrix @ matrix).multiply(matrix).sum() / triples) if triples else 0.0


def assortativity(matrix: csr_array) -> float:
    """Correlation of the degrees at the two ends of edges: above 0 where nodes of many edges are joined to their like.

    Source:
        Newman, Mixing patterns in networks (2003), equation 21.
    """
    row, column = matrix.tocoo().coords
    first, second = (np.asarray(matrix.sum(axis=axis)).ravel() for axis in (1, 0))
    ends = first[row], second[column]
    return float(np.corrcoef(*ends)[0, 1]) if len(row) and all(np.ptp(end) for end in ends) else 0.0


def chance(
    graph: Graph,
    *,
    view: Literal["tropes", "bipartite"] = "tropes",
    samples: int = 50,
    seed: int = 1,
    media: tuple[str, ...] = (),
) -> pd.DataFrame:
    """Whether the graph is more grouped, clustered or mixed than graphs of the same degrees by chance.

    Args:
        graph: The graph.
        view: `tropes` and the relations between them, or `bipartite`: works and the tropes that they use.
        samples: Number of rewired graphs that it is compared with.
        seed: Number that chance starts from; the same gives the same outcome.
        media: Of `bipartite`: only works of these media; all unless told.

    Returns:
        A row for each `measure`: `modularity` (of the communities that Leiden finds, in each sample anew; of
        `bipartite` that of Barber), `clustering` (of `tropes`: share of the pairs of partners that are partners),
        `assortativity` (correlation of the degrees of both ends of an edge). `observed`; `mean` and `sd` in the
        samples; `z`: how many standard deviations it lies above the mean; `p`: how likely chance is at least as far
        away.

    Raises:
        InputError: A medium is none, or there are fewer than two samples.
        ResourceError: networkit is not installed.

    Source:
        Maslov and Sneppen, Specificity and stability in topology of protein networks (2002), who compare so.
    """
    if view == "tropes":
        frame = against_chance(view_of(graph, "tropes").matrix, _of_tropes, samples=samples, seed=seed)
    elif view == "bipartite":
        used = uses(graph, media=media_named(media)).matrix
        frame = against_chance(used, _of_uses, samples=samples, seed=seed, kind="bipartite")
    else:
        raise InputError(f"There is no view {view!r}.", "Choose from tropes, bipartite.")
    frame = frame.rename_axis("measure").reset_index()
    frame.attrs |= {"view": view, "samples": samples, "seed": seed}
    return frame


def _of_tropes(matrix: csr_array) -> dict[str, float]:
    return {
        "modularity": modularity(matrix, leiden(matrix)),
        "clustering": clustering(matrix),
        "assortativity": assortativity(matrix),
    }


def _of_uses(matrix: csr_array) -> dict[str, float]:
    works = matrix.shape[0]
    labels = leiden(block_array([[None, matrix], [matrix.T, None]], format="csr"))
    return {
        "modularity": bipartite_modularity(matrix, labels[:works], labels[works:]) if matrix.nnz else 0.0,
        "assortativity": assortativity(matrix),
    }


def chance_pairs(
    graph: Graph, *, top: int = 30, samples: int = 10, seed: int = 1, media: tuple[str, ...] = ()
) -> pd.DataFrame:
    """Which tropes share works more often, or less, than chance would have them.

    Works keep the number of their tropes and tropes that of their works; which works use which tropes is drawn anew.

    Args:
        graph: The graph.
        top: Pairs among so many tropes, the most used.
        samples: Number of rewired graphs that it is compared with.
        seed: Number that chance starts from; the same gives the same outcome.
        media: Only works of these media, such as Film; all unless told.

    Returns:
        A row for each pair, the furthest from chance first. `other` and `other_name`: the second trope; `works` that
        use both; `z`: how many standard deviations these are above the mean; `mean` and `sd` in the samples.

    Raises:
        InputError: A medium is none, or a number is too small.

    Source:
        Strona, Nappo, Boccacci, Fattorini and San-Miguel-Ayanz, A fast and unbiased procedure to randomize ecological
        binary matrices with fixed row and column totals (2014), for the null model.
    """
    if top < 2:
        raise InputError(f"top is {top}.", "It has to be at least 2.")
    used = uses(graph, media=media_named(media))
    most = np.sort(np.argsort(-np.asarray(used.matrix.sum(axis=0)).ravel(), kind="stable")[:top])
    one, other = np.triu_indices(len(most), 1)

    def shared(matrix: csr_array) -> Floats:
        some = matrix[:, most]
        counts: Floats = (some.T @ some).toarray()[one, other]
        return counts

    found = against_chance(used.matrix, shared, samples=samples, seed=seed, kind="bipartite")
    rows = np.lexsort((-found["observed"].to_numpy(), -np.abs(found["z"].fillna(0).to_numpy())))
    second = told(used.tropes, {}, rows=most[other[rows]])
    columns = {
        "other": second["id"],
        "other_name": second["name"],
        "works": found["observed"].to_numpy()[rows].astype(np.int64),
        **{name: found[name].to_numpy()[rows] for name in ("z", "mean", "sd")},
    }
    frame = told(used.tropes, columns, rows=most[one[rows]])
    frame.attrs |= {"works": used.works.num_rows, "samples": samples, "seed": seed}
    return frame
