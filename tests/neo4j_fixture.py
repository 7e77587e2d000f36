"""Pytest plugin: one real Neo4j server for the whole run, and what its version was.

`TROPEGRAPH_TEST_NEO4J_URI` (with `_USERNAME` and `_PASSWORD`) names a server to use; it has to be empty, and the tests
empty it again. Else one is assembled and started by tools/neo4j_server.py.
"""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import neo4j
import pytest

from tests.conftest import ROOT, missing
from tropegraph.connect import Settings, open_driver
from tropegraph.query import Neo4jEngine

sys.path.insert(0, str(ROOT / "tools"))
from neo4j_jars import NEO4J_NEWER, ServerError, java
from neo4j_server import running_server

# A server of the tests lives for minutes: what Java's second compiler gives there is less than it costs.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")

_VARIABLE = "TROPEGRAPH_TEST_NEO4J_"
_TOLD = pytest.StashKey[str]()
_EMPTY = (
    "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 50000 ROWS",
    "MATCH (n) CALL (n) { DELETE n } IN TRANSACTIONS OF 50000 ROWS",
)


def _given() -> Settings | None:
    uri = os.environ.get(_VARIABLE + "URI")
    if not uri:
        return None
    user, password = (os.environ.get(_VARIABLE + name, "") for name in ("USERNAME", "PASSWORD"))
    return Settings(uri, user or "neo4j", password)


@pytest.fixture(scope="session")
def neo4j_server(request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Settings of a running server, started once."""
    given = _given()
    if given:
        yield from _told(request, given)
        return
    yield from _assembled(request)


@pytest.fixture(scope="session")
def newer_neo4j_server(request: pytest.FixtureRequest) -> Iterator[Settings]:
    """Settings of a running server of a later version; skipped without a Java for it, and where a server is given."""
    if _given():
        pytest.skip("a server was given, so none is assembled")
    try:
        java(NEO4J_NEWER)
    except ServerError as error:
        pytest.skip(str(error))
    yield from _assembled(request, version=NEO4J_NEWER)


@pytest.fixture(params=["neo4j_server", "newer_neo4j_server"], ids=["5", "newer"])
def any_neo4j(request: pytest.FixtureRequest) -> Settings:
    """Either server, without any node."""
    server: Settings = request.getfixturevalue(request.param)
    with open_driver(server) as driver:
        delete_all(driver)
    return server


def _assembled(request: pytest.FixtureRequest, **options: str) -> Iterator[Settings]:
    try:
        # Not pytest's own temporary folder, which outlives the run: a server's is large.
        with TemporaryDirectory(prefix="neo4j-") as folder, running_server(Path(folder), **options) as server:
            yield from _told(request, Settings(server.uri, server.user, server.password))
    except ServerError as error:
        missing("neo4j", str(error))


def _told(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Settings]:
    with open_driver(settings) as driver:
        if driver.execute_query("MATCH (n) RETURN n LIMIT 1").records:
            pytest.fail(f"the Neo4j server at {settings.place} is not empty; the tests would delete what it holds")
        found = driver.execute_query(
            "CALL dbms.components() YIELD name, versions, edition RETURN name, versions, edition"
        )
    name, versions, edition = found.records[0].values()
    known = request.config.stash.get(_TOLD, "")
    request.config.stash[_TOLD] = f"{known}{', ' if known else ''}{name} {versions[0]} {edition}"
    yield settings
    with open_driver(settings) as driver:
        delete_all(driver)


def delete_all(driver: neo4j.Driver) -> None:
    """Empty the database: edges first, since hubs have too many for one transaction."""
    with driver.session() as session:
        for statement in _EMPTY:
            session.run(statement).consume()


@pytest.fixture
def neo4j_empty(neo4j_server: Settings) -> Settings:
    """The running server without any node."""
    with open_driver(neo4j_server) as driver:
        delete_all(driver)
    return neo4j_server


@pytest.fixture
def neo4j_env(neo4j_empty: Settings) -> dict[str, str]:
    """The empty server as a command line finds it."""
    return {
        "NEO4J_URI": neo4j_empty.uri,
        "NEO4J_USERNAME": neo4j_empty.user,
        "NEO4J_PASSWORD": neo4j_empty.password,
    }


@pytest.fixture
def neo4j_engine(neo4j_server: Settings) -> Iterator[Neo4jEngine]:
    """A query engine over the running server, with whatever it holds."""
    with Neo4jEngine.open(neo4j_server) as engine:
        yield engine


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Tell the process that prints the summary, where tests run in several."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["neo4j"] = session.config.stash.get(_TOLD, "")


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Hear from such a process."""
    if told := getattr(node, "workeroutput", {}).get("neo4j"):
        node.config.stash[_TOLD] = told


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say which server the tests ran against."""
    if _TOLD in config.stash:
        terminalreporter.write_line(f"Neo4j server: {config.stash[_TOLD]}")
