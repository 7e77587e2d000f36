"""Fixtures for every test: the real pages, and what to do where a component is missing."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
"""No test asserts a time: a busy machine is no fault of ours."""

pytest_plugins = ["tests.neo4j_fixture", "tests.browser_fixture", "tests.workers"]

ROOT = Path(__file__).resolve().parent.parent
REQUIRED = frozenset(filter(None, os.environ.get("TROPEGRAPH_REQUIRE", "").split(",")))


def missing(component: str, reason: str) -> None:
    """Skip the test, or fail it where `TROPEGRAPH_REQUIRE` names the component."""
    if component in REQUIRED:
        pytest.fail(f"{component} is required by TROPEGRAPH_REQUIRE, but {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def corpus() -> Path:
    """Folder of real pages; the annotated ones lie in `corpus.parent / "gold"`."""
    path = Path(os.environ.get("TROPEGRAPH_CORPUS", ROOT.parent / "shared" / "corpus")).resolve()
    if not path.is_dir():
        missing("corpus", "the folder of real pages (TROPEGRAPH_CORPUS) is not there")
    return path


@pytest.fixture(scope="session")
def sample() -> Path:
    """Folder of our own sample pages."""
    return ROOT / "data" / "sample"


@dataclass(frozen=True)
class Ran:
    """What a command line run left."""

    code: int
    out: str
    err: str


_NOT_OURS = ("NEO4J_", "COLUMNS")
"""Variables that a command of a test must not find: whose server, or how wide whose terminal, is no matter of it."""


def run_cli(*args: object, stdin: bytes = b"", cwd: Path | None = None, env: dict[str, str] | None = None) -> Ran:
    """Run `tropegraph` as a user would: a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "tropegraph", *map(str, args)],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env={**{k: v for k, v in os.environ.items() if not k.startswith(_NOT_OURS)}, **(env or {})},
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="session")
def sample_graph(tmp_path_factory: pytest.TempPathFactory, sample: Path) -> Path:
    """Folder of the graph of our sample pages, built by the command line."""
    to = tmp_path_factory.mktemp("sample") / "graph"
    ran = run_cli("build", sample / "wiki", "--out", to)
    assert ran.code == 0, ran.err
    return to
