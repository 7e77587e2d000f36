"""Layouts that were computed once: kept beside the graph's tables, by the hash of all that they depend on.

Nothing stale is ever read, since another graph, part, seed or method has another name; what is missing or broken is
computed anew, and a folder that cannot be written is done without.
"""

import contextlib
import hashlib
import secrets
import zipfile
from pathlib import Path

import numpy as np
import scipy

from tropegraph.graph.store import CACHE
from tropegraph.render.choose import Chosen
from tropegraph.render.communities import MOST, OTHER
from tropegraph.render.layout import Layout, lay_out

METHOD = 2
"""Raised whenever `layout` or `communities` would give other places or numbers."""
MOST_KEPT = 24
"""Layouts of one graph; those used longest ago go first."""
_BROKEN = (OSError, ValueError, TypeError, KeyError, EOFError, zipfile.BadZipFile)


def laid_out(chosen: Chosen, seed: int, folder: Path | None) -> Layout:
    """The layout of what was chosen, from `folder` where it is known there.

    Args:
        chosen: Nodes and edges.
        seed: Of the layout.
        folder: Graph folder; `None` keeps nothing.
    """
    count = chosen.nodes.num_rows
    if folder is None:
        return lay_out(count, chosen.source, chosen.target, chosen.pull, seed)
    file = folder / CACHE / f"layout-{_digest(chosen, seed)}.npz"
    known = _load(file, count)
    if known is None:
        known = lay_out(count, chosen.source, chosen.target, chosen.pull, seed)
        _keep(file, known)
    return known


def _digest(chosen: Chosen, seed: int) -> str:
    head = [METHOD, np.__version__, scipy.__version__, seed, chosen.nodes.num_rows, len(chosen.type)]
    found = hashlib.sha256(repr(head).encode())
    for column in (chosen.source, chosen.target, chosen.pull):
        found.update(np.ascontiguousarray(column).tobytes())
    return found.hexdigest()[:32]


def _load(file: Path, count: int) -> Layout | None:
    try:
        with file.open("rb") as opened, np.load(opened, allow_pickle=False) as kept:
            layout = Layout(kept["places"].astype(np.float64), kept["community"].astype(np.int64))
    except _BROKEN:
        return None
    whole = layout.places.shape == (count, 2) and layout.community.shape == (count,)
    if not (whole and np.isfinite(layout.places).all() and np.isin(layout.community, range(OTHER, MOST)).all()):
        return None
    with contextlib.suppress(OSError):
        file.touch()  # so that it is not among those used longest ago
    return layout


def _keep(file: Path, layout: Layout) -> None:
    part = file.with_suffix(f".{secrets.token_hex(4)}.part")
    try:
        file.parent.mkdir(exist_ok=True)
        with part.open("wb") as out:
            np.savez_compressed(out, places=layout.places.astype(np.int32), community=layout.community.astype(np.int8))
        part.replace(file)
        for old in sorted(file.parent.glob("layout-*.npz"), key=lambda f: f.stat().st_mtime)[:-MOST_KEPT]:
            old.unlink()
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
