"""What README.md and the pages of docs/ hold: their blocks of code, and how to run them."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

PAGES = tuple(
    path.relative_to(ROOT).as_posix()
    for path in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md")))
)
"""Every page that shows code."""

NOT_RUN = {
    "docker ": "needs Docker",
    "make ": "CI runs the targets themselves",
    "pip install": "the tests' environment is locked; test_wheel.py installs the package",
    "python3 -m venv": "the tests run in an environment of their own",
    ". .venv": "the same",
    "NEO4J_ADMIN=": "needs a stopped server; test_neo4j_bulk.py runs import.sh on one",
    "sh bulk/import.sh": "the same",
    "cypher-shell ": "is not part of the assembled server; test_neo4j_bulk.py runs after.cypher",
    "python benchmarks/": "takes minutes",
}
"""Commands that no test of the documentation runs, by how they begin, and why."""

NAMES_OF_THE_GRAPH = ("graph", "sample", "g", "old", "new")
"""What pages call the folder of a graph."""

DATA = {"json", "text", "tsv", "r", "js", ""}
"""Languages of blocks that show something and run nothing; R and a page of D3 are not part of the tests."""

_FENCED = re.compile(r"^```([\w-]*)[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_INDENTED = re.compile(r"(?:^|(?<=\n\n))((?: {4}[^\n]*\n|\n(?= {4}))+)")
_ITEM = re.compile(r"(?:[-*]|\d+\.) ")
_SHELL = re.compile(r"(?:tropegraph|python3?|sh|cat|echo|export|make|docker|pip|cypher-shell|NEO4J_\w+=\S+|\.) ")
_CYPHER = re.compile(r"(?:MATCH|CALL|RETURN|UNWIND)\b")
_ON_A_SERVER = re.compile(r"bolt://|NEO4J_|tropegraph load")
_NEEDS_A_SHELL = re.compile(r"[|>$]|^(?!tropegraph )|tropegraph (?:explain|shell|load)")


@dataclass(frozen=True)
class Block:
    """A block of code.

    Args:
        page: Path of its page within the repository.
        language: As fenced; of an indented block `sh`, `cypher`, or empty.
        text: What it holds, without indentation.
    """

    page: str
    language: str
    text: str


def blocks(page: str) -> list[Block]:
    """All blocks of a page, in order."""
    text = (ROOT / page).read_text(encoding="utf-8")
    fenced = [(m.start(), Block(page, m[1], m[2])) for m in _FENCED.finditer(text)]
    plain = _FENCED.sub(lambda m: re.sub(r"[^\n]", "x", m[0]), text)
    indented = [
        (m.start(), Block(page, _guessed(body), body))
        for m in _INDENTED.finditer(plain)
        if (body := re.sub(r"^ {4}", "", m[1], flags=re.MULTILINE)).strip() and not _in_list(plain[: m.start()])
    ]
    return [block for _, block in sorted(fenced + indented, key=lambda found: found[0])]


def _in_list(before: str) -> bool:
    """Whether what is indented after this text belongs to an item of a list."""
    paragraph = before.rstrip("\n").rpartition("\n\n")[2]
    return _ITEM.match(paragraph) is not None


def _guessed(text: str) -> str:
    if _SHELL.match(text):
        return "sh"
    return "cypher" if _CYPHER.match(text) or text.startswith("// name:") else ""


def commands(block: Block) -> list[tuple[str, str | None]]:
    """Commands of a block, each with what it prints where the page shows that."""
    if block.language == "console":
        parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)[1:]
        return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]
    if block.language in {"sh", "bash"}:
        lines = block.text.replace("\\\n", " ").splitlines()
        return [(line.strip(), None) for line in lines if line.strip() and not line.startswith("#")]
    return []


def reason_not_to_run(command: str) -> str | None:
    """The beginning in `NOT_RUN` that a command has."""
    return next((beginning for beginning in NOT_RUN if command.startswith(beginning)), None)


def on_a_server(command: str) -> bool:
    """Whether a command speaks to a Neo4j server."""
    return _ON_A_SERVER.search(command) is not None


def agrees(shown: str, printed: str) -> bool:
    """Whether the output is the one shown, where "..." stands for any lines and white space at line ends is free."""
    wanted = [
        re.escape(line.rstrip()) if line.strip() != "..." else "(?:.*\n)*?.*" for line in shown.strip().splitlines()
    ]
    got = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch("\n".join(wanted), got) is not None


def printed_by(command: str, folder: Path, env: dict[str, str]) -> str:
    """What a command prints; it has to succeed.

    A plain question to a graph is asked within this process, which has the libraries loaded; all else goes to a shell.
    """
    if env or _NEEDS_A_SHELL.search(re.sub(r'"[^"]*"', "", command)):
        return _by_shell(command, folder, env)
    return _within(shlex.split(command, comments=True)[1:], folder)


def _by_shell(command: str, folder: Path, env: dict[str, str]) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "COLUMNS": "100", **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stderr}"
    return done.stdout


def _within(arguments: list[str], folder: Path) -> str:
    from typer.testing import CliRunner

    from tropegraph.cli import app, common

    here, width = Path.cwd(), common.out.width
    os.chdir(folder)
    common.out.width = 100
    try:
        done = CliRunner().invoke(app, arguments, prog_name="tropegraph")
    finally:
        os.chdir(here)
        common.out.width = width
    assert done.exit_code == 0, f"tropegraph {' '.join(arguments)}\n{done.output}"
    return done.stdout


def run_sessions(page: str, scope: dict[str, Any]) -> int:
    """Run the `pycon` and `python` blocks of a page, one after another, in one scope; says how many."""
    found = [b for b in blocks(page) if b.language in {"pycon", "python"}]
    for number, block in enumerate(found):
        name = f"{page} {number}"
        if block.language == "python":
            exec(compile(block.text, name, "exec"), scope)
            continue
        test = doctest.DocTestParser().get_doctest(block.text, scope, name, page, 0)
        runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
        report: list[str] = []
        runner.run(test, out=report.append, clear_globs=False)
        scope.update(test.globs)
        assert runner.failures == 0, "".join(report)
    return len(found)


def cypher(page: str) -> list[Block]:
    """The blocks of a page that are Cypher."""
    return [block for block in blocks(page) if block.language == "cypher"]


def place(page: str, folder: Path, sample_graph: Path) -> Path:
    """A folder where a page's relative paths lead to the right things; what the page builds is not there yet."""
    for name in ("data", "cypher", "tools"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "pages").symlink_to(ROOT / "data" / "sample")
    (folder / "gold.jsonl").symlink_to(ROOT / "data" / "sample" / "EXPECTED.jsonl")
    text = (ROOT / page).read_text(encoding="utf-8")
    for name in NAMES_OF_THE_GRAPH:
        if not re.search(rf"build \S.* --out {name}\b", text) or page == "docs/cypher.md":
            (folder / name).symlink_to(sample_graph)
    return folder


def to_run(page: str, *, server: bool) -> list[tuple[str, str | None]]:
    """Commands of a page that are to be run, on a server or without one, each with what it prints.

    A `console` block is one session: if any of it speaks to a server, all of it is run there.
    """
    found = []
    for block in blocks(page):
        shown = commands(block)
        session = block.language == "console" and any(on_a_server(command) for command, _ in shown)
        found += [
            (command, output)
            for command, output in shown
            if (session or on_a_server(command)) is server and not reason_not_to_run(command)
        ]
    return found


def with_commands(*, server: bool) -> list[str]:
    """Pages that have commands to be run, on a server or without one."""
    return [page for page in PAGES if to_run(page, server=server)]


def run(page: str, folder: Path, env: dict[str, str], *, server: bool) -> None:
    """Run the commands of a page; each has to print what the page shows.

    Args:
        page: Its path within the repository.
        folder: As of `place`.
        env: How a command finds the server.
        server: As of `to_run`.
    """
    for command, shown in to_run(page, server=server):
        text = command.replace("bolt://localhost:7687", env.get("NEO4J_URI", "")) if server else command
        printed = printed_by(text.replace("your-password", env.get("NEO4J_PASSWORD", "")), folder, env)
        assert not (shown or "").strip() or agrees(shown or "", printed), f"{page}\n$ {command}\n{printed}"


def all_commands() -> Iterator[tuple[Block, str]]:
    """Every command that any page shows."""
    for page in PAGES:
        for block in blocks(page):
            yield from ((block, command) for command, _ in commands(block))
