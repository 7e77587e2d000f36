"""`tropegraph check` as a user runs it."""

import json
import re
from pathlib import Path

import pytest

import tropegraph as tg
from tests.conftest import ROOT, run_cli
from tropegraph.check import KINDS
from tropegraph.cli.check import CONTRADICTED

PAGES = {
    "aloof.txt": "Aloof Hero\n\nA hero who keeps away. A subtrope of Bitter Hero. Compare Mars Needs Women.\n",
    "bitter.txt": "Bitter Hero\n\nA hero who has seen too much. A subtrope of Aloof Hero.\n",
}
"""Two pages that contradict each other."""


@pytest.fixture(scope="module")
def contrary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph whose pages contradict each other."""
    folder = tmp_path_factory.mktemp("contrary")
    lines = [
        json.dumps({"title": text.partition("\n")[0], "format": "text", "text": text.partition("\n\n")[2]})
        for text in PAGES.values()
    ]
    (folder / "pages.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = run_cli("build", folder / "pages.jsonl", "--out", folder / "graph")
    assert ran.code == 0, ran.err
    return folder / "graph"


def cases(graph: Path, *options: object) -> list[dict]:
    ran = run_cli("check", graph, "--json", *options)
    assert ran.code == 0, ran.err
    return [json.loads(line) for line in ran.out.splitlines()]


def test_help_has_an_example() -> None:
    assert "Example:  tropegraph check graph" in run_cli("check", "--help").out


def test_a_contradiction_stands_with_both_sentences(contrary: Path) -> None:
    ran = run_cli("check", contrary)
    assert ran.code == 0
    assert re.search(r"subtrope-both-ways +contradiction +1 ", ran.out)
    assert "Main/AloofHero, Main/BitterHero (told by several pages)" in ran.out
    for page, sentence in (("Aloof", "A subtrope of Bitter Hero."), ("Bitter", "A subtrope of Aloof Hero.")):
        assert f"Main/{page}Hero: {sentence}" in ran.out
    assert "Nothing contradicts itself" not in ran.out


def test_lines_for_machines(contrary: Path) -> None:
    (case,) = cases(contrary, "--kind", "subtrope-both-ways")
    assert case["severity"] == "contradiction"
    assert case["nodes"] == ["Main/AloofHero", "Main/BitterHero"]
    assert [(s["source"], s["type"], s["target"], s["page"]) for s in case["statements"]] == [
        ("Main/AloofHero", "SUBTROPE_OF", "Main/BitterHero", "Main/AloofHero"),
        ("Main/BitterHero", "SUBTROPE_OF", "Main/AloofHero", "Main/BitterHero"),
    ]
    assert {case["kind"] for case in cases(contrary)} >= {"subtrope-both-ways", "no-page"}


def test_strict_fails_on_a_contradiction_only(contrary: Path, sample_graph: Path) -> None:
    assert run_cli("check", contrary, "--strict").code == CONTRADICTED
    ran = run_cli("check", sample_graph, "--strict")
    assert ran.code == 0
    assert "Nothing contradicts itself." in ran.out


def test_the_graph_is_left_as_it_was(contrary: Path) -> None:
    before = {file: file.read_bytes() for file in contrary.rglob("*") if file.is_file()}
    run_cli("check", contrary)
    assert {file: file.read_bytes() for file in contrary.rglob("*") if file.is_file()} == before


def test_our_own_pages_agree(sample_graph: Path) -> None:
    found = cases(sample_graph)
    assert not [case for case in found if case["severity"] == "contradiction"]
    assert "self-loop" not in {case["kind"] for case in found}
    tropes = tg.open(sample_graph).nodes.to_pylist()
    unread = {row["id"] for row in tropes if row["kind"] == "Trope" and not row["has_page"]}
    assert {case["nodes"][0] for case in found if case["kind"] == "no-page"} == unread


def test_a_limit_and_a_kind(sample_graph: Path) -> None:
    assert len(cases(sample_graph, "--kind", "one-sided", "--limit", "2")) == 2
    ran = run_cli("check", sample_graph, "--kind", "one-sided", "--limit", "2")
    assert ran.out.startswith("one-sided (")
    assert len(re.findall(r"^  Main/\S+, Main/\S+ \(", ran.out, flags=re.MULTILINE)) == 2
    assert re.search(r"and \d+ more", ran.out)


def test_an_unknown_kind_names_the_known_ones(sample_graph: Path) -> None:
    ran = run_cli("check", sample_graph, "--kind", "odd")
    assert ran.code == 2
    assert "no-page" in ran.err


def test_what_is_no_graph(tmp_path: Path, sample_graph: Path) -> None:
    assert run_cli("check", tmp_path / "none").code == 5
    broken = tmp_path / "broken"
    broken.mkdir()
    for file in filter(Path.is_file, sample_graph.iterdir()):
        (broken / file.name).write_bytes(file.read_bytes()[: -60 if file.name == "evidence.parquet" else None])
    ran = run_cli("check", broken)
    assert ran.code == 5
    assert ran.err.startswith("error: The graph at")
    assert "damaged" in ran.err


def test_docs_name_every_kind_as_the_code_does() -> None:
    page = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| (\w+) \| (.*?) \|", page, flags=re.MULTILINE)
    assert rows == [(kind, str(info.severity), info.meaning) for kind, info in KINDS.items()]


def test_docs_name_the_exit_code() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    assert f"| {CONTRADICTED} | contradiction | `tropegraph check --strict`" in page


def test_a_graph_in_python_gives_what_the_command_prints(contrary: Path) -> None:
    printed = [(c["kind"], c["severity"], c["nodes"], len(c["statements"])) for c in cases(contrary)]
    found = tg.open(contrary).check()
    assert [(p.kind, p.severity, list(p.nodes), len(p.statements)) for p in found] == printed
    assert {"contradiction", "note"} <= {p.severity for p in found}


def test_a_graph_in_memory_is_checked_as_one_in_a_folder(contrary: Path) -> None:
    stored = tg.open(contrary)
    assert tg.TropeGraph.of(stored).check() == stored.check()


def test_one_kind_is_asked_for_by_name_and_number(contrary: Path) -> None:
    graph = tg.open(contrary)
    (case,) = graph.check("subtrope-both-ways")
    assert case.nodes == ("Main/AloofHero", "Main/BitterHero")
    assert len(graph.check("no-page", limit=1)) == 1
    with pytest.raises(tg.InputError, match="no kind of problem"):
        graph.check("riddle")
