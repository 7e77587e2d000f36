"""Assembles a Neo4j Community server from its Maven artifacts into a cache folder.

One folder a version; it appears by a rename once every file is there, so half a download is never used.
"""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

NEO4J_VERSION = "5.26.30"
"""The one home of the server's version: what `make neo4j` starts and the tests run against."""

JAVA_AT_LEAST = 17
_PLUGIN_VERSION = "3.8.1"
_ARTIFACTS = (
    "org.neo4j:neo4j",
    "org.neo4j.app:neo4j-server",
    "org.neo4j:neo4j-import-tool",
    "org.neo4j:neo4j-bootcheck",
)


class ServerError(Exception):
    """The server cannot be assembled or started; the message says why and what to try."""


def cache_folder() -> Path:
    """Folder for what can be made again: `$XDG_CACHE_HOME/tropegraph` or `~/.cache/tropegraph`."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tropegraph"


def jars(cache: Path | None = None) -> Path:
    """Folder of the server's jar files, downloaded by Maven when they are not in the cache yet.

    Raises:
        ServerError: Java or Maven is missing, or the download failed.
    """
    java()
    home = (cache or cache_folder()) / "neo4j" / NEO4J_VERSION
    lib = home / "lib"
    if lib.is_dir():
        return lib
    home.mkdir(parents=True, exist_ok=True)
    with _lock(home / "lock"):
        if not lib.is_dir():
            _assemble(home, lib)
    return lib


def java() -> str:
    """Path of a `java` that is new enough: of JAVA_HOME, or the first on the PATH.

    Raises:
        ServerError: There is none, or it is too old.
    """
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=f"{home}/bin") if home else None
    found = found or shutil.which("java")
    if not found:
        raise ServerError(f"Neo4j needs Java {JAVA_AT_LEAST} or newer, and there is no java on the PATH.")
    told = subprocess.run([found, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    if not version or int(version[1]) < JAVA_AT_LEAST:
        raise ServerError(f"Neo4j needs Java {JAVA_AT_LEAST} or newer; {found} is {version[1] if version else 'none'}.")
    return found


def _assemble(home: Path, lib: Path) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise ServerError("Java is there, but Maven (mvn), which fetches the Neo4j server, is not. Install Maven.")
    print(f"Fetching Neo4j {NEO4J_VERSION} into {home} (about 120 MB, once) ...", flush=True)
    with tempfile.TemporaryDirectory(dir=home, prefix="part-") as part:
        (Path(part) / "pom.xml").write_text(_pom(), encoding="utf-8")
        goal = f"org.apache.maven.plugins:maven-dependency-plugin:{_PLUGIN_VERSION}:copy-dependencies"
        command = [maven, "-B", "-ntp", "-q", goal, "-DincludeScope=runtime", f"-DoutputDirectory={part}/lib"]
        ran = subprocess.run(command, cwd=part, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise ServerError(f"Maven could not fetch Neo4j {NEO4J_VERSION}:\n{_tail(ran.stdout + ran.stderr)}")
        Path(part, "lib").rename(lib)


def _pom() -> str:
    wanted = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        f"<version>{NEO4J_VERSION}</version></dependency>"
        for group, artifact in (name.split(":") for name in _ARTIFACTS)
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        "<groupId>tropegraph</groupId><artifactId>neo4j-home</artifactId><version>1</version>"
        f"<dependencies>{wanted}</dependencies></project>"
    )


@contextlib.contextmanager
def _lock(path: Path) -> Iterator[None]:
    """Hold a lock file; the system frees it when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:
        # Without file locks two processes may both download; the rename lets only one of them win.
        yield
        return
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _tail(text: str, lines: int = 15) -> str:
    return "\n".join(text.strip().splitlines()[-lines:])
