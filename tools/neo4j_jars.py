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
from dataclasses import dataclass
from pathlib import Path

NEO4J_VERSION = "5.26.30"
"""The one home of the server's version: what `make neo4j` starts and the tests run against."""

NEO4J_NEWER = "2025.10.1"
"""What loading is tested on too, where a Java is found that is new enough."""

_PLUGIN_VERSION = "3.8.1"
_JVMS = Path("/usr/lib/jvm")


@dataclass(frozen=True)
class Family:
    """What differs between the versions before and after Neo4j went over to versions by the calendar.

    Args:
        java: Java that it needs at least.
        artifacts: Maven artifacts whose dependencies make a server, its neo4j-admin and its importer.
        main: Class that starts the server.
    """

    java: int
    artifacts: tuple[str, ...]
    main: str


_ARTIFACTS = ("org.neo4j:neo4j", "org.neo4j.app:neo4j-server", "org.neo4j:neo4j-import-tool")
_FIVE = Family(17, (*_ARTIFACTS, "org.neo4j:neo4j-bootcheck"), "org.neo4j.server.CommunityEntryPoint")
_CALENDAR = Family(21, _ARTIFACTS, "org.neo4j.server.Neo4jCommunity")


def family(version: str) -> Family:
    """The family that a version of Neo4j belongs to."""
    return _FIVE if version.startswith("5.") else _CALENDAR


class ServerError(Exception):
    """The server cannot be assembled or started; the message says why and what to try."""


def cache_folder() -> Path:
    """Folder for what can be made again: `$XDG_CACHE_HOME/tropegraph` or `~/.cache/tropegraph`."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tropegraph"


def jars(cache: Path | None = None, version: str = NEO4J_VERSION) -> Path:
    """Folder of the server's jar files, downloaded by Maven when they are not in the cache yet.

    Args:
        cache: Folder of what can be made again; the user's own when `None`.
        version: Version of Neo4j.

    Raises:
        ServerError: Java or Maven is missing, or the download failed.
    """
    java(version)
    home = (cache or cache_folder()) / "neo4j" / version
    lib = home / "lib"
    if lib.is_dir():
        return lib
    home.mkdir(parents=True, exist_ok=True)
    with _lock(home / "lock"):
        if not lib.is_dir():
            _assemble(home, lib, version)
    return lib


def java(version: str = NEO4J_VERSION) -> str:
    """Path of a `java` that is new enough: of JAVA_HOME, the first on the PATH, or one that the system has besides.

    Args:
        version: Version of Neo4j that it shall run.

    Raises:
        ServerError: There is none, or all are too old.
    """
    needed = family(version).java
    home = os.environ.get("JAVA_HOME")
    first = (shutil.which("java", path=f"{home}/bin") if home else None) or shutil.which("java")
    if not first:
        raise ServerError(f"Neo4j needs Java {needed} or newer, and there is no java on the PATH.")
    for found in (first, *map(str, sorted(_JVMS.glob("*/bin/java")))):
        if _java_version(found) >= needed:
            return found
    raise ServerError(f"Neo4j needs Java {needed} or newer; {first} is {_java_version(first) or 'none'}.")


def _java_version(path: str) -> int:
    told = subprocess.run([path, "-version"], capture_output=True, text=True, check=False).stderr
    version = re.search(r'version "(?:1\.)?(\d+)', told)
    return int(version[1]) if version else 0


def _assemble(home: Path, lib: Path, version: str) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise ServerError("Java is there, but Maven (mvn), which fetches the Neo4j server, is not. Install Maven.")
    print(f"Fetching Neo4j {version} into {home} (about 120 MB, once) ...", flush=True)
    with tempfile.TemporaryDirectory(dir=home, prefix="part-") as part:
        (Path(part) / "pom.xml").write_text(_pom(version), encoding="utf-8")
        goal = f"org.apache.maven.plugins:maven-dependency-plugin:{_PLUGIN_VERSION}:copy-dependencies"
        command = [maven, "-B", "-ntp", "-q", goal, "-DincludeScope=runtime", f"-DoutputDirectory={part}/lib"]
        ran = subprocess.run(command, cwd=part, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise ServerError(f"Maven could not fetch Neo4j {version}:\n{_tail(ran.stdout + ran.stderr)}")
        Path(part, "lib").rename(lib)


def _pom(version: str) -> str:
    wanted = "".join(
        f"<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
        f"<version>{version}</version></dependency>"
        for group, artifact in (name.split(":") for name in family(version).artifacts)
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
