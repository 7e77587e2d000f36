"""Imports go one way: model <- stations <- pipeline <- cli. Siblings do not know one another."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "tropegraph"
FOUNDATION = {"errors", "memory", "resources", "writing"}
ALLOWED = {
    "model": set(),
    "read": {"model"},
    "parse": {"model"},
    "extract": {"model"},
    "tabular": {"model"},
    "resolve": {"model", "tabular"},
    "evaluate": {"model", "extract"},
    "graph": {"model", "tabular"},
    "check": {"model", "tabular", "graph"},
    "query": {"model", "graph", "connect"},
    "export": {"model", "graph", "connect"},
    "exchange": {"model", "tabular", "graph"},
    "render": {"model", "graph"},
    "exported": {"graph", "exchange", "render"},
    "analyse": {"model", "graph"},
    "building": {"model", "read", "parse", "extract", "resolve", "graph"},
    "connect": set(),
    "errors": set(),
    "memory": set(),
    "resources": set(),
    "writing": set(),
}
ROOMS = {
    "cues": set(),
    "pages": set(),
    "names": {"cues", "pages"},
    "relations": {"cues", "pages", "names"},
    "examples": {"cues", "pages", "names"},
    "identity": {"cues", "pages", "names", "relations", "examples"},
}
"""Rooms of `extract`, each with those that it may know; what stands beside them puts them together."""

IN_ORDER = {
    "export.neo4j": (
        "statements",
        "plan",
        "batches",
        "transactions",
        "progress",
        "report",
        "writer",
        "prune",
        "loading",
    ),
    "export.bulk": ("columns", "texts", "files", "scripts", "write"),
    "exchange": (
        "rows",
        "texts",
        "xml",
        "collected",
        "documents",
        "graphml",
        "gexf",
        "cytoscape",
        "node_link",
        "csv_pair",
        "parquet",
        "formats",
        "write",
        "read",
    ),
}
"""Modules of packages in which each knows only those before it."""

KNOWS_ALL = {"pipeline", "cli", "__init__", "__main__"}


def parts_imported(path: Path, within: str = "tropegraph") -> set[str]:
    """Parts of a package that a module imports, at any depth of its code."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            names = [node.module or ""]
            if node.module == within:
                names = [f"{within}.{a.name}" for a in node.names]
        elif isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        else:
            continue
        found |= {n.removeprefix(f"{within}.").split(".")[0] for n in names if n.startswith(f"{within}.")}
    return found


def part_of(path: Path) -> str:
    """First-level part that a module belongs to."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_imports_only_what_lies_before_it(path: Path) -> None:
    part = part_of(path)
    if part in KNOWS_ALL:
        return
    assert parts_imported(path) - {part} - FOUNDATION <= ALLOWED[part]


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_extract_knows_those_before_it(room: str) -> None:
    for path in sorted((PACKAGE / "extract" / room).rglob("*.py")):
        assert parts_imported(path, "tropegraph.extract") - {room} <= ROOMS[room], path.name


@pytest.mark.parametrize(
    ("package", "module"), [(package, module) for package, modules in IN_ORDER.items() for module in modules]
)
def test_a_module_of_an_export_knows_those_before_it(package: str, module: str) -> None:
    path = PACKAGE.joinpath(*package.split("."), f"{module}.py")
    tree = ast.parse(path.read_text(encoding="utf-8"))
    within, modules = f"tropegraph.{package}", IN_ORDER[package]
    names = [a.name for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module == within for a in n.names]
    known = {*names, *parts_imported(path, within)} - {within.rpartition(".")[2]}
    assert known & set(modules) <= set(modules[: modules.index(module)])


@pytest.mark.parametrize("package", IN_ORDER)
def test_every_module_of_an_export_has_its_place(package: str) -> None:
    folder = PACKAGE.joinpath(*package.split("."))
    assert {path.stem for path in folder.glob("*.py")} == {*IN_ORDER[package], "__init__"}


@pytest.mark.parametrize("path", sorted((PACKAGE / "model").glob("*.py")), ids=lambda p: p.name)
def test_the_model_needs_the_standard_library_only(path: Path) -> None:
    import sys

    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [a.name for a in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            assert name.split(".")[0] in {*sys.stdlib_module_names, "tropegraph"}


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_module_is_one_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 350
