"""docs/graph-model.md says what the schema and the vocabulary say, and its examples run."""

import importlib.util
import re
from pathlib import Path

import pytest
from graph_examples import graph

from tropegraph.graph.derived import DERIVED
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import RELATIONS, NodeKind

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "graph-model.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def section(name):
    return PAGE.partition(f"<!-- {name} -->\n")[2].partition(f"<!-- /{name} -->")[0]


def test_the_tables_are_those_of_the_schema():
    heads = [f"### {name}.parquet\n\n| column | type | holds |\n|---|---|---|\n" for name in TABLES]
    rows = ["".join(f"| `{c}` | {col.type} | {col.meaning} |\n" for c, col in cols.items()) for cols in TABLES.values()]
    assert section("tables") == "\n".join(head + body for head, body in zip(heads, rows, strict=True))


def test_the_properties_of_cypher_are_those_that_nodes_get():
    head = "| property | type | holds |\n|---|---|---|\n"
    assert section("derived") == head + "".join(
        f"| `{c}` | {col.type} | {col.meaning} |\n" for c, col in DERIVED.items()
    )


def test_every_relation_reads_as_in_the_vocabulary():
    rows = [[cell.strip() for cell in line.split("|")[1:5]] for line in section("relations").splitlines()[2:]]
    assert rows == [
        [f"`{kind}`", info.forward, info.backward, "yes" if info.symmetric else "no"]
        for kind, info in RELATIONS.items()
    ]


def test_every_kind_of_node_is_named():
    assert re.findall(r"^\| `(\w+)` \| [A-Z]", PAGE.partition("## Edges")[0], re.MULTILINE) == list(NodeKind)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: re.search(r"^(?:from|import) (\w+)", text, re.M)[1])
def test_the_examples_run(example, tmp_path, monkeypatch, capsys):
    library = re.search(r"^(?:from|import) (\w+)", example, re.MULTILINE)[1]
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"{library} is not installed")
    graph().save(tmp_path / "g")
    monkeypatch.chdir(tmp_path)
    exec(example, {})
    assert re.search(r"Mars ?Needs ?Women|Film|SEE_ALSO", capsys.readouterr().out)
