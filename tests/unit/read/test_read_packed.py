"""The packed data is what the tool makes of the published files."""

import gzip
import importlib.util
from pathlib import Path
from types import ModuleType

import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pack_data", ROOT / "tools" / "pack_data.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.corpus
def test_packing_again_changes_nothing(corpus: Path, tmp_path: Path, tool: ModuleType) -> None:
    tool.main(corpus, tmp_path)
    for name in ("names/trope_names.tsv.gz", "names/non_tropes.txt.gz", "names/work_names.tsv.gz"):
        assert gzip.decompress((tmp_path / name).read_bytes()) == gzip.decompress((ROOT / "data" / name).read_bytes())
    edges = "edges/film_tropes_2014.parquet"
    assert pq.read_table(tmp_path / edges).equals(pq.read_table(ROOT / "data" / edges))
