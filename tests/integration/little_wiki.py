"""A made-up wiki of a few pages, for tests of whole builds."""

import json
from collections.abc import Sequence
from pathlib import Path

TABLES = ("nodes", "edges", "evidence", "pages", "findings")
NAMES = ("Amber", "Birch", "Cedar", "Dune", "Ember", "Fern", "Grove", "Heath")
LOST = (
    "The lantern is handed from one keeper to the next, and nobody ever asks who has lit it in the first place. "
    "It is the keeper of the tower who tells the story, long after the last ship has gone by."
)


def trope(i: int, said: str = "") -> str:
    """Wiki source of a trope's page; `said` changes what it states."""
    other, third = NAMES[(i + 1) % len(NAMES)], NAMES[(i + 3) % len(NAMES)]
    return (
        f"A lantern of {NAMES[i].lower()} wood. {said} Compare {other}Lantern. The inverse of {third}Lantern.\n\n"
        f"----\n!!Examples:\n[[foldercontrol]]\n\n[[folder:Film]]\n"
        f"* ''Film/The{other}Keeper'' has one on its poster. {said}\n"
        f"* Averted in ''Film/The{third}Keeper'', where it is dark.\n[[/folder]]\n"
    )


def write(folder: Path, said: str = "", count: int = len(NAMES)) -> Path:
    """Write the wiki: tropes, a work, a redirect, a page that lost its title, and a published edge set.

    Args:
        folder: Where to.
        said: What the first two tropes and the work say of themselves, so that builds differ.
        count: Number of tropes.
    """
    main, film = folder / "Main", folder / "Film"
    main.mkdir(parents=True, exist_ok=True)
    film.mkdir(exist_ok=True)
    for i in range(count):
        (main / f"{NAMES[i]}Lantern.pmwiki").write_text(trope(i, said if i < 2 else ""), encoding="utf-8")
    tropes = f"* AmberLantern: {said} It hangs in the hall.\n* BirchLantern: Twice.\n"
    keeper = f"A film of a tower.\n\n{LOST}\n\n!!Tropes:\n{tropes}"
    (film / "TheCedarKeeper.pmwiki").write_text(keeper, encoding="utf-8")
    (main / "AmberLamp.pmwiki").write_text("[[redirect:AmberLantern]]\n", encoding="utf-8")
    lost = {"id": "lost", "format": "text", "text": f"{LOST}\n\nSee also Dune Lantern.\n"}
    (folder / "lost.jsonl").write_text(json.dumps(lost) + "\n", encoding="utf-8")
    rows = [
        {"id": f"r{i}", "title": f"{NAMES[i]} Lantern", "format": "text", "text": f"See also {NAMES[-i - 1]} Lantern."}
        for i in range(3)
    ]
    (folder / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    edges = "work,trope\nFilm/TheDuneKeeper,DuneLantern\nFilm/TheFernKeeper,FernLantern\n"
    (folder / "edges.csv").write_text(edges, encoding="utf-8")
    return folder


def content(graph: Path, tables: Sequence[str] = TABLES) -> dict[str, bytes]:
    """The bytes of a graph's tables and of its manifest."""
    return {name: (graph / name).read_bytes() for name in (*(f"{t}.parquet" for t in tables), "manifest.json")}
