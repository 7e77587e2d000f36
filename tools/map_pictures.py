"""Takes the pictures of a map that README and docs show, and those that whoever changes its look should look at.

    python tools/map_pictures.py build/demo/map.html             # all, into build/pictures
    python tools/map_pictures.py build/demo/map.html --docs      # those of docs/ as well

Needs Chromium (TROPEGRAPH_CHROMIUM names another one) and Playwright.
"""

import argparse
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

DOCS = Path(__file__).parents[1] / "docs"
COLOURS = 96
"""In the pictures of docs/, which have to be small."""

REST = 1500
"""Milliseconds until a movement has come to rest."""

DESKTOP, PHONE = (1280, 800), (390, 844)


def _nothing(_: Page) -> None:
    """The page as it opens."""


def _by_community(page: Page) -> None:
    page.get_by_role("button", name="Community", exact=True).click()


def _filtered(page: Page) -> None:
    page.locator("#legend").get_by_text("How it is played").click()
    page.get_by_role("button", name="Only subverted").click(force=True)


def _path(page: Page) -> None:
    page.locator("#panel").get_by_role("button", name="Path to").click()
    page.keyboard.type("Boldly Coming")
    page.keyboard.press("Enter")


def _search(page: Page) -> None:
    page.get_by_role("combobox").click()
    page.keyboard.type("hero")


def _table(page: Page) -> None:
    page.locator("#as-table").click()


def _legend(page: Page) -> None:
    page.locator("#legend > summary").click()


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture.

    Args:
        at: What the address names.
        does: What the reader does then.
        size: Of the window, in pixels; a phone's has two to each.
        dark: The system asks for dark colours.
        docs: Name of its copy in docs/, if it has one.
    """

    at: str = ""
    does: Callable[[Page], None] = _nothing
    size: tuple[int, int] = DESKTOP
    dark: bool = False
    docs: str = ""


PICTURES = {
    "whole": Picture(),
    "node": Picture("Main/BoldlyComing", docs="map.png"),
    "work": Picture("VideoGame/MassEffect"),
    "community": Picture(does=_by_community, docs="map-communities.png"),
    "filtered": Picture(does=_filtered),
    "path": Picture("Main/TheHero", _path),
    "search": Picture(does=_search),
    "table": Picture(does=_table),
    "dark": Picture(dark=True),
    "dark-node": Picture("Main/BoldlyComing", dark=True),
    "phone": Picture(size=PHONE),
    "phone-node": Picture("Main/BoldlyComing", size=PHONE),
    "phone-path": Picture("Main/TheHero", _path, size=PHONE),
    "phone-search": Picture(does=_search, size=PHONE),
    "phone-legend": Picture(does=_legend, size=PHONE),
}


def take(browser: Browser, url: str, picture: Picture) -> bytes:
    """The picture as PNG."""
    phone, (width, height) = picture.size == PHONE, picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if phone else 1,
        has_touch=phone,
        is_mobile=phone,
        color_scheme="dark" if picture.dark else "light",
    )
    page = context.new_page()
    page.goto(f"{url}#{picture.at}")
    page.locator("#counts", has_text="link").wait_for()
    page.wait_for_timeout(REST)
    if page.locator("#hints").is_visible():
        page.keyboard.press("Escape")
    picture.does(page)
    page.wait_for_timeout(REST)
    shot = page.screenshot()
    context.close()
    return shot


def main() -> None:
    """Take them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("map", type=Path, help="file that `tropegraph map` wrote")
    parser.add_argument("--out", type=Path, default=Path("build/pictures"), help="folder for them")
    parser.add_argument("--docs", action="store_true", help="write those of docs/ as well")
    parser.add_argument("--only", nargs="+", choices=PICTURES, default=list(PICTURES), metavar="NAME")
    asked = parser.parse_args()
    program = os.environ.get("TROPEGRAPH_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    asked.out.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name in asked.only:
            shot = take(browser, asked.map.resolve().as_uri(), PICTURES[name])
            (asked.out / f"{name}.png").write_bytes(shot)
            if asked.docs and PICTURES[name].docs:
                image = Image.open(BytesIO(shot)).convert("RGB").quantize(COLOURS)
                image.save(DOCS / PICTURES[name].docs, optimize=True)
        browser.close()
    print(f"{len(asked.only)} pictures in {asked.out}")


if __name__ == "__main__":
    main()
