"""`tropegraph resolve` and `--decisions`, as a user runs them."""

import json

from tests.conftest import run_cli


def test_a_name_is_explained(sample_graph):
    ran = run_cli("resolve", "--explain", "Galaxy Quest", "--graph", sample_graph)
    assert ran.code == 0, ran.err
    assert "Film/GalaxyQuest" in ran.out.splitlines()[-1]


def test_json_holds_the_steps(sample_graph):
    ran = run_cli("resolve", "--explain", "Main/TheHero", "--graph", sample_graph, "--json")
    (found,) = json.loads(ran.out)
    assert (found["node"], found["page"]) == ("Main/TheHero", "Main/TheHero")
    assert found["steps"]


def test_pages_are_looked_at_without_a_graph(sample, sample_graph):
    for name in ("Chosen One", "YMMV/GalaxyQuest", "Main/Avatar"):
        in_pages = run_cli("resolve", sample / "wiki", "--explain", name)
        assert in_pages.code == 0, in_pages.err
        assert in_pages.out == run_cli("resolve", "--explain", name, "--graph", sample_graph).out


def test_an_unknown_name_is_told_with_the_nearest(sample_graph):
    ran = run_cli("resolve", "--explain", "Galxy Quest", "--graph", sample_graph)
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == 'The nearest names are Film/GalaxyQuest ("Galaxy Quest").'


def test_either_pages_or_a_graph(sample, sample_graph):
    for given in ((), (sample / "wiki", "--graph", sample_graph)):
        ran = run_cli("resolve", *given, "--explain", "x")
        assert ran.code == 3
        assert "Give --graph DIR, or pages, and not both." in ran.err


def test_a_medium_is_one_that_there_is(sample_graph):
    assert run_cli("resolve", "--explain", "Hamlet", "--medium", "theatre", "--graph", sample_graph).code == 0
    ran = run_cli("resolve", "--explain", "Hamlet", "--medium", "plays", "--graph", sample_graph)
    assert ran.code == 3
    assert 'There is no medium "plays"' in ran.err


def test_decisions_overrule_a_build(sample, tmp_path):
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("same\tMain/AntiHero\tMain/TheHero\n")
    ran = run_cli("build", sample / "wiki", "--out", tmp_path / "graph", "--decisions", decisions)
    assert ran.code == 0, ran.err
    ran = run_cli("resolve", "--explain", "Main/AntiHero", "--graph", tmp_path / "graph", "--decisions", decisions)
    assert "The node is Main/TheHero" in ran.out
    by_itself = run_cli("resolve", "--explain", "Main/AntiHero", "--graph", tmp_path / "graph")
    assert "Main/AntiHero leads to Main/TheHero: the file of decisions says so." in by_itself.out
    told = json.loads((tmp_path / "graph" / "manifest.json").read_text())
    assert told["options"]["decisions"] == [["same", "Main/AntiHero", "Main/TheHero"]]


def test_every_wrong_line_is_told(sample, tmp_path):
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("same\tMain/A\tMain/B\nmaybe\tMain/A\tMain/B\nsame\tA\tMain/B\n")
    ran = run_cli("build", sample / "wiki", "--out", tmp_path / "graph", "--decisions", decisions)
    assert ran.code == 3
    assert [line[:29] for line in ran.err.replace("error: ", "").splitlines()] == [
        "decisions.tsv, line 2, begins",
        "decisions.tsv, line 3, names ",
    ]
