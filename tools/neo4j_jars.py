"""Assembles a Neo4j Community server from its Maven artifacts, and finds a Java to run it."""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from maven_jars import FetchError, Jars, fetched

NEO4J_VERSION = "5.26.30"
"""The one home of the server's version: what `make neo4j` starts and the tests run against."""

NEO4J_NEWER = "2025.10.1"
"""What loading is tested on too, where a Java is found that is new enough."""

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


def jars(cache: Path | None = None, version: str = NEO4J_VERSION) -> Path:
    """Folder of the server's jar files, downloaded by Maven when they are not in the cache yet.

    Args:
        cache: Folder of what can be made again; the user's own when `None`.
        version: Version of Neo4j.

    Raises:
        ServerError: Java or Maven is missing, or the download failed.
    """
    java(version)
    artifacts = tuple(f"{artifact}:{version}" for artifact in family(version).artifacts)
    try:
        return fetched(Jars(f"Neo4j {version}", f"neo4j/{version}", artifacts, size=120), cache)
    except FetchError as error:
        raise ServerError(str(error)) from error


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
