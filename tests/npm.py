"""Node for tests: programs from npm in exact versions, and scripts run without a browser.

A folder of `tests/javascript` holds a `package.json` and a `package-lock.json`, which pins every package by the digest
of its content and names no registry; npm refuses anything else. To renew one, change the versions, then in its folder:
`npm install --package-lock-only --omit-lockfile-registry-resolved`.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT, missing

sys.path.insert(0, str(ROOT / "tools"))
from maven_jars import cache_folder

FOLDERS = ROOT / "tests" / "javascript"


def program(name: str) -> str:
    """Path of `node` or `npm`; without it the test is skipped, or fails where browser tests are required."""
    return shutil.which(name) or str(missing("browser", f"{name} is not installed"))


def installed(name: str) -> Path:
    """A copy of the folder `tests/javascript/NAME` in the cache, with its packages in `node_modules`.

    Fetched once for each content of the folder; no script of a package runs while it is installed. Where npm cannot
    reach its registry, the test is skipped, or fails where browser tests are required.

    Raises:
        AssertionError: A package is not the pinned one.
    """
    source = FOLDERS / name
    digest = hashlib.sha256()
    for path in sorted(source.iterdir()):
        digest.update(f"{path.name}\0".encode() + path.read_bytes())
    folder = cache_folder() / "npm" / f"{name}-{digest.hexdigest()[:16]}"
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix="part-") as part:
        made = Path(shutil.copytree(source, Path(part) / name))
        command = [program("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        ran = subprocess.run(command, cwd=made, capture_output=True, text=True, check=False)
        told = (ran.stdout + ran.stderr)[-2000:]
        assert "EINTEGRITY" not in told, told
        if ran.returncode:
            missing("browser", f"npm could not fetch {name}:\n{told}")
        try:
            made.rename(folder)
        except OSError:  # another process was sooner; its copy is the same
            assert folder.is_dir()
    return folder


def run(script: str | Path, *arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """What node makes of a script: the text of one, or the path of its file."""
    command = [program("node"), str(script), *map(str, arguments)] if isinstance(script, Path) else [program("node")]
    told = None if isinstance(script, Path) else script
    env = {key: value for key, value in os.environ.items() if key != "NODE_OPTIONS"}
    return subprocess.run(command, input=told, cwd=cwd, env=env, capture_output=True, text=True, check=False)
