"""Pytest plugin: one Chromium for the whole run, which Playwright drives."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import missing

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def program() -> str:
    """Chromium of TROPEGRAPH_CHROMIUM or of the system; without one the test is skipped, or fails where required."""
    found = os.environ.get("TROPEGRAPH_CHROMIUM") or next(filter(None, map(shutil.which, PROGRAMS)), None)
    return found or missing("browser", "no Chromium is installed (TROPEGRAPH_CHROMIUM names one)")


@pytest.fixture(scope="session")
def browser(program: str) -> Iterator[Browser]:
    """That Chromium, running. Playwright cannot be started twice in a process, so every test takes this one."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()
