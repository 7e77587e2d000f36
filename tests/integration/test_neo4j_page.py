"""The session that docs/neo4j.md shows is run as it stands there."""

import re
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.integration.test_docs import BLOCK, run_block, steps

PAGE = ROOT / "docs" / "neo4j.md"


@pytest.mark.neo4j
def test_the_session_goes_as_shown(tmp_path: Path, neo4j_env: dict[str, str]) -> None:
    (tmp_path / "data").symlink_to(ROOT / "data")
    (session,) = [body for name, body in BLOCK.findall(PAGE.read_text(encoding="utf-8")) if name == "console"]
    assert len(re.findall("--cypher", session)) == 5
    assert len(steps(session)) == 7
    run_block(session, tmp_path, neo4j_env)
