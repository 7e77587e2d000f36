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


def test_decisions_overrule_a_build(sample, tmp_path):
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("same\tMain/AntiHero\tMain/TheHero\n")
    ran = run_cli("build", sample / "wiki", "--out", tmp_path / "graph", "--decisions", decisions)
    assert ran.code == 0, ran.err
    ran = run_cli("resolve", "--explain", "Main/AntiHero", "--graph", tmp_path / "graph", "--decisions", decisions)
    assert "The node is Main/TheHero" in ran.out
    told = json.loads((tmp_path / "graph" / "manifest.json").read_text())
    assert told["options"]["decisions"] == [["same", "Main/AntiHero", "Main/TheHero"]]


def test_a_wrong_line_is_named(sample, tmp_path):
    decisions = tmp_path / "decisions.tsv"
    decisions.write_text("same\tMain/A\tMain/B\nmaybe\tMain/A\tMain/B\n")
    ran = run_cli("build", sample / "wiki", "--out", tmp_path / "graph", "--decisions", decisions)
    assert ran.code == 3
    assert "decisions.tsv, line 2" in ran.err
