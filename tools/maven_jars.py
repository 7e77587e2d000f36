"""Jar files with all that they need, fetched by Maven into a cache folder.

One folder a set of jar files; it appears by a rename once every file is there, so half a download is never used.
"""

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1"


@dataclass(frozen=True)
class Jars:
    """What is to be fetched.

    Args:
        name: What people call it, with its version.
        folder: Its place in the cache, a folder for each version.
        artifacts: Maven artifacts, `group:artifact:version`; what these depend on comes with them.
        without: Dependencies, `group:artifact`, that are left out.
        size: Megabytes to fetch, about.
    """

    name: str
    folder: str
    artifacts: tuple[str, ...]
    without: tuple[str, ...] = ()
    size: int = 1


class FetchError(Exception):
    """Nothing can be fetched; the message says why and what to try."""


def cache_folder() -> Path:
    """Folder for what can be made again: `$XDG_CACHE_HOME/tropegraph` or `~/.cache/tropegraph`."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "tropegraph"


def fetched(wanted: Jars, cache: Path | None = None) -> Path:
    """Folder of jar files, downloaded by Maven when they are not in the cache yet.

    Args:
        wanted: Which.
        cache: Folder of what can be made again; the user's own when `None`.

    Raises:
        FetchError: Maven is missing, or the download failed.
    """
    home = (cache or cache_folder()) / wanted.folder
    lib = home / "lib"
    if lib.is_dir():
        return lib
    home.mkdir(parents=True, exist_ok=True)
    with _lock(home / "lock"):
        if not lib.is_dir():
            _fetch(wanted, home, lib)
    return lib


def _fetch(wanted: Jars, home: Path, lib: Path) -> None:
    maven = shutil.which("mvn")
    if not maven:
        raise FetchError(f"Maven (mvn), which fetches {wanted.name}, is not on the PATH. Install Maven.")
    print(f"Fetching {wanted.name} into {home} (about {wanted.size} MB, once) ...", flush=True)
    with tempfile.TemporaryDirectory(dir=home, prefix="part-") as part:
        (Path(part) / "pom.xml").write_text(_pom(wanted), encoding="utf-8")
        goal = [f"{_PLUGIN}:copy-dependencies", "-DincludeScope=runtime", f"-DoutputDirectory={part}/lib"]
        ran = subprocess.run([maven, "-B", "-ntp", "-q", *goal], cwd=part, capture_output=True, text=True, check=False)
        if ran.returncode:
            raise FetchError(f"Maven could not fetch {wanted.name}:\n{_tail(ran.stdout + ran.stderr)}")
        Path(part, "lib").rename(lib)


def _pom(wanted: Jars) -> str:
    without = "".join(f"<exclusion>{_named(name)}</exclusion>" for name in wanted.without)
    dependencies = "".join(
        f"<dependency>{_named(name)}<exclusions>{without}</exclusions></dependency>" for name in wanted.artifacts
    )
    return (
        '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
        f"<groupId>tropegraph</groupId><artifactId>jars</artifactId><version>1</version>"
        f"<dependencies>{dependencies}</dependencies></project>"
    )


def _named(artifact: str) -> str:
    parts = zip(("groupId", "artifactId", "version"), artifact.split(":"), strict=False)
    return "".join(f"<{tag}>{value}</{tag}>" for tag, value in parts)


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
