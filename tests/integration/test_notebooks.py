"""The notebooks run from top to bottom as they stand in git, and `make notebooks` opens them."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
WATCH = """
import json, os
from matplotlib.backend_bases import FigureCanvasBase

_print = FigureCanvasBase.print_figure

def _told(figure):
    axes = [ax for ax in figure.axes if ax.get_label() != "<colorbar>"]
    titles = [figure.get_suptitle(), *(ax.get_title(loc="left") for ax in axes)]
    across, up = figure.get_supxlabel(), figure.get_supylabel()
    labels = [[ax.get_xlabel() or across, ax.get_ylabel() or up] for ax in axes]
    return {"title": "".join(titles), "labels": labels}

def _watched(canvas, *args, **kwargs):
    with open(os.environ["FIGURES"], "a") as file:
        file.write(json.dumps(_told(canvas.figure)) + "\\n")
    return _print(canvas, *args, **kwargs)

FigureCanvasBase.print_figure = _watched
"""
"""Run by each kernel as it starts: tells of every figure that is shown."""


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks, which may write beside themselves."""
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".*", "__pycache__"))
    startup = folder / "ipython" / "profile_default" / "startup"
    startup.mkdir(parents=True)
    (startup / "watch.py").write_text(WATCH)
    return folder


def read(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))


def test_there_are_six() -> None:
    assert [path.name[:3] for path in NOTEBOOKS] == ["01_", "02_", "03_", "04_", "05_", "06_"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_stands_in_git_without_outputs(path: Path) -> None:
    notebook = read(path)
    assert notebook["metadata"]["kernelspec"]["name"] == "python3"
    assert notebook["cells"][0]["source"][0].startswith("# ")
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    full = [cell["id"] for cell in code if cell["outputs"] or cell["execution_count"]]
    assert not full, "clear them: jupyter nbconvert --clear-output --inplace notebooks/*.ipynb"


def run(path: Path, lab: Path, corpus: Path) -> tuple[dict, list[dict]]:
    """A notebook with its outputs, and what its figures say of themselves."""
    figures = lab / f"{path.stem}.jsonl"
    figures.unlink(missing_ok=True)
    env = {
        **os.environ,
        "FIGURES": str(figures),
        "IPYTHONDIR": str(lab / "ipython"),
        "TROPEGRAPH_CORPUS": str(corpus),
        "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")]),
    }
    options = ["--nbmake", "--overwrite", "--nbmake-kernel=python3", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, path.name],
        cwd=lab / "notebooks",
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    shown = [json.loads(line) for line in figures.read_text().splitlines()]
    return read(lab / "notebooks" / path.name), shown


@pytest.mark.corpus
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_runs(path: Path, lab: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start = time.monotonic()
    notebook, shown = run(path, lab, corpus)
    with capsys.disabled():
        sys.stdout.write(f"\n{path.name}: {time.monotonic() - start:.1f} s\n")
    assert shown
    for figure in shown:
        assert figure["title"], figure
        assert all(x and y for x, y in figure["labels"]), figure
    check_outputs(notebook, len(shown))


def test_the_last_runs_without_the_corpus(lab: Path, tmp_path: Path) -> None:
    notebook, shown = run(NOTEBOOKS[-1], lab, tmp_path)
    assert "2019: that table is not here" in json.dumps(notebook["cells"][1]["outputs"])
    assert shown
    check_outputs(notebook, len(shown))


def check_outputs(notebook: dict, figures: int) -> None:
    """What a reader sees: every figure as a picture, no warnings and no tables that never end."""
    outputs = [out for cell in notebook["cells"] for out in cell.get("outputs", [])]
    pictures = [out for out in outputs if "image/png" in out.get("data", {})]
    assert len(pictures) == figures
    assert not [out["text"] for out in outputs if out.get("name") == "stderr"]
    tables = ["".join(out["data"].get("text/html", [])) for out in outputs if "data" in out]
    assert max(table.count("<tr") for table in tables) <= 30


@pytest.fixture(scope="module")
def server(lab: Path) -> Iterator[str]:
    """Address of the server that `make notebooks` starts, without a browser and over a copy of the notebooks."""
    recipe = subprocess.run(
        ["make", "-n", "--no-print-directory", "notebooks"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    program, *arguments = recipe.splitlines()[-1].split()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = [
        "--no-browser",
        "--allow-root",
        f"--port={port}",
        "--ServerApp.port_retries=0",
        "--IdentityProvider.token=word",
    ]
    command = [str(Path(sys.executable).with_name(Path(program).name)), *arguments, *options, "--allow-root"]
    # Its own places for what JupyterLab keeps of a session: else it opens what another one had open.
    own = {f"JUPYTER{name}_DIR": str(lab / f".jupyter{name}") for name in ("_CONFIG", "LAB_WORKSPACES", "LAB_SETTINGS")}
    path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
    env = {**os.environ, **own, "PYTHONPATH": path}
    process = subprocess.Popen(command, cwd=lab, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def ask(address: str, patience: float = 60) -> dict:
    """What a server answers, once it does."""
    end = time.monotonic() + patience
    while True:
        try:
            with urlopen(Request(address, headers={"Authorization": "token word"}), timeout=10) as answer:
                return json.load(answer)
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.3)


def test_make_opens_them_in_jupyterlab(server: str) -> None:
    served = {item["name"] for item in ask(f"{server}/api/contents/notebooks")["content"]}
    assert {path.name for path in NOTEBOOKS} <= served


def run_all(page: Page) -> None:
    """Run all cells of the notebook that is open, once its kernel is there."""
    page.locator(".jp-Notebook-ExecutionIndicator[data-status='idle']").wait_for(timeout=120_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()


def scroll_to(page: Page, wanted: Locator, patience: float = 120.0) -> None:
    """Go through the notebook until something is in the page: cells out of sight are not."""
    page.mouse.move(700, 600)
    end = time.monotonic() + patience
    while not wanted.count():
        assert time.monotonic() < end, page.locator(".jp-Notebook").inner_text()[-2000:]
        page.mouse.wheel(0, 500 if int(time.monotonic()) % 20 < 16 else -8000)
        page.wait_for_timeout(250)


@pytest.mark.browser
def test_the_first_runs_in_a_browser_and_shows_its_map(server: str, browser: Browser) -> None:
    ask(f"{server}/api/status")
    page = browser.new_page(viewport={"width": 1400, "height": 1000})
    page.goto(f"{server}/?token=word")
    page.get_by_role("heading", name="1. First look").wait_for(timeout=120_000)
    run_all(page)
    frame = page.locator(".jp-Notebook iframe").first
    scroll_to(page, frame)
    frame.scroll_into_view_if_needed()
    inside = page.frame_locator(".jp-Notebook iframe").first
    inside.get_by_role("heading", name="Around The Hero").wait_for(timeout=60_000)
    inside.locator("canvas").first.wait_for(timeout=60_000)
    assert page.locator(".jp-mod-error, [data-mime-type='application/vnd.jupyter.stderr']").count() == 0
    page.close()
