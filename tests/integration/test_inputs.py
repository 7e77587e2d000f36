"""One set of pages, however it is packed, gives one graph."""

import bz2
import json
from pathlib import Path

import pytest
from backports import zstd

from tests.conftest import run_cli
from tests.packed import tarred, zipped
from tropegraph import pipeline
from tropegraph.graph import Graph

WIKI = "https://tvtropes.org/pmwiki/pmwiki.php/"


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def as_lines(files: dict[str, bytes]) -> bytes:
    """A crawl's table: each page's text with its address, where the path spells one."""
    records = []
    for name, content in files.items():
        page = Path(name).with_suffix("")
        named = {"url": WIKI + page.as_posix()} if len(page.parts) == 2 else {"title": page.name}
        records.append(json.dumps({"id": name, "text": content.decode("utf-8"), "format": "pmwiki", **named}))
    return "\n".join(records).encode()


PACKED = {
    "pages.zip": zipped,
    "pages.tar.zst": lambda files: zstd.compress(tarred(files)),
    "outer.tar": lambda files: tarred({"inner.zip": zipped(files)}),
    "pages.jsonl.bz2": lambda files: bz2.compress(as_lines(files)),
}


def facts(graph: Graph) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
    nodes = sorted((n["id"], n["name"], n["kind"], str(n["medium"])) for n in graph.nodes.to_pylist())
    edges = graph.edges.to_pylist()
    keys = [key for key in ("source", "type", "target", "modifiers", "media") if key in graph.edges.column_names]
    return nodes, sorted(tuple(str(edge[key]) for key in keys) for edge in edges)


@pytest.fixture(scope="module")
def pages(sample: Path) -> dict[str, bytes]:
    return {name: data for name, data in files_of(sample / "wiki").items() if name.endswith(".pmwiki")}


@pytest.mark.parametrize("name", PACKED)
def test_packed_pages_give_the_same_graph(tmp_path: Path, pages: dict[str, bytes], name: str) -> None:
    for path, data in pages.items():
        (tmp_path / "wiki" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "wiki" / path).write_bytes(data)
    (tmp_path / name).write_bytes(PACKED[name](pages))
    assert pages
    assert facts(pipeline.build(tmp_path / name)) == facts(pipeline.build(tmp_path / "wiki"))


def test_an_archive_from_standard_input(tmp_path: Path, pages: dict[str, bytes]) -> None:
    ran = run_cli("build", "-", "--out", tmp_path / "graph", "--json", stdin=zipped(pages))
    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["pages by format"] == {"pmwiki": len(pages)}


def test_any_packing_from_standard_input(tmp_path: Path, pages: dict[str, bytes]) -> None:
    for name, pack in PACKED.items():
        ran = run_cli("build", "-", "--out", tmp_path / name, "--json", stdin=pack(pages))
        assert ran.code == 0, ran.err
        assert json.loads(ran.out)["pages by format"] == {"pmwiki": len(pages)}


def test_the_address_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "The Pier").mkdir()
    (tmp_path / "The Pier" / "Action Girl.pmwiki").write_text("A girl who fights. Compare DamselInDistress.\n")
    ran = run_cli("build", (tmp_path / "The Pier").as_uri(), "--out", tmp_path / "graph", "--json")
    assert json.loads(ran.out)["pages by format"] == {"pmwiki": 1}


def test_columns_that_the_user_names(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"prose": "A pier. Compare DamselInDistress.", "headline": "Action Girl"}\n')
    named = ["--column", "text=prose", "-c", "title=headline"]
    ran = run_cli("extract", tmp_path / "x.jsonl", *named)
    assert json.loads(ran.out)["title"] == "Action Girl", ran.err
    ran = run_cli("build", tmp_path / "x.jsonl", "--out", tmp_path / "graph", *named)
    assert ran.code == 0, ran.err
    assert Graph.open(tmp_path / "graph").manifest.options["columns"] == {"text": "prose", "title": "headline"}


def test_an_archive_without_pages_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(zipped({"a.png": b"\x89PNG\r\n\x1a\n\x00\x00", "../b.txt": b"Out."}))
    ran = run_cli("build", tmp_path / "x.zip", "--out", tmp_path / "graph")
    assert ran.code == 3
    assert "x.zip" in ran.err
    assert not (tmp_path / "graph").exists()
