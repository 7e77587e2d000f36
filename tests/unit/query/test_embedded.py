"""The embedded engine: rows, refusals and its cache."""

import os
from pathlib import Path

import pytest

from tests.parity.graphs import HOSTILE, awkward
from tropegraph.errors import GraphError, QueryError
from tropegraph.graph import Graph
from tropegraph.query import EmbeddedEngine, Result, library, resolve, run


@pytest.fixture(scope="module")
def engine() -> EmbeddedEngine:
    return EmbeddedEngine.of(awkward())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    awkward().save(tmp_path / "g")
    return tmp_path / "g"


COUNT = "MATCH (n) RETURN count(n) AS n"


def cache(folder: Path) -> list[Path]:
    return sorted((folder / ".cache").glob("*"))


def test_every_node_and_edge_is_there(engine: EmbeddedEngine) -> None:
    graph = awkward()
    nodes = engine.run("MATCH (n) RETURN n.kind, labels(n), n.id ORDER BY n.id").rows
    assert nodes == [
        (k, [k], i) for i, k in zip(graph.nodes["id"].to_pylist(), graph.nodes["kind"].to_pylist(), strict=True)
    ]
    edges = engine.run("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b ORDER BY a, t, b").rows
    assert edges == [tuple(row.values()) for row in graph.edges.select(["source", "type", "target"]).to_pylist()]


def test_a_node_is_its_properties(engine: EmbeddedEngine) -> None:
    (row,) = engine.run("MATCH (n {id: 'Main/Root'}) RETURN n").rows
    assert row[0] == {
        "aliases": ["The Top", "Urtrope"],
        "edges": 21,
        "has_page": True,
        "id": "Main/Root",
        "kind": "Trope",
        "medium": "",
        "name": "Root Trope",
        "namespace": "Main",
        "tied": 0,
        "tropes": 0,
        "twisted": 0,
        "url": "https://example.org/Root",
        "words": "root trope | the top | urtrope | main/root",
        "works": 2,
    }


def test_an_edge_carries_its_evidence(engine: EmbeddedEngine) -> None:
    rows = engine.run(
        "MATCH (:Work {id: 'Film/Grandiose'})-[r]->({id: 'Main/Child0'}) "
        "RETURN r.modifiers, r.media, r.stated_on, r.evidence, r.pages, r.evidence_count"
    ).rows
    assert rows == [
        (
            ["PARODIED", "SUBVERTED"],
            ["Film"],
            ["trope", "work"],
            ["Subverted, to laughs.", "A parody."],
            ["Film/Grandiose", "Main/Child0"],
            2,
        )
    ]


def test_evidence_without_a_sentence_or_page_is_counted_only(engine: EmbeddedEngine) -> None:
    rows = engine.run("MATCH ({id: 'Film/Same'})-[r]->({id: 'Main/Root'}) RETURN r.evidence, r.pages, r.evidence_count")
    assert rows.rows == [([], [], 1)]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_stays_what_it_is(engine: EmbeddedEngine, name: str) -> None:
    rows = engine.run("MATCH (n {name: $name}) RETURN n.name, n.aliases", {"name": name}).rows
    assert rows == [(name, sorted({name, "plain"}))]
    assert resolve(engine, name, "Trope").startswith("Main/Hostile")


@pytest.mark.parametrize(
    "cypher",
    [
        "MATCH (n) DETACH DELETE n",
        "CREATE (n:Trope {id: 'x'})",
        "MATCH (n:Trope) SET n.name = 'x' RETURN n",
        "MERGE (n:Trope {id: 'x'}) RETURN n",
        "MATCH (n) REMOVE n.name RETURN n",
        "CREATE INDEX FOR (n:Trope) ON (n.name)",
        "DROP INDEX x",
    ],
)
def test_cypher_that_writes_is_refused(engine: EmbeddedEngine, cypher: str) -> None:
    before = engine.run(COUNT).rows
    with pytest.raises(QueryError, match="only reads"):
        engine.run(cypher)
    assert engine.run(COUNT).rows == before


@pytest.mark.parametrize(
    "cypher", ["MATCH (n RETURN n", "RETRUN 1", "RETURN $missing", "MATCH (n) RETURN m", "RETURN 1 / 0", "RETURN f(1)"]
)
def test_cypher_that_fails_is_one_sentence(engine: EmbeddedEngine, cypher: str) -> None:
    with pytest.raises(QueryError) as caught:
        engine.run(cypher)
    assert "\n" not in str(caught.value)
    assert caught.value.message.endswith(".")


def test_a_parameter_of_a_strange_type_is_refused(engine: EmbeddedEngine) -> None:
    with pytest.raises(QueryError):
        engine.run("RETURN $x AS x", {"x": object()})


def test_counts_after_an_undirected_hop(engine: EmbeddedEngine) -> None:
    cypher = "MATCH (a:Work)-[:EXAMPLE_OF]->(b:Trope)-[:SEE_ALSO]-(c:Trope) RETURN count(*) AS n"
    listed = engine.run(cypher.replace("count(*) AS n", "a.id, b.id, c.id")).rows
    assert engine.run(cypher).rows == [(len(listed),)]
    assert listed


def test_order_by_an_expression_with_a_limit(engine: EmbeddedEngine) -> None:
    cypher = "MATCH (n:Trope) RETURN [n.kind, n.id] AS pair ORDER BY pair[1] DESC"
    assert engine.run(f"{cypher} LIMIT 3").rows == engine.run(cypher).rows[:3]


def test_an_empty_graph_answers_every_query() -> None:
    graph = awkward().only(kinds=["Page"])
    engine = EmbeddedEngine.of(graph)
    for query in library().values():
        values = {p.name: "Creator/Someone" if p.required else p.default for p in query.params}
        assert len(engine.run(query.cypher, values).rows) <= 1, query.name


def test_the_cache_is_made_once_and_used(folder: Path) -> None:
    rows = EmbeddedEngine.open(folder).run(COUNT).rows
    (file,) = cache(folder)
    stamp = file.stat().st_mtime_ns
    assert EmbeddedEngine.open(folder).run(COUNT).rows == rows
    assert cache(folder)[0].stat().st_mtime_ns == stamp


EVIDENCE = "MATCH ()-[r]->() RETURN sum(r.evidence_count) AS n"


def test_stores_with_and_without_properties_of_edges_lie_side_by_side(folder: Path) -> None:
    told = [EmbeddedEngine.open(folder).run(statement).rows for statement in (COUNT, EVIDENCE)]
    stamps = {file: file.stat().st_mtime_ns for file in cache(folder)}
    assert len(stamps) == 2
    assert [EmbeddedEngine.open(folder).run(statement).rows for statement in (COUNT, EVIDENCE)] == told
    assert {file: file.stat().st_mtime_ns for file in cache(folder)} == stamps


class TestKeptAnswers:
    """Answers that took long."""

    @pytest.fixture(autouse=True)
    def all_are_slow(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("tropegraph.query.embedded.SLOW", 0.0)

    def kept(self, folder: Path) -> list[Path]:
        return sorted((folder / ".cache").glob("*.answers/*"))

    def test_they_are_given_again_as_they_were(self, folder: Path) -> None:
        asked = "MATCH (n) RETURN n, n.has_page AS p, size(n.name) / 3.0 AS s, $x AS x ORDER BY n.id"
        first = EmbeddedEngine.open(folder).run(asked, {"x": [1, "a", None]})
        assert len(self.kept(folder)) == 1
        for file in (folder / ".cache").glob("*.kgl"):
            file.write_bytes(b"not asked")
        assert EmbeddedEngine.open(folder).run(asked, {"x": [1, "a", None]}) == first
        assert EmbeddedEngine.open(folder).run(asked, {"x": 2}).rows[0][3] == 2

    def test_a_broken_one_is_asked_anew(self, folder: Path) -> None:
        rows = EmbeddedEngine.open(folder).run(COUNT).rows
        for content in (b"", b"{", b"[]", b'{"columns": 3}', b"\xff"):
            self.kept(folder)[0].write_bytes(content)
            assert EmbeddedEngine.open(folder).run(COUNT).rows == rows

    def test_those_of_another_graph_go(self, folder: Path) -> None:
        EmbeddedEngine.open(folder).run(COUNT)
        old = self.kept(folder)
        awkward().only(kinds=["Work"]).save(folder)
        assert EmbeddedEngine.open(folder).run(COUNT).rows == [(4,)]
        assert not set(old) & set(self.kept(folder))

    @pytest.mark.parametrize("call", ["rand()", "datetime()", "date ( )", "randomUUID()"])
    def test_chance_and_time_are_not_kept(self, folder: Path, call: str) -> None:
        EmbeddedEngine.open(folder).run(f"RETURN toString({call}) AS x")
        assert self.kept(folder) == []


@pytest.mark.parametrize("content", [b"", b"rubbish", "half"])
def test_a_broken_cache_is_made_anew(folder: Path, content: bytes | str) -> None:
    rows = EmbeddedEngine.open(folder).run(COUNT).rows
    (file,) = cache(folder)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2] if isinstance(content, str) else content)
    assert EmbeddedEngine.open(folder).run(COUNT).rows == rows
    assert file.read_bytes() != content


@pytest.mark.parametrize("content", [b"", b"rubbish", "half", None])
def test_a_broken_store_on_disk_is_made_anew(folder: Path, content: bytes | str | None) -> None:
    rows = EmbeddedEngine.open(folder).run(EVIDENCE).rows
    (kept,) = cache(folder)
    files = [file.relative_to(kept) for file in sorted(kept.rglob("*")) if file.is_file() and file.stat().st_size > 1]
    assert len(files) > 10
    for file in (kept / name for name in files if name.name != ".kglite.lock"):
        whole = file.read_bytes()
        if content is None:
            file.unlink()
        else:
            file.write_bytes(whole[: len(whole) // 2] if isinstance(content, str) else content)
        assert EmbeddedEngine.open(folder).run(EVIDENCE).rows == rows, file
        assert cache(folder) == [kept]


def test_two_engines_read_one_store_on_disk(folder: Path) -> None:
    engines = [EmbeddedEngine.open(folder) for _ in range(3)]
    assert len({engine.run(EVIDENCE).rows[0] for engine in engines * 2}) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to the superuser")
@pytest.mark.parametrize("statement", [COUNT, EVIDENCE])
def test_a_cache_that_cannot_be_written_is_read(folder: Path, statement: str) -> None:
    rows = EmbeddedEngine.open(folder, answers=False).run(statement).rows
    kept = [folder / ".cache", *(folder / ".cache").rglob("*")]
    stamps = [file.stat().st_mtime_ns for file in kept]
    for file in kept:
        file.chmod(0o555 if file.is_dir() else 0o444)
    try:
        assert EmbeddedEngine.open(folder, answers=False).run(statement).rows == rows
        assert [file.stat().st_mtime_ns for file in kept] == stamps
    finally:
        for file in kept:
            file.chmod(0o755)


def test_another_graph_in_its_place_is_not_answered_from_the_cache(folder: Path) -> None:
    EmbeddedEngine.open(folder).run(COUNT)
    kept = cache(folder)[0]
    stale = kept.read_bytes()
    awkward().only(kinds=["Work"]).save(folder)
    (folder / ".cache").mkdir(exist_ok=True)
    kept.write_bytes(stale)
    assert EmbeddedEngine.open(folder).run(COUNT).rows == [(4,)]
    assert kept not in cache(folder)


def test_a_folder_that_cannot_hold_a_cache_is_answered_all_the_same(folder: Path) -> None:
    (folder / ".cache").write_text("a file in its place")
    assert EmbeddedEngine.open(folder).run(COUNT).rows == [(Graph.open(folder).nodes.num_rows,)]


def test_a_folder_that_is_no_graph(tmp_path: Path) -> None:
    with pytest.raises(GraphError):
        EmbeddedEngine.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "kind", "meant"),
    [
        ("Main/Root", "Trope", "Main/Root"),
        ("main/root", "Trope", "Main/Root"),
        ("Root Trope", "Trope", "Main/Root"),
        ("ROOT trope", "Trope", "Main/Root"),
        ("urtrope", "Trope", "Main/Root"),
        ("grandchild", "Trope", "Main/Grandchild"),
        ("Grand-Child", "Trope", "Main/Grandchild"),
        ("Same Name", "Work", "Film/Same"),
        ("literature/same", "Work", "Literature/Same"),
        ("same name too", "", "Film/Grandiose"),
    ],
)
def test_names_that_are_understood(engine: EmbeddedEngine, name: str, kind: str, meant: str) -> None:
    assert resolve(engine, name, kind) == meant


def test_a_name_of_another_kind_is_not_meant(engine: EmbeddedEngine) -> None:
    with pytest.raises(QueryError, match='No work is called "Root Trope"'):
        run(engine, "similar-works", {"name": "Root Trope"})


def test_a_part_of_a_name_is_told(engine: EmbeddedEngine) -> None:
    with pytest.raises(QueryError, match='There is "Root Trope"'):
        run(engine, "relations", {"name": "root tr"})


@pytest.mark.parametrize("name", ["", "  ", "nothing of that name"])
def test_a_name_of_nothing(engine: EmbeddedEngine, name: str) -> None:
    with pytest.raises(QueryError, match="No trope is called"):
        run(engine, "relations", {"name": name})


def test_rows_become_a_frame_and_show_themselves_in_a_notebook() -> None:
    found = Result(("name", "tags"), [("<b>", ["x", "y"]), ("c", [])])
    frame = found.to_pandas()
    assert list(frame.columns) == ["name", "tags"]
    assert frame["tags"].tolist() == [["x", "y"], []]
    assert "&lt;b&gt;" in found._repr_html_()
    assert list(Result(("a",), []).to_pandas().columns) == ["a"]
