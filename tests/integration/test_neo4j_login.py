"""How one gets in: encrypted addresses, and a password that is typed."""

import contextlib
import os
import pty
import select
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import neo4j_server as tool
import pytest
import trustme
from cryptography.hazmat.primitives import serialization

from tests.conftest import missing, run_cli
from tropegraph.connect import Settings

pytestmark = pytest.mark.neo4j

_TLS = {
    "dbms.ssl.policy.bolt.enabled": "true",
    "dbms.ssl.policy.bolt.client_auth": "NONE",
    "dbms.ssl.policy.bolt.base_directory": "certificates",
    # The fixture itself waits for the server without.
    "server.bolt.tls_level": "OPTIONAL",
}


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


@pytest.fixture(scope="module")
def encrypted(neo4j_server: Settings, authority: trustme.CA) -> Iterator[Settings]:
    """A server of its own whose certificate the authority has signed."""
    if os.environ.get("TROPEGRAPH_TEST_NEO4J_URI"):
        missing("neo4j", "a server was given, so none is assembled")
    with TemporaryDirectory(prefix="neo4j-") as folder:
        certify(Path(folder) / "certificates", authority)
        with tool.running_server(Path(folder), settings=_TLS) as server:
            yield Settings(server.uri.replace("bolt://127.0.0.1", "neo4j+s://localhost"), server.user, server.password)


def certify(folder: Path, authority: trustme.CA) -> None:
    """Files of a certificate as Neo4j wants them."""
    folder.mkdir(parents=True)
    signed = authority.issue_cert("localhost")
    key = serialization.load_pem_private_key(signed.private_key_pem.bytes(), None)
    form = serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    (folder / "private.key").write_bytes(key.private_bytes(serialization.Encoding.PEM, *form))
    (folder / "public.crt").write_bytes(b"".join(blob.bytes() for blob in signed.cert_chain_pems))


def variables(settings: Settings, **more: str) -> dict[str, str]:
    return {
        "NEO4J_URI": settings.uri,
        "NEO4J_USERNAME": settings.user,
        "NEO4J_PASSWORD": settings.password,
        **more,
    }


def test_an_encrypted_address_is_loaded_and_asked(
    encrypted: Settings, authority: trustme.CA, sample_graph: Path, tmp_path: Path
) -> None:
    authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
    env = variables(encrypted, SSL_CERT_FILE=str(tmp_path / "ca.pem"))
    loaded = run_cli("load", "--graph", sample_graph, env=env)
    assert loaded.code == 0, loaded.err
    asked = run_cli(
        "query", "--uri", encrypted.uri, "--cypher", "MATCH (t:Trope) RETURN count(t) AS n", "--format", "json", env=env
    )
    assert '"n":' in asked.out, asked.err


def test_a_certificate_that_nobody_here_trusts_is_refused_in_one_sentence(
    encrypted: Settings, sample_graph: Path
) -> None:
    ran = run_cli("load", "--graph", sample_graph, env=variables(encrypted))
    assert ran.code == 7
    assert "certificate" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_any_certificate_will_do_where_that_is_said(encrypted: Settings, sample_graph: Path) -> None:
    easy = replace(encrypted, uri=encrypted.uri.replace("+s", "+ssc"))
    assert run_cli("load", "--graph", sample_graph, env=variables(easy)).code == 0


def test_an_encrypted_address_of_a_server_that_is_not_is_told(neo4j_empty: Settings, sample_graph: Path) -> None:
    secure = replace(neo4j_empty, uri=neo4j_empty.uri.replace("bolt://", "bolt+ssc://"))
    ran = run_cli("load", "--graph", sample_graph, env=variables(secure))
    assert ran.code == 7
    assert "+ssc" in ran.err


_ON_TERMINAL = (
    "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.executable, sys.argv[1:])"
)
"""Makes the standard input the terminal of its process, as a shell does, and goes on as what follows."""


def typed(command: list[str], env: dict[str, str], words: str) -> tuple[int, str]:
    """Run a command on a terminal, type these words when it asks, and give its exit code and all that it showed."""
    ours, terminal = pty.openpty()
    started = [sys.executable, "-c", _ON_TERMINAL, *command]
    with subprocess.Popen(
        started, env=env, stdin=terminal, stdout=terminal, stderr=terminal, start_new_session=True
    ) as process:
        os.close(terminal)
        shown, asked = "", False
        while select.select([ours], [], [], 60)[0] and (data := _read(ours)):
            shown += data
            if not asked and "Password of" in shown and _hides(ours):
                os.write(ours, f"{words}\n".encode())
                asked = True
        os.close(ours)
    return process.returncode, shown


def _hides(terminal: int, seconds: float = 10) -> bool:
    """Whether what is typed is shown no longer; the question comes a moment before."""
    until = time.monotonic() + seconds
    while termios.tcgetattr(terminal)[3] & termios.ECHO:
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


def _read(terminal: int) -> str:
    with contextlib.suppress(OSError):  # so a terminal tells on Linux that nobody is left there
        return os.read(terminal, 1 << 12).decode(errors="replace")
    return ""


@pytest.mark.parametrize(("right", "code"), [(True, 0), (False, 7)])
def test_a_typed_password_is_taken_and_not_shown(
    neo4j_empty: Settings, sample_graph: Path, right: bool, code: int
) -> None:
    env = {k: v for k, v in os.environ.items() if not k.startswith("NEO4J_")}
    words = neo4j_empty.password if right else "a-wrong-one"
    command = [sys.executable, "-m", "tropegraph", "load", "--graph", str(sample_graph), "--uri", neo4j_empty.uri]
    ended, shown = typed(command, env, words)
    assert ended == code, shown
    assert 'Password of "neo4j"' in shown
    assert words not in shown
