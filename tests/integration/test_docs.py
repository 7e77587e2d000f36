"""Every example in README.md is run as written, and prints what it shows.

In a `console` block, lines after "$ " are commands and the rest is what they print; a line "..." stands for any lines.
A `pycon` block is a doctest. A block that loads into Neo4j runs against the test server.
"""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(language: str) -> list[str]:
    """Code blocks of the README in this language."""
    return [body for name, body in BLOCK.findall(README.read_text(encoding="utf-8")) if name == language]


def steps(block: str) -> list[tuple[str, str]]:
    """Commands of a console block, each with what it prints."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output) for command, _, output in (part.partition("\n") for part in parts)]


def agrees(shown: str, printed: str) -> bool:
    """Whether the output is the one shown, where "..." stands for any lines and white space at line ends is free."""
    wanted = [
        re.escape(line.rstrip()) if line.strip() != "..." else "(?:.*\n)*?.*" for line in shown.strip().splitlines()
    ]
    got = "\n".join(line.rstrip() for line in printed.strip().splitlines())
    return re.fullmatch("\n".join(wanted), got) is not None


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder where README's relative paths lead to the right things."""
    folder = tmp_path_factory.mktemp("readme")
    for name in ("data", "cypher", "tools"):
        (folder / name).symlink_to(ROOT / name)
    return folder


def run_block(block: str, folder: Path, env: dict[str, str]) -> None:
    """Run each command of a console block and compare what it prints."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, shown in steps(block):
        if command.startswith(("make ", "docker ", "git ", "pip ")):
            continue
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder,
            env={**os.environ, "PATH": path, "COLUMNS": "100", **env},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stderr}"
        assert agrees(shown, done.stdout) or not shown.strip(), f"$ {command}\n{done.stdout}"


def test_console_blocks(workplace: Path) -> None:
    here = [b for b in blocks("console") if "tropegraph load" not in b]
    assert len(here) >= 3
    for block in here:
        run_block(block, workplace, {})


@pytest.mark.neo4j
def test_console_blocks_with_neo4j(workplace: Path, neo4j_env: dict[str, str]) -> None:
    there = [b for b in blocks("console") if "tropegraph load" in b]
    assert there
    for block in there:
        run_block(block, workplace, neo4j_env)


def test_python_blocks(workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(workplace)
    examples = blocks("pycon")
    assert examples
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    scope: dict[str, object] = {}
    for number, block in enumerate(examples):
        test = doctest.DocTestParser().get_doctest(block, scope, f"README {number}", str(README), 0)
        runner = doctest.DocTestRunner(optionflags=flags)
        report: list[str] = []
        runner.run(test, out=report.append, clear_globs=False)
        scope = test.globs
        assert runner.failures == 0, "".join(report)


def test_readme_names_no_make_target_that_is_not_there() -> None:
    targets = set(re.findall(r"^([a-z0-9-]+):", (ROOT / "Makefile").read_text(), flags=re.MULTILINE))
    used = set(re.findall(r"\bmake ([a-z0-9-]+)", README.read_text(encoding="utf-8")))
    assert {"demo", "test"} <= used <= targets
