"""What the fuzzer once found stays mended, and its rules hold of all that it starts from."""

from pathlib import Path

import pytest

from tests.fuzz.checks import MOST_BYTES, Case, case_of, check
from tests.fuzz.seeds import FINDINGS, containers, seeds
from tropegraph.model.findings import Finding
from tropegraph.read import read_inputs


@pytest.mark.parametrize("path", sorted(FINDINGS.iterdir()), ids=lambda path: path.name)
def test_findings_stay_mended(path: Path) -> None:
    check(path.read_bytes())


def test_the_rules_hold_of_every_seed() -> None:
    given = list(seeds())
    assert len(given) > 250
    for seed in given:
        check(seed)


@pytest.mark.parametrize("name", containers())
def test_every_container_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(containers()[name])
    found = list(read_inputs([str(tmp_path)]))
    assert any(not isinstance(item, Finding) for item in found), found


def test_how_an_input_is_written() -> None:
    assert case_of(b"Film/Jaws.html\nab\nc") == Case("Film/Jaws.html", b"ab\nc")
    assert case_of(b"Jaws.txt*3\nab") == Case("Jaws.txt", b"ababab")
    assert len(case_of(b"x.txt*99999\n" + b"a" * 1_000).data) <= MOST_BYTES
    assert case_of(b"/a/../..\x00/.b/\xff.md\n").path == "b/\N{REPLACEMENT CHARACTER}.md"
    assert case_of(b"") == Case("x", b"")
