"""How tropes are played: which are subverted, averted, parodied more than others, and how works play theirs."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.special import betaincinv

from tropegraph.analyse.chance import Floats, adjusted, pooled
from tropegraph.analyse.matrices import only_holds, told
from tropegraph.analyse.naming import media_named, row_of
from tropegraph.errors import GraphError, InputError
from tropegraph.graph import Graph
from tropegraph.model.vocabulary import Modifier, NodeKind, RelationType

Ids = NDArray[np.int64]
Of = Literal["tropes", "works"]
MODIFIERS = tuple(modifier.value for modifier in Modifier)
_STRAIGHT = MODIFIERS.index(Modifier.STRAIGHT.value)


@dataclass(frozen=True)
class Examples:
    """Examples that a page tells, and how they are played.

    Args:
        nodes: The nodes table of the graph.
        work, trope: Rows of each example's work and trope.
        played: Shape (examples, modifiers): 1 where the example is played so.
    """

    nodes: pa.Table
    work: Ids
    trope: Ids
    played: csr_array

    @property
    def twisted(self) -> NDArray[np.bool_]:
        """Which examples are played otherwise than straight."""
        other = np.arange(len(MODIFIERS)) != _STRAIGHT
        return np.asarray(self.played[:, other].sum(axis=1)).ravel() > 0

    def only(self, rows: NDArray[np.bool_]) -> "Examples":
        """Some of them."""
        return replace(self, work=self.work[rows], trope=self.trope[rows], played=self.played[rows])


def examples(graph: Graph, media: Sequence[str] = ()) -> Examples:
    """The examples of a graph that say how they are played, if only by saying nothing.

    Those known from a published edge set alone are left out: there nobody could have said so.

    Args:
        graph: The graph.
        media: Only works of these media; all when empty.

    Raises:
        InputError: A medium is none.
    """
    wanted = media_named(media)
    told_by_page = ~only_holds(graph.edge_column("stated_on"), "dataset")
    kept = graph.links.of_types([RelationType.EXAMPLE_OF]) & told_by_page
    played = _played(graph.edge_column("modifiers").filter(pa.array(kept)).combine_chunks())
    found = Examples(graph.nodes, graph.links.source[kept], graph.links.target[kept], played)
    if wanted is None:
        return found
    return found.only(np.isin(graph.nodes["medium"].to_numpy(), wanted)[found.work])


def twisted_tropes(
    graph: Graph,
    *,
    modifiers: tuple[str, ...] = (),
    media: tuple[str, ...] = (),
    by_medium: bool = False,
    least: int = 5,
) -> pd.DataFrame:
    """Tropes that are played in some way more than others are: subverted, averted, parodied and so on.

    The named query `most-twisted` counts; here it is how sure one may be that a trope is played so more than chance
    would have it. Only examples that pages tell count, not those of published edge sets, which cannot say.

    Args:
        graph: The graph.
        modifiers: Only these ways to play, such as SUBVERTED; all when empty.
        media: Only works of these media; all when empty.
        by_medium: Look at each medium by itself: more than other tropes there.
        least: Tropes of fewer examples than this are left out.

    Returns:
        `modifier`: how it is played; `count`: so many of its `examples` are; `expected`: as many would be if it were
        played as all tropes are; `log_odds`: log of the odds that it is played so over those of all other tropes, 0 if
        they are the same, with half an example added to each count; `p`: chance that so many or more of its examples
        are, if examples were dealt to tropes at random; `q`: the same corrected for all tropes and ways looked at;
        `medium` where asked for. The most certain first.

    Raises:
        GraphError: A modifier is none.
        InputError: A medium is none.

    Source:
        Test: hypergeometric, Fisher (1935), The logic of inductive inference. Effect: Haldane (1956) and Anscombe
        (1956). Correction: Benjamini and Hochberg (1995).
    """
    named = _named(modifiers)
    given = examples(graph, media)
    wanted = [i for i, name in enumerate(MODIFIERS) if not named or name in named]
    medium = graph.nodes["medium"].to_numpy()[given.work] if by_medium else np.full(len(given.work), "")
    parts = [(name, _more_than_expected(given.only(medium == name), wanted, least)) for name in sorted(set(medium))]
    found = pd.concat([_NOTHING, *(part.assign(medium=name) for name, (part, _) in parts)], ignore_index=True)
    found["q"] = adjusted(found["p"].to_numpy(np.float64), sum(tests for _, (_, tests) in parts))
    found = found.sort_values(["p", "log_odds", "trope", "modifier"], ascending=[True, False, True, True])
    columns = {
        "modifier": [MODIFIERS[i] for i in found["modifier"]],
        **({"medium": found["medium"].to_numpy()} if by_medium else {}),
        **{name: found[name].to_numpy() for name in ("count", "examples", "expected", "log_odds", "p", "q")},
    }
    return told(graph.nodes, columns, rows=found["trope"].to_numpy(np.int64))


def work_profile(graph: Graph, name: str) -> pd.DataFrame:
    """How a work plays its tropes, beside all works.

    Args:
        graph: The graph.
        name: The work.

    Returns:
        A row for each way in which it plays a trope, those that set it apart most first. `modifier`: the way; `count`:
        so many of its `examples`; `share`: of them; `share_of_all`: of all examples; `log_odds` and `p` as of
        `twisted_tropes`, of works in place of tropes.

    Raises:
        GraphError: There is no such work, or no page tells its examples.

    Source:
        As of `twisted_tropes`.
    """
    given = examples(graph)
    row = row_of(graph, name, NodeKind.WORK, graph.nodes)
    mine = given.work == row
    if not mine.any():
        raise GraphError(f"No page tells examples of {name}.", "Ask for a work whose examples are not of an edge set.")
    turned = replace(given, trope=np.where(mine, 1, 0))
    found, _ = _more_than_expected(turned, range(len(MODIFIERS)), 1)
    found = found[found["trope"] == 1].sort_values(["p", "modifier"])
    total = np.asarray(given.played.sum(axis=0)).ravel() / len(given.work)
    columns = {
        "modifier": [MODIFIERS[i] for i in found["modifier"]],
        "count": found["count"].to_numpy(),
        "examples": found["examples"].to_numpy(),
        "share": (found["count"] / found["examples"]).to_numpy(),
        "share_of_all": total[found["modifier"].to_numpy(np.int64)],
        "log_odds": found["log_odds"].to_numpy(),
        "p": found["p"].to_numpy(),
    }
    return told(graph.nodes, columns, rows=np.full(len(found), row, np.int64))


def playing_with(
    graph: Graph, *, of: Of = "tropes", media: tuple[str, ...] = (), confidence: float = 0.95
) -> pd.DataFrame:
    """How much tropes, or works, are played with: the share of their examples that are played otherwise than straight.

    A share of few examples is drawn towards that of all: index = (twisted + m p) / (examples + m), where p is the share
    of all examples, and m the greater the less the shares vary beyond chance.

    Args:
        graph: The graph.
        of: "tropes" or "works".
        media: Only works of these media; all when empty.
        confidence: Of the interval.

    Returns:
        `index`: 0 to 1; `low`, `high`: its interval; `twisted`: examples with any modifier but STRAIGHT, as the named
        query `most-twisted` counts them; `examples`: all that a page tells; `share`: of the twisted ones, as it is. The
        highest `low` first. Facts of the whole: p and m.

    Raises:
        InputError: A medium or choice is none, or the confidence not between 0 and 1.

    Source:
        Empirical Bayes with a beta prior: Kleinman (1973), Proportions with extraneous variance; Casella (1985), An
        introduction to empirical Bayes data analysis.
    """
    if of not in get_args(Of) or not 0 < confidence < 1:
        raise InputError("Nothing can be played with so.", "Give of tropes or works, and a confidence such as 0.95.")
    given = examples(graph, media)
    which = given.trope if of == "tropes" else given.work
    size = graph.nodes.num_rows
    count = np.bincount(which, minlength=size)
    rows = np.flatnonzero(count)
    hits = np.bincount(which[given.twisted], minlength=size)[rows].astype(np.float64)
    trials = count[rows].astype(np.float64)
    share, strength = pooled(hits, trials)
    index, low, high = _drawn(hits, trials, (share, strength), confidence)
    order = np.lexsort((rows, trials * share - hits, -index, -low))
    columns = {
        "index": index,
        "low": low,
        "high": high,
        "twisted": hits.astype(np.int64),
        "examples": count[rows],
        "share": hits / trials,
    }
    found = told(graph.nodes, {name: values[order] for name, values in columns.items()}, rows=rows[order])
    found.attrs = {"share of all examples": round(share, 6), "strength of the prior in examples": round(strength, 3)}
    return found


_NOTHING = pd.DataFrame({name: [] for name in ("trope", "modifier", "count", "examples")}, dtype=np.int64).assign(
    expected=0.0, log_odds=0.0, p=0.0, medium=""
)


def _more_than_expected(given: Examples, modifiers: Sequence[int], least: int) -> tuple[pd.DataFrame, int]:
    """Tropes and modifiers that occur together, and how many pairs of them were looked at."""
    from scipy.stats import hypergeom  # Takes half a second to import.

    size, total = int(given.trope.max(initial=-1)) + 1, len(given.work)
    having = csr_array((np.ones(total), (given.trope, np.arange(total))), shape=(size, total))
    counts = (having @ given.played[:, list(modifiers)]).tocoo()
    each, every = (
        np.bincount(given.trope, minlength=size),
        np.asarray(given.played.sum(axis=0)).ravel()[list(modifiers)],
    )
    kept = np.flatnonzero(each[counts.row] >= least)
    trope, column, count = counts.row[kept], counts.col[kept], counts.data[kept]
    n, k = each[trope], every[column]
    columns = {
        "trope": trope.astype(np.int64),
        "modifier": np.array(modifiers, np.int64)[column],
        "count": count.astype(np.int64),
        "examples": n.astype(np.int64),
        "expected": n * k / max(total, 1),
        "log_odds": _log_odds(count, n, k, total),
        "p": hypergeom.sf(count - 1, total, k, n),
    }
    return pd.DataFrame(columns), int((each >= max(least, 1)).sum() * (every > 0).sum())


def _log_odds(count: Floats, n: Floats, k: Floats, total: int) -> Floats:
    odds = (count + 0.5) / (n - count + 0.5)
    others = (k - count + 0.5) / (total - n - k + count + 0.5)
    return np.asarray(np.log(odds / others))


def _drawn(hits: Floats, trials: Floats, prior: tuple[float, float], confidence: float) -> tuple[Floats, ...]:
    """The share of each drawn towards that of all, with its interval."""
    share, strength = prior
    if not np.isfinite(strength):
        return tuple(np.full(len(hits), share) for _ in range(3))
    a, b = hits + strength * share, trials - hits + strength * (1 - share)
    low, high = (np.asarray(betaincinv(a, b, (1 + side * confidence) / 2), np.float64) for side in (-1, 1))
    return a / (a + b), low, high


def _played(lists: pa.ListArray) -> csr_array:
    code = pc.index_in(lists.flatten(), pa.array(MODIFIERS)).to_numpy(zero_copy_only=False)
    row = pc.list_parent_indices(lists).to_numpy(zero_copy_only=False)
    return csr_array((np.ones(len(row)), (row, code)), shape=(len(lists), len(MODIFIERS)))


def _named(modifiers: Sequence[str]) -> list[str]:
    """Modifiers in any spelling of case and words."""
    named = ["_".join(name.upper().replace("-", " ").split()) for name in modifiers]
    if unknown := [name for name in named if name not in MODIFIERS]:
        raise GraphError(f"{unknown[0]!r} is no modifier.", f"Choose from {', '.join(MODIFIERS)}.")
    return named
