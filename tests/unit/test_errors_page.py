"""docs/errors.md says what the code says."""

import re

from tests.conftest import ROOT
from tropegraph import errors
from tropegraph.model.findings import CODES

PAGE = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")


def test_every_finding_stands_there_with_its_meaning_and_what_to_do() -> None:
    rows = re.findall(r"^\| `([a-z0-9-]+)` \| (\w+) \| ([^|]*) \| [^|]+ \|$", PAGE, flags=re.MULTILINE)
    assert rows == [(code, str(severity), meaning) for code, (severity, meaning) in CODES.items()]


def test_every_error_stands_there_with_its_exit_code() -> None:
    rows = dict(re.findall(r"^\| (\d+) \| `(\w+)` \|", PAGE, flags=re.MULTILINE))
    tree = {str(e.exit_code): e.__name__ for e in errors.TropegraphError.__subclasses__()}
    assert rows == tree
    assert all(name in (errors.__doc__ or "") for name in tree.values())
