"""What the files of an import hold, read back as CSV, and what becomes of the folder."""

import csv
import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.parity.graphs import HOSTILE, awkward
from tropegraph.errors import GraphError, OutputError
from tropegraph.export import Evidence, bulk
from tropegraph.export.bulk import texts
from tropegraph.export.neo4j import statements
from tropegraph.graph import Graph, pieces
from tropegraph.graph.property_graph import edges_by_pattern, nodes_by_label
from tropegraph.graph.tables import of_rows

csv.field_size_limit(1 << 30)
TYPES: dict[str, Callable[[str], Any]] = {"boolean": "true".__eq__, "long": int}


def graph_of(**rows: list[dict[str, Any]]) -> Graph:
    names = ("nodes", "edges", "evidence", "pages", "findings")
    return Graph.of(SimpleNamespace(**{name: of_rows(name, rows.get(name, ())) for name in names}))


def of_nodes(*rows: dict[str, Any]) -> Graph:
    plain = {"kind": "Trope", "namespace": "Main"}
    return graph_of(nodes=[{**plain, "id": f"Main/N{n}", "name": "N", **row} for n, row in enumerate(rows)])


def written(graph: Graph, tmp_path: Path, **options: Any) -> Path:
    graph.save(tmp_path / "graph")
    bulk.write(tmp_path / "graph", tmp_path / "import", **options)
    return tmp_path / "import"


def delimiter(folder: Path) -> str:
    return chr(int(option(folder, "array-delimiter=U+"), 16))


def option(folder: Path, name: str) -> str:
    """Value of an option of neo4j-admin."""
    return (folder / "import.sh").read_text().partition(f"--{name}")[2].split()[0]


def rows(folder: Path, group: str) -> list[dict[str, Any]]:
    """Rows of a group as neo4j-admin reads them: by heading, lists split, what is not quoted and empty left out."""
    header = (folder / f"{group}.header.csv").read_text(encoding="utf-8").strip().split(",")
    found = []
    for path in sorted({*folder.glob(f"{group}.csv"), *folder.glob(f"{group}.lines.csv")}):
        with path.open(encoding="utf-8", newline="") as file:
            found += [dict(zip(header, row, strict=True)) for row in csv.reader(file)]
    return [{name: _value(name, text, folder) for name, text in row.items()} for row in found]


def _value(heading: str, text: str, folder: Path) -> Any:
    kind = heading.rpartition(":")[2]
    if kind == "string[]":
        return text.split(delimiter(folder)) if text else []
    return TYPES.get(kind, str)(text)


def plain(row: dict[str, Any]) -> dict[str, Any]:
    """Properties without their types."""
    return {name.partition(":")[0]: value for name, value in row.items() if not name.startswith(":")}


def test_nodes_have_the_properties_that_a_load_gives_them(tmp_path: Path) -> None:
    found = rows(written(awkward(), tmp_path), "nodes")
    wanted = [(nodes.label.value, row) for nodes in nodes_by_label(awkward()) for row in nodes.table.to_pylist()]
    assert sorted(((row[":LABEL"], plain(row)) for row in found), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize("evidence", [Evidence.PROPERTIES, Evidence.NONE])
def test_edges_have_the_properties_that_a_load_gives_them(tmp_path: Path, evidence: Evidence) -> None:
    found = rows(written(awkward(), tmp_path, evidence=evidence), "edges")
    wanted = []
    for edges in edges_by_pattern(awkward()):
        for row in edges.table.to_pylist():
            ends = (row.pop("source"), edges.type.value, row.pop("target"))
            # A list of one empty text has its own mark until the statements after the import.
            listed = {n: ["\x1e"] if value == [""] else value for n, value in row.items()}
            wanted.append(
                (ends, {n: listed[n] for n in listed if evidence == "properties" or n not in ("evidence", "pages")})
            )
    got = [((row[":START_ID(node)"], row[":TYPE"], row[":END_ID(node)"]), plain(row)) for row in found]
    assert sorted(got, key=str) == sorted(wanted, key=str)


def test_sentences_as_nodes_are_joined_to_both_ends(tmp_path: Path) -> None:
    folder = written(awkward(), tmp_path, evidence="nodes")
    told = {row["id:ID(evidence)"]: row for row in rows(folder, "evidence")}
    ends = [
        {row[":START_ID(evidence)"]: row[":END_ID(node)"] for row in rows(folder, f"evidence_{e}")}
        for e in ("from", "to")
    ]
    got = [
        (ends[0][i], row["type:string"], ends[1][i], row["page:string"], row["sentence:string"])
        for i, row in told.items()
    ]
    columns = ("source", "type", "target", "page", "sentence")
    wanted = [
        tuple(row[c] for c in columns) for row in awkward().evidence.to_pylist() if row["page"] or row["sentence"]
    ]
    assert sorted(got) == sorted(wanted)
    assert "--nodes=Evidence=evidence.header.csv" in (folder / "import.sh").read_text()
    assert "(n:Evidence)" in (folder / "after.cypher").read_text()


def test_types_of_evidence_are_those_of_the_statement() -> None:
    text = statements.statement("evidence", SourceLabel="Trope", TargetLabel="Trope")
    assert dict(re.findall(r"\[:(\w+)\]->\((\w+)\)", text)) == statements.EVIDENCE_TYPES


def test_rows_with_line_breaks_have_a_file_of_their_own(tmp_path: Path) -> None:
    folder = written(awkward(), tmp_path)
    assert "--multiline-fields=nodes.lines.csv,edges.lines.csv" in (folder / "import.sh").read_text()
    for group in ("nodes", "edges"):
        text = (folder / f"{group}.csv").read_text(encoding="utf-8")
        assert text.count("\n") + len(broken := rows_of(folder / f"{group}.lines.csv")) == len(rows(folder, group))
        assert broken
        assert "\r" not in text
        assert all(any("\n" in cell for cell in row) for row in broken)


def rows_of(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_graph_without_line_breaks_needs_no_option_for_them(tmp_path: Path) -> None:
    folder = written(of_nodes({"name": "plain"}), tmp_path)
    assert sorted(path.name for path in folder.iterdir()) == [
        "after.cypher", "export.json", "import.md", "import.sh", "nodes.csv", "nodes.header.csv"
    ]  # fmt: skip
    assert "multiline" not in (folder / "import.sh").read_text()
    assert "relationships" not in (folder / "import.sh").read_text()


def test_what_parts_items_is_in_none_of_them(tmp_path: Path) -> None:
    used = ["\x1f", "a\x1eb", "\x1d\x1c", ";", "", " lead", "trail "]
    folder = written(of_nodes({"aliases": used}, {"aliases": [""]}, {"aliases": ["", ""]}), tmp_path)
    assert delimiter(folder) == "\ue000"
    assert [row["aliases:string[]"] for row in rows(folder, "nodes")] == [used, ["\ue001"], ["", ""]]
    assert r"n[name] = ['\uE001']" in (folder / "after.cypher").read_text()


def test_where_every_character_is_used_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(texts, "_CANDIDATES", (0x1F, 0x1E))
    with pytest.raises(OutputError, match="No character is left"):
        written(of_nodes({"aliases": ["\x1e"]}), tmp_path)
    assert not (tmp_path / "import").exists()


def test_a_row_larger_than_the_buffer_of_neo4j_admin_has_it_enlarged(tmp_path: Path) -> None:
    text = '"' * 3_000_000
    folder = written(of_nodes({"name": text}), tmp_path)
    assert int(option(folder, "read-buffer-size=")) > (folder / "nodes.csv").stat().st_size


def test_pieces_of_any_size_give_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = {path.name: path.read_bytes() for path in written(awkward(), tmp_path, evidence="nodes").iterdir()}
    monkeypatch.setattr(pieces, "ROWS", 3)
    told: list[tuple[int, int]] = []
    again = written(awkward(), tmp_path, evidence="nodes", progress=lambda *now: told.append(now))
    assert {path.name: path.read_bytes() for path in again.iterdir()} == whole
    total = awkward().nodes.num_rows + awkward().edges.num_rows
    assert told[-1] == (total, total)
    assert told == sorted(told)


def test_kinds_that_no_load_takes_are_left_out(tmp_path: Path) -> None:
    nodes = [{"id": f"Main/{kind}", "name": kind, "kind": kind} for kind in ("Trope", "Work", "Evil`)")]
    edges = [
        {"source": "Main/Trope", "type": kind, "target": f"Main/{target}", "evidence_count": 1}
        for kind, target in (("SEE_ALSO", "Work"), ("SEE_ALSO", "Evil`)"), ("EVIL", "Work"))
    ]
    told = [{**{n: edge[n] for n in ("source", "type", "target")}, "sentence": edge["target"]} for edge in edges]
    folder = written(graph_of(nodes=nodes, edges=edges, evidence=told), tmp_path)
    assert [row[":LABEL"] for row in rows(folder, "nodes")] == ["Trope", "Work"]
    assert [(row[":END_ID(node)"], row["evidence:string[]"]) for row in rows(folder, "edges")] == [
        ("Main/Work", ["Main/Work"])
    ]
    assert "Evil" not in "".join(path.read_text(encoding="utf-8") for path in folder.iterdir())


@pytest.mark.parametrize("name", ["notes.txt", "import.sh", "export.json"])
def test_what_is_no_import_of_ours_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / "import").mkdir()
    (tmp_path / "import" / name).write_text("{}", encoding="utf-8")
    with pytest.raises(OutputError, match="not an import for neo4j-admin; they are left alone"):
        written(awkward(), tmp_path)
    assert [path.name for path in (tmp_path / "import").iterdir()] == [name]


def test_an_import_is_replaced_and_what_others_put_there_stays(tmp_path: Path) -> None:
    folder = written(awkward(), tmp_path)
    (folder / "import.report").write_text("theirs", encoding="utf-8")
    written(of_nodes({"name": "plain"}), tmp_path)
    assert (folder / "import.report").read_text() == "theirs"
    assert not list(folder.glob("*.lines.csv"))
    assert not (folder / "edges.csv").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "import"]


def test_a_write_that_fails_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(of_nodes({"name": "plain"}), tmp_path)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    def stop(_done: int, _total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match=r"cannot be written.*no space left"):
        written(awkward(), tmp_path, progress=stop)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["graph", "import"]


def test_a_graph_without_nodes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="has no nodes"):
        written(graph_of(), tmp_path)
    assert not (tmp_path / "import").exists()


@pytest.mark.parametrize("table", ["nodes", "edges", "evidence"])
@pytest.mark.parametrize("damage", ["cut", "other"])
def test_a_damaged_graph_is_named(tmp_path: Path, table: str, damage: str) -> None:
    awkward().save(tmp_path / "graph")
    of_nodes({}).save(tmp_path / "other")
    file = tmp_path / "graph" / f"{table}.parquet"
    data = file.read_bytes()[:-9] if damage == "cut" else (tmp_path / "other" / file.name).read_bytes()
    file.write_bytes(data)
    with pytest.raises(GraphError, match=r"damaged.*(nodes|edges|evidence)\.parquet"):
        bulk.write(tmp_path / "graph", tmp_path / "import")
    assert not (tmp_path / "import").exists()


def test_lists_take_names_of_the_vocabulary_only() -> None:
    for text in HOSTILE:
        with pytest.raises(ValueError, match="not in the vocabulary"):
            statements.lists("node_lists", [text], "\x1e", NodeLabel="Trope")
        with pytest.raises(ValueError, match="not in the vocabulary"):
            statements.lists("node_lists", ["aliases"], "\x1e", NodeLabel=f"Trope|{text}")
