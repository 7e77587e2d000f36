"""docs/errors.md says what the code says."""

import re

from tests.conftest import ROOT
from tropegraph import errors
from tropegraph.cli.check import CONTRADICTED
from tropegraph.cli.common import FAULT, INTERRUPTED
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


def test_every_other_exit_code_stands_there() -> None:
    codes = {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, flags=re.MULTILINE)}
    of_errors = {error.exit_code for error in errors.TropegraphError.__subclasses__()}
    assert codes - of_errors == {0, FAULT, 2, CONTRADICTED, INTERRUPTED}
