"""Works of list items that lost links and emphasis: one row a bullet in `cases/examples/bullets.tsv`.

A row holds the folder, the bullet with those below it after "||" (a dash for each level), and the works, those that
may as well be left out with a question mark before them. Whether an article belongs to a title, capitals do not say.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tropegraph.extract.examples.claims import examples
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.names import KnownName
from tropegraph.model.page import Format, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import parse

ROWS = Path(__file__).resolve().parents[2] / "cases" / "examples" / "bullets.tsv"
LEXICON = Lexicon.of(KnownName(name.lower(), name) for name in ("WallCrawl", "BigBad", "TheDragon", "DeathWorld"))


def page(folder: str, bullet: str):
    top, *below = (part.strip() for part in bullet.split("||"))
    children = ["    " * (len(b) - len(b.lstrip("-"))) + "• " + b.lstrip("- ") for b in below]
    lines = ["Getting up there by kicking what is in the way.", "", "Examples:", "", folder, "", f"• {top}", *children]
    parsed = parse(RawPage(id="case", text="\n".join(lines) + "\n", format=Format.TEXT))
    return replace(parsed, title="Wall Jump", name="Main/WallJump", kind=PageKind.TROPE)


@pytest.mark.parametrize(
    ("folder", "bullet", "works"),
    [row.split("\t") for row in ROWS.read_text("utf-8").splitlines()],
)
def test_works_of_a_bullet(folder: str, bullet: str, works: str):
    named = [w.replace("?The ", "?").removeprefix("The ") for w in works.split(" | ")]
    found = {e.work.title.removeprefix("The ") for e in examples(page(folder, bullet), LEXICON)[0]}
    firm = {w for w in named if not w.startswith("?")}
    assert firm <= found <= {w.removeprefix("?") for w in named}
