"""Fixtures for every test: the real pages, and what to do where a component is missing."""

import os
from pathlib import Path

import pytest

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
