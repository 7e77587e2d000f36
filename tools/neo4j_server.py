"""Runs a Neo4j Community server of its own, without Docker and without installing one.

For tests: ``with running_server(folder) as server: ...``. For a user: ``python tools/neo4j_server.py run``, and
``python tools/neo4j_server.py admin ...`` for its neo4j-admin while it is stopped.
"""

import argparse
import contextlib
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from maven_jars import cache_folder
from neo4j_jars import NEO4J_NEWER, NEO4J_VERSION, ServerError, family, jars, java

USER = "neo4j"
DEFAULT_PORT = 7687
_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch", "java.base/java.util.concurrent")
_CONF = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.heap.initial_size=512m
server.memory.heap.max_size=1g
server.memory.pagecache.size=256m
dbms.usage_report.enabled=false
db.tx_log.preallocate=false
"""
# neo4j-admin starts a process of its own with these.
_ADDITIONAL = "".join(f"server.jvm.additional=--add-opens={module}=ALL-UNNAMED\n" for module in _OPENED)
# The server ends with the process that started it, even a killed one: its standard input closes then.
_GUARD = 'exec 3<&0; "$@" </dev/null & child=$!; { cat <&3 >/dev/null; kill $child; } & wait $child'


@dataclass(frozen=True)
class Server:
    """A running server.

    Args:
        uri, user, password: How to log in.
        version: Version of Neo4j.
        folder: Where its data and log are.
        group: Number of its group of processes: a test kills them.
    """

    uri: str
    user: str
    password: str = field(repr=False)
    version: str
    folder: Path
    group: int


@contextlib.contextmanager
def running_server(
    folder: Path,
    *,
    port: int | None = None,
    wait: float = 120,
    version: str = NEO4J_VERSION,
    settings: Mapping[str, str] | None = None,
) -> Iterator[Server]:
    """A Neo4j server, from its start to its stop.

    Args:
        folder: Holds data, settings, log and password; kept, so that the next server there has the same data.
        port: Port of the Bolt protocol; a free one when not given.
        wait: Seconds until a start counts as failed.
        version: Version of Neo4j.
        settings: Settings of neo4j.conf besides our own.

    Raises:
        ServerError: Java or Maven is missing, or the server does not start; the message ends with its log.
    """
    home = home_in(folder, version)
    password = _prepare(home, port := port or _free_port(), settings or {})
    process = _start(home)
    try:
        server = Server(f"bolt://127.0.0.1:{port}", USER, password, version, folder, process.pid)
        _wait(server, process, wait)
        yield server
    finally:
        _stop(process)


@dataclass(frozen=True)
class Home:
    """What a server is started from.

    Args:
        folder: Its data, settings and log.
        lib: Its jar files.
        java: The `java` that runs it.
        main: Class that starts it.
    """

    folder: Path
    lib: Path
    java: str
    main: str


def home_in(folder: Path, version: str = NEO4J_VERSION) -> Home:
    """What a server in a folder is started from.

    Raises:
        ServerError: Java or Maven is missing.
    """
    return Home(folder, jars(version=version), java(version), family(version).main)


def administer(folder: Path, version: str, arguments: Sequence[str]) -> int:
    """Run one `neo4j-admin` command on the data of a stopped server, with its output shown; give its exit code.

    Args:
        folder: As of `running_server`.
        version: Version of Neo4j.
        arguments: Of the command.

    Raises:
        ServerError: Java or Maven is missing.
    """
    home = home_in(folder, version)
    _prepare(home, DEFAULT_PORT, {})
    return subprocess.run(_admin_command(home, *arguments), env=_environment(folder), check=False).returncode


def _prepare(home: Home, port: int, settings: Mapping[str, str]) -> str:
    folder = home.folder
    (folder / "conf").mkdir(parents=True, exist_ok=True)
    lines = [_CONF.format(port=port), _ADDITIONAL, *(f"{name}={value}\n" for name, value in settings.items())]
    (folder / "conf" / "neo4j.conf").write_text("".join(lines), encoding="utf-8")
    secret = folder / "password"
    if not secret.exists():
        password = secrets.token_hex(12)
        admin(home, "dbms", "set-initial-password", password)
        secret.touch(mode=0o600)
        secret.write_text(password, encoding="utf-8")
    return secret.read_text(encoding="utf-8")


def _admin_command(home: Home, *args: str) -> list[str]:
    return [*_jvm(home), "org.neo4j.server.startup.Neo4jAdminCommand", *args]


def admin(home: Home, *args: str) -> None:
    """Run one `neo4j-admin` command on a server's folder.

    Raises:
        ServerError: The command failed.
    """
    ran = subprocess.run(
        _admin_command(home, *args), env=_environment(home.folder), capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise ServerError(f"neo4j-admin {' '.join(args[:2])} failed:\n{(ran.stdout + ran.stderr).strip()}")


def _start(home: Home) -> "subprocess.Popen[bytes]":
    folder = home.folder
    main = (home.main, f"--home-dir={folder}", f"--config-dir={folder / 'conf'}")
    opened = [f"--add-opens={module}=ALL-UNNAMED" for module in _OPENED]
    command = [*_jvm(home), "-Xms512m", "-Xmx1g", "-XX:+UseG1GC", *opened, *main, "--console-mode"]
    with (folder / "console.log").open("wb") as log:
        return subprocess.Popen(
            ["sh", "-c", _GUARD, "sh", *command],
            env=_environment(folder),
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _jvm(home: Home) -> list[str]:
    where = (f"-Dapp.home={home.folder}", f"-Dbasedir={home.folder}", f"-Dapp.repo={home.lib}")
    return [home.java, "-cp", f"{home.lib}/*", "-Dfile.encoding=UTF-8", *where]


def _environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "NEO4J_HOME": str(folder), "NEO4J_CONF": str(folder / "conf")}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait(server: Server, process: "subprocess.Popen[bytes]", seconds: float) -> None:
    """Until a login succeeds: an open port alone says little."""
    import neo4j
    from neo4j.exceptions import DriverError, Neo4jError

    until = time.monotonic() + seconds
    with neo4j.GraphDatabase.driver(server.uri, auth=(server.user, server.password)) as driver:
        while process.poll() is None and time.monotonic() < until:
            try:
                driver.verify_connectivity()
            except (DriverError, Neo4jError, OSError):
                time.sleep(0.2)
            else:
                return
    ended = process.poll() is not None
    what = "ended while it was starting" if ended else f"did not answer within {seconds:.0f} seconds"
    raise ServerError(f"Neo4j {what}. The end of its log:\n{_log_tail(server.folder)}")


def _log_tail(folder: Path, lines: int = 20) -> str:
    log = (folder / "console.log").read_text(encoding="utf-8", errors="replace")
    return "\n".join(log.splitlines()[-lines:])


def _stop(process: "subprocess.Popen[bytes]", patience: float = 30) -> None:
    """Ask the server to end by closing its guard's input, and wait; then end its whole process group."""
    if process.stdin:
        process.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(patience)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _port_or_free(port: int) -> int:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            print(f"Port {port} is taken; another one is used.")
            return _free_port()
    return port


def main(argv: Sequence[str] | None = None) -> int:
    """Run a server until it is interrupted; print how to log in."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="start a server and keep it until Ctrl-C")
    run.add_argument("--port", type=int, default=DEFAULT_PORT, help="port of the Bolt protocol; 0 for any free one")
    told = commands.add_parser("admin", help="run neo4j-admin on the data of a stopped server")
    for each in (run, told):
        each.add_argument("--version", default=NEO4J_VERSION, help="version of Neo4j, such as " + NEO4J_NEWER)
        each.add_argument(
            "--data", type=Path, default=cache_folder() / "neo4j" / "data", help="folder that keeps its data"
        )
    told.add_argument("arguments", nargs=argparse.REMAINDER, help="arguments of neo4j-admin")
    options = parser.parse_args(argv)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        if options.command == "admin":
            return administer(options.data.resolve(), options.version, options.arguments)
        with running_server(
            options.data.resolve(),
            port=_port_or_free(options.port) if options.port else None,
            version=options.version,
        ) as server:
            print(f"Neo4j {server.version} is ready; its data are kept in {server.folder}.")
            print(f"  export NEO4J_URI={server.uri} NEO4J_USERNAME={server.user} NEO4J_PASSWORD={server.password}")
            print("Load a graph with `tropegraph load --graph DIR`. Ctrl-C stops the server.", flush=True)
            signal.pause()
    except KeyboardInterrupt:
        print("Stopped.")
    except ServerError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
