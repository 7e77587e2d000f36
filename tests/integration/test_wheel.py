"""The wheel holds what an editable install finds beside the package: queries, names, the map's template."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT, run_cli


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder into which the wheel is unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_main_job_runs_from_the_wheel(installed: Path, tmp_path: Path, sample: Path) -> None:
    env = {"PYTHONPATH": str(installed)}
    where = subprocess.run(
        [sys.executable, "-c", "import tropegraph; print(tropegraph.__file__)"],
        cwd=tmp_path,
        env=env,
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.startswith(str(installed))
    for command in (
        ["build", sample / "wiki", "--out", "g"],
        ["query", "hubs", "--graph", "g"],
        ["map", "--graph", "g", "--out", "map.html"],
    ):
        ran = run_cli(*command, cwd=tmp_path, env=env)
        assert ran.code == 0, ran.err
    assert (tmp_path / "map.html").stat().st_size > 100_000


def test_the_wheel_carries_no_tests_and_no_tools(installed: Path) -> None:
    assert {p.name.partition("-")[0] for p in installed.iterdir()} == {"tropegraph"}
    assert (installed / "tropegraph" / "py.typed").is_file()
