"""`tropegraph map` on a graph folder: what it writes, and what it refuses."""

import json
import re
from pathlib import Path

import pytest

from tests.conftest import run_cli


def local_names(path: Path) -> set[str]:
    return set(json.loads(re.search(r'id="map-data">(.*?)</script>', path.read_text(), re.S)[1])["nodes"]["local"])


@pytest.mark.parametrize(
    ("asked", "seen", "unseen"),
    [
        (["--query", "opposites", "-p", "name=The Hero"], {"TheHero", "BigBad"}, {"BoldlyComing"}),
        (["--types", "inverse_of,leads_to", "--around", "the hero"], {"TheHero", "BigBad"}, {"GalaxyQuest"}),
        (["--medium", "film", "--evidence", "none", "--colour-by", "medium"], {"GalaxyQuest"}, {"RedDwarf"}),
    ],
)
def test_a_part_is_drawn(sample_graph: Path, tmp_path: Path, asked, seen, unseen):
    done = run_cli("map", "--graph", sample_graph, "--out", tmp_path / "part.html", *asked)
    assert done.code == 0, done.err
    assert "part.html" in done.out
    drawn = local_names(tmp_path / "part.html")
    assert seen <= drawn
    assert not unseen & drawn


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["--around", "The Heroo"], 5, "The Hero"),
        (["--query", "counts"], 6, "names no node"),
        (["--around", "The Hero", "--communities"], 2, "--around"),
        (["--types", "SUBTROPE"], 2, "SUBTROPE_OF"),
    ],
)
def test_what_cannot_be_drawn_is_refused_and_nothing_written(sample_graph: Path, tmp_path: Path, asked, code, said):
    done = run_cli("map", "--graph", sample_graph, "--out", tmp_path / "part.html", *asked)
    assert (done.code, list(tmp_path.iterdir())) == (code, [])
    assert said in done.err
    assert "Traceback" not in done.err
