"""The packed names."""

import gzip
from pathlib import Path

import pytest

from tropegraph.errors import InputError
from tropegraph.model import names
from tropegraph.model.names import KnownName
from tropegraph.read import load_known_names, load_non_tropes


def test_the_packed_names() -> None:
    known = load_known_names()
    assert len(known) == 35_944
    assert [n.key for n in known] == sorted({n.key for n in known})
    assert not [n for n in known if n.camel and names.squash(n.camel) != n.key]
    assert not [n for n in known for alias in n.aliases if alias in {"", n.key} or names.squash(alias) != alias]
    assert next(n for n in known if n.key == "bfg").camel == "BFG"


def test_the_packed_names_of_no_trope() -> None:
    assert len(load_non_tropes()) == 2_770
    assert load_non_tropes().isdisjoint(n.key for n in load_known_names())


@pytest.mark.parametrize("packed", [False, True])
def test_a_table_of_ones_own(tmp_path: Path, packed: bool) -> None:
    data = b"key\tcamel_case\talternative_titles\nshipcat\tShipCat\tsailorcat,catatsea\nmoe\t\t\n"
    path = tmp_path / ("names.tsv.gz" if packed else "names.tsv")
    path.write_bytes(gzip.compress(data) if packed else data)
    assert load_known_names(path) == (KnownName("shipcat", "ShipCat", ("sailorcat", "catatsea")), KnownName("moe"))


@pytest.mark.parametrize("data", [b"", b"key\n", b"a\tb\nc\td\n", b"\xff\xfe"])
def test_a_file_that_is_no_table(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "names.tsv"
    path.write_bytes(data)
    with pytest.raises(InputError, match="table of names"):
        load_known_names(path)


def test_a_missing_table(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        load_known_names(tmp_path / "none.tsv")
