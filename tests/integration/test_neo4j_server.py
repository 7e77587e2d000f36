"""The server that tools/neo4j_server.py brings."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from pathlib import Path

import neo4j
import neo4j_jars
import neo4j_server as tool
import pytest

from tests.conftest import ROOT, missing
from tropegraph.connect import Settings

pytestmark = pytest.mark.neo4j


@pytest.fixture
def assembled(neo4j_server: Settings) -> None:
    """The server's files are there, or the reason why not is told."""
    if os.environ.get("TROPEGRAPH_TEST_NEO4J_URI"):
        missing("neo4j", "a server was given, so none is assembled")


def answers(uri: str) -> bool:
    host, port = uri.removeprefix("bolt://").split(":")
    with socket.socket() as probe:
        return probe.connect_ex((host, int(port))) == 0


def test_data_stay_and_the_server_ends_with_its_starter(assembled: None, tmp_path: Path) -> None:
    folder = tmp_path / "server"
    with tool.running_server(folder) as server:
        assert server.password not in repr(server)
        with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
            driver.execute_query("CREATE (n:Kept)")
    assert not answers(server.uri)
    assert (folder / "password").stat().st_mode & 0o077 == 0
    command = [sys.executable, ROOT / "tools" / "neo4j_server.py", "run", "--data", folder, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(2)]
        assert f"Neo4j {neo4j_jars.NEO4J_VERSION} is ready" in lines[0]
        uri, user, password = re.findall(r"NEO4J_\w+=(\S+)", lines[1])
        with neo4j.GraphDatabase.driver(uri, auth=(user, password)) as driver:
            assert driver.execute_query("MATCH (n:Kept) RETURN count(n)").records[0][0] == 1
        process.send_signal(signal.SIGKILL)
    pause = threading.Event()
    for _ in range(600):
        if not answers(uri):
            return
        pause.wait(0.1)
    pytest.fail("the server outlived its starter")


@pytest.fixture
def bare_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A PATH with nothing on it, and an empty cache."""
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr(neo4j_jars, "_JVMS", tmp_path / "jvm")
    return tmp_path / "bin"


def script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)


def test_a_start_that_fails_shows_the_log(bare_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(
        bare_path / "java", """[ "$1" = -version ] && echo 'version "21"' >&2 && exit; echo 'Port is taken'; exit 3"""
    )
    for name in ("sh", "cat"):
        (bare_path / name).symlink_to(f"/bin/{name}")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    (tmp_path / "tropegraph" / "neo4j" / neo4j_jars.NEO4J_VERSION / "lib").mkdir(parents=True)
    (tmp_path / "server").mkdir()
    (tmp_path / "server" / "password").write_text("set before")
    with (
        pytest.raises(tool.ServerError, match=r"ended while it was starting(.|\n)*Port is taken"),
        tool.running_server(tmp_path / "server"),
    ):
        pass


def test_without_java(bare_path: Path, tmp_path: Path) -> None:
    with pytest.raises(tool.ServerError, match="Java 17 or newer, and there is no java"):
        neo4j_jars.jars(tmp_path)


def test_with_java_that_is_too_old(bare_path: Path, tmp_path: Path) -> None:
    script(bare_path / "java", "echo 'openjdk version \"1.8.0_292\"' >&2")
    with pytest.raises(tool.ServerError, match=r"Java 17 or newer; .* is 8"):
        neo4j_jars.jars(tmp_path)


def test_a_newer_java_beside_the_first_one_is_found(bare_path: Path, tmp_path: Path) -> None:
    script(bare_path / "java", "echo 'openjdk version \"17.0.15\"' >&2")
    newer = tmp_path / "jvm" / "newer" / "bin"
    newer.mkdir(parents=True)
    script(newer / "java", "echo 'openjdk version \"21.0.1\"' >&2")
    assert neo4j_jars.java("5.26.30") == str(bare_path / "java")
    assert neo4j_jars.java("2025.10.1") == str(newer / "java")


def test_with_java_but_without_maven(bare_path: Path, tmp_path: Path) -> None:
    script(bare_path / "java", "echo 'openjdk version \"21.0.1\"' >&2")
    with pytest.raises(tool.ServerError, match=r"Maven \(mvn\)"):
        neo4j_jars.jars(tmp_path)


def test_a_download_that_fails_leaves_nothing_that_is_used(bare_path: Path, tmp_path: Path) -> None:
    script(bare_path / "java", "echo 'openjdk version \"21.0.1\"' >&2")
    script(bare_path / "mvn", "/bin/mkdir lib; echo half > lib/half.jar; echo 'no route to the registry'; exit 1")
    with pytest.raises(tool.ServerError, match="no route to the registry"):
        neo4j_jars.jars(tmp_path)
    assert not list(tmp_path.rglob("*.jar"))
    script(bare_path / "mvn", "/bin/mkdir lib; echo whole > lib/whole.jar")
    assert [p.name for p in neo4j_jars.jars(tmp_path).iterdir()] == ["whole.jar"]


def test_two_at_once_download_once(bare_path: Path, tmp_path: Path) -> None:
    script(bare_path / "java", "echo 'openjdk version \"21.0.1\"' >&2")
    script(bare_path / "mvn", f"/bin/mkdir lib; /bin/sleep 0.3; echo run >> {tmp_path}/runs; echo jar > lib/a.jar")
    threads = [threading.Thread(target=neo4j_jars.jars, args=(tmp_path,)) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (tmp_path / "runs").read_text() == "run\n"
