"""The folder on disk: equal bytes for equal graphs, replaced whole or not at all, refused when it is not a graph."""

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from graph_examples import NODES, graph

from tropegraph.errors import GraphError, OutputError
from tropegraph.graph import Graph, store

OTHER = {"edges": [], "evidence": [], "nodes": NODES[:1]}


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_graph_opens_as_it_was_saved(tmp_path):
    graph().save(tmp_path / "deep" / "g")
    assert Graph.open(tmp_path / "deep" / "g") == graph()


def test_equal_graphs_give_equal_bytes(tmp_path):
    graph().save(tmp_path / "a")
    Graph.open(tmp_path / "a").save(tmp_path / "b")
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_the_folder_holds_one_parquet_file_a_table(tmp_path):
    graph().save(tmp_path / "g")
    assert sorted(contents(tmp_path / "g")) == [
        "edges.parquet",
        "evidence.parquet",
        "findings.parquet",
        "manifest.json",
        "nodes.parquet",
        "pages.parquet",
    ]
    column = pq.ParquetFile(tmp_path / "g" / "nodes.parquet").metadata.row_group(0).column(0)
    assert column.compression == "ZSTD"


def test_a_graph_is_replaced_and_nothing_left_beside_it(tmp_path):
    graph().save(tmp_path / "g")
    graph(**OTHER).save(tmp_path / "g")
    assert Graph.open(tmp_path / "g").nodes.num_rows == 1
    assert [path.name for path in tmp_path.iterdir()] == ["g"]


def test_a_graph_is_not_replaced_unless_allowed(tmp_path):
    graph().save(tmp_path / "g")
    with pytest.raises(OutputError, match="already"):
        graph(**OTHER).save(tmp_path / "g", overwrite=False)
    assert Graph.open(tmp_path / "g") == graph()


def test_an_empty_folder_is_used(tmp_path):
    (tmp_path / "g").mkdir()
    graph().save(tmp_path / "g")
    assert Graph.open(tmp_path / "g") == graph()


def test_files_put_beside_the_tables_survive_and_the_cache_does_not(tmp_path):
    graph().save(tmp_path / "g")
    (tmp_path / "g" / "map.html").write_text("a map", encoding="utf-8")
    (tmp_path / "g" / store.CACHE).mkdir()
    (tmp_path / "g" / "notes").mkdir()
    (tmp_path / "g" / "notes" / "mine.txt").write_text("a note", encoding="utf-8")
    graph(**OTHER).save(tmp_path / "g")
    assert (tmp_path / "g" / "map.html").read_text(encoding="utf-8") == "a map"
    assert (tmp_path / "g" / "notes" / "mine.txt").read_text(encoding="utf-8") == "a note"
    assert not (tmp_path / "g" / store.CACHE).exists()


@pytest.mark.parametrize("name", ["notes.txt", "manifest.json", "nodes.parquet"])
def test_a_folder_that_is_not_a_graph_is_left_alone(tmp_path, name):
    (tmp_path / "g").mkdir()
    (tmp_path / "g" / name).write_text("{}", encoding="utf-8")
    with pytest.raises(OutputError, match="not a graph"):
        graph().save(tmp_path / "g")
    with pytest.raises(OutputError, match="not a graph"):
        Graph.check_writable(tmp_path / "g")
    assert contents(tmp_path / "g") == {name: b"{}"}


def test_a_file_in_the_way_is_left_alone(tmp_path):
    (tmp_path / "g").write_text("mine", encoding="utf-8")
    for place in ("g", "g/below"):
        with pytest.raises(OutputError):
            graph().save(tmp_path / place)
        with pytest.raises(OutputError):
            Graph.check_writable(tmp_path / place)
    assert (tmp_path / "g").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_an_output_error():
    place = Path("/proc/tropegraph") if Path("/proc").is_dir() else Path("/dev/null/tropegraph")
    with pytest.raises(OutputError, match="cannot be written"):
        graph().save(place)
    with pytest.raises(OutputError, match="cannot be written"):
        Graph.check_writable(place)


def test_check_writable_leaves_nothing(tmp_path):
    Graph.check_writable(tmp_path / "deep" / "g")
    assert list(tmp_path.iterdir()) == []


def test_a_link_to_a_folder_stays_a_link(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    graph().save(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert Graph.open(tmp_path / "real") == graph()


@pytest.mark.parametrize("failing", ["write_table", "replace", "second replace", "fsync"])
def test_an_interrupted_save_leaves_the_old_graph(tmp_path, monkeypatch, failing):
    graph().save(tmp_path / "g")
    _make_fail(monkeypatch, failing)
    with pytest.raises(OutputError, match="no space left"):
        graph(**OTHER).save(tmp_path / "g")
    monkeypatch.undo()
    assert Graph.open(tmp_path / "g") == graph()
    assert [path.name for path in tmp_path.iterdir()] == ["g"]


def _make_fail(monkeypatch, failing):
    """Let the disk be full at one step of saving; the last Parquet file, or one of the two renames."""
    owner, name, good_calls = {
        "write_table": (pq.ParquetWriter, "write_table", 2),
        "replace": (os, "replace", 0),
        "second replace": (os, "replace", 1),
        "fsync": (os, "fsync", 2),
    }[failing]
    real, calls = getattr(owner, name), []

    def fail_later(*args, **kwargs):
        calls.append(args)
        if len(calls) == good_calls + 1:
            raise OSError(28, "No space left on device")
        return real(*args, **kwargs)

    monkeypatch.setattr(owner, name, fail_later)


def test_a_process_killed_between_the_renames_leaves_the_old_graph(tmp_path):
    graph().save(tmp_path / "g")
    killed = """
        import os, sys
        from tropegraph.graph import Graph
        real, calls = os.replace, []
        def kill_at_second(*args):
            calls.append(args)
            os._exit(9) if len(calls) == 2 else real(*args)
        os.replace = kill_at_second
        Graph.open(sys.argv[1]).only(kinds=["Index"]).save(sys.argv[1])
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(killed), str(tmp_path / "g")], check=False)
    assert done.returncode == 9
    assert not (tmp_path / "g").exists()
    assert Graph.open(tmp_path / "g") == graph()
    graph(**OTHER).save(tmp_path / "g")
    assert Graph.open(tmp_path / "g").nodes.num_rows == 1


def test_opening_nothing_says_how_to_make_a_graph(tmp_path):
    with pytest.raises(GraphError, match="no graph at") as told:
        Graph.open(tmp_path / "nothing")
    assert "tropegraph build" in told.value.hint


def test_opening_a_folder_that_is_not_a_graph(tmp_path):
    with pytest.raises(GraphError, match="not a graph"):
        Graph.open(tmp_path)


def _changed_manifest(folder, **changed):
    fields = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    (folder / "manifest.json").write_text(json.dumps({**fields, **changed}), encoding="utf-8")


@pytest.mark.parametrize(
    ("changed", "said", "hint"),
    [
        ({"format_version": 2}, "format version 2", "newer"),
        ({"format_version": 0}, "format version 0", "again"),
        ({"format_version": None}, "format version None", "again"),
        ({"format": "something"}, "not one of tropegraph", "build"),
        ({"counts": {"nodes": 1}}, "damaged", "again"),
        ({"counts": []}, "damaged", "again"),
    ],
)
def test_opening_a_manifest_that_does_not_fit(tmp_path, changed, said, hint):
    graph().save(tmp_path / "g")
    _changed_manifest(tmp_path / "g", **changed)
    with pytest.raises(GraphError, match=said) as told:
        Graph.open(tmp_path / "g")
    assert hint in told.value.hint


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": "tropegraph", "format_version": 1}', "\udcff"])
def test_opening_a_broken_manifest(tmp_path, text):
    graph().save(tmp_path / "g")
    (tmp_path / "g" / "manifest.json").write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(GraphError):
        Graph.open(tmp_path / "g")


@pytest.mark.parametrize("damage", [lambda file: file.unlink(), lambda file: file.write_bytes(file.read_bytes()[:200])])
@pytest.mark.parametrize("name", ["nodes", "edges", "evidence", "pages", "findings"])
def test_opening_a_damaged_table(tmp_path, name, damage):
    graph().save(tmp_path / "g")
    damage(tmp_path / "g" / f"{name}.parquet")
    with pytest.raises(GraphError, match=rf"damaged.*{name}\.parquet"):
        Graph.open(tmp_path / "g")


def test_opening_tables_of_two_graphs(tmp_path):
    graph().save(tmp_path / "g")
    graph(nodes=[{**row, "id": row["id"] + "X"} for row in NODES], edges=[], evidence=[]).save(tmp_path / "other")
    (tmp_path / "other" / "nodes.parquet").replace(tmp_path / "g" / "nodes.parquet")
    with pytest.raises(GraphError, match="damaged"):
        Graph.open(tmp_path / "g")
