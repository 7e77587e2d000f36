"""The scripts of our documents hold to the rules of tests/javascript/eslint."""

import json
from pathlib import Path

import pytest

from tests.npm import installed, run
from tropegraph.render import page, report
from tropegraph.render.offline import joined_scripts, template_text

pytestmark = pytest.mark.browser

DOCUMENTS = {"map": page.SCRIPTS, "report": report.SCRIPTS}
UNUSED = "no-unused-vars"


def complaints(folder: Path, scripts: dict[str, str]) -> dict[str, list[dict[str, object]]]:
    """What ESLint says of each script."""
    eslint = installed("eslint")
    for name, text in scripts.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    config = ("--config", eslint / "eslint.config.mjs", "--format", "json", "--no-inline-config")
    ran = run(eslint / "node_modules/eslint/bin/eslint.js", *config, *(f"{name}.js" for name in scripts), cwd=folder)
    assert ran.returncode in {0, 1}, ran.stderr
    return {Path(told["filePath"]).stem: told["messages"] for told in json.loads(ran.stdout)}


def place(scripts: tuple[str, ...], line: int) -> tuple[str, int]:
    """The file and the line in it that a line of the joined script comes from."""
    line -= joined_scripts(()).splitlines().index("'use strict';") + 1
    for name in scripts:
        length = template_text(name).count("\n") + 1
        if line <= length:
            return name, line
        line -= length
    raise AssertionError


def test_our_scripts_are_clean(tmp_path):
    said = complaints(tmp_path, {name: joined_scripts(scripts) for name, scripts in DOCUMENTS.items()})
    found = {
        document: {(*place(DOCUMENTS[document], m["line"]), m["ruleId"], m["message"]) for m in messages}
        for document, messages in said.items()
    }
    # what one document has no use for, another may have: a shared script is not cut to fit each
    used = {
        row
        for document, rows in found.items()
        for row in rows
        if row[2] == UNUSED
        and any(row[0] in DOCUMENTS[other] and row not in found[other] for other in DOCUMENTS if other != document)
    }
    left = sorted(set().union(*found.values()) - used)
    assert not left, "\n".join(f"{name}:{line} {rule}: {message}" for name, line, rule, message in left)


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        ("eval('1');", "no-eval"),
        ("setTimeout('1', 1);", "no-implied-eval"),
        ("new Function('return 1')();", "no-new-func"),
        ("const left = 1;", UNUSED),
        ("if (location.hash == 1) location.reload();", "eqeqeq"),
        ("var old = 1; alert(old);", "no-var"),
        ("let same = 1; alert(same);", "prefer-const"),
        ("unknownName();", "no-undef"),
        ("alert(1); // eslint-disable-line\nmissing();", "no-undef"),
    ],
)
def test_the_rules_bite(tmp_path, script, rule):
    assert [message["ruleId"] for message in complaints(tmp_path, {"one": f"(() => {{\n{script}\n}})();"})["one"]] == [
        rule
    ]
