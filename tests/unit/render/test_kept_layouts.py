"""Layouts are computed once, and never read where they do not belong."""

import numpy as np
import pytest

from tropegraph.render import draw_map, kept


@pytest.fixture
def graph(graph_of):
    return graph_of([("Film/A", "EXAMPLE_OF", "Main/X"), ("Main/X", "LEADS_TO", "Main/Y")])


@pytest.fixture
def computed(monkeypatch):
    """Counts how often a layout is computed."""
    calls = []
    real = kept.lay_out
    monkeypatch.setattr(kept, "lay_out", lambda *given: calls.append(given) or real(*given))
    return calls


def test_the_same_map_is_laid_out_once_and_is_the_same(graph, computed, tmp_path):
    fresh = draw_map(graph)
    first, again = (draw_map(graph, keep=tmp_path) for _ in range(2))
    assert first.html == again.html == fresh.html
    assert len(computed) == 2


def test_another_seed_graph_or_part_is_another_layout(graph, graph_of, computed, tmp_path):
    other = graph_of(
        [("Film/A", "EXAMPLE_OF", "Main/X"), ("Main/X", "LEADS_TO", "Main/Z"), ("Main/Z", "SEE_ALSO", "Main/Q")]
    )
    draw_map(graph, keep=tmp_path)
    draw_map(graph, keep=tmp_path, seed=2)
    draw_map(graph, keep=tmp_path, top=2)
    draw_map(other, keep=tmp_path)
    assert len(computed) == 4
    draw_map(graph, keep=tmp_path, evidence="none", title="Other", colour_by="medium")
    assert len(computed) == 4


BROKEN = {
    "empty": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:100]),
    "not of this size": lambda file: np.savez(file, places=np.zeros((9, 2)), community=np.zeros(9, dtype=int)),
    "not a number": lambda file: np.savez(file, places=np.full((3, 2), np.nan), community=np.zeros(3, dtype=int)),
    "no such community": lambda file: np.savez(file, places=np.zeros((3, 2)), community=np.full(3, 99)),
    "objects": lambda file: np.savez(file, places=np.array([{}] * 3), community=np.zeros(3)),
    "text": lambda file: np.savez(file, places=np.full((3, 2), "x"), community=np.zeros(3)),
    "lacking": lambda file: np.savez(file, places=np.zeros((3, 2))),
}


@pytest.mark.parametrize("harm", BROKEN)
def test_a_broken_file_is_made_anew(graph, computed, tmp_path, harm):
    whole = draw_map(graph, keep=tmp_path)
    [file] = (tmp_path / ".cache").iterdir()
    BROKEN[harm](file)
    assert draw_map(graph, keep=tmp_path) == whole
    assert draw_map(graph, keep=tmp_path) == whole
    assert len(computed) == 2


def test_a_folder_that_cannot_be_written_is_done_without(graph, computed, tmp_path):
    (tmp_path / ".cache").write_text("a file where the folder should be")
    assert draw_map(graph, keep=tmp_path).html == draw_map(graph).html
    assert [p.name for p in tmp_path.iterdir()] == [".cache"]


def test_those_used_longest_ago_go_first(graph, computed, tmp_path, monkeypatch):
    monkeypatch.setattr(kept, "MOST_KEPT", 2)
    for seed in (1, 2, 3):
        draw_map(graph, keep=tmp_path, seed=seed)
    assert len(list((tmp_path / ".cache").iterdir())) == 2
