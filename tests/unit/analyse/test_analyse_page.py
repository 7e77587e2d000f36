"""docs/analyse.md tells of every measure, with the weights that there are; test_docs runs its examples."""

import pytest

from tests.conftest import ROOT
from tropegraph.analyse import MEASURES, weights

TOPICS = {"centrality", "community", "null", "use"}
"""Modules of measures that the page has a section of."""
PAGE = (ROOT / "docs" / "analyse.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [m.name for m in MEASURES.values() if m.function.__module__.split(".")[-1] in TOPICS])
def test_every_measure_is_told(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_the_weights_are_those_of_the_table() -> None:
    assert weights.WEIGHTS["SUBTROPE_OF"] == weights.WEIGHTS["VARIANT_OF"] == 3
    assert weights.WEIGHTS["SISTER_TROPE"] == weights.WEIGHTS["INVERSE_OF"] == weights.WEIGHTS["COUNTERPART_OF"] == 2
    assert weights.WEIGHTS["LEADS_TO"] == weights.WEIGHTS["INVOLVES"] == 1.5
    assert weights.WEIGHTS["IN_INDEX"] == weights.WEIGHTS["NOT_TO_BE_CONFUSED_WITH"] == 0.5
    assert weights.WEIGHTS["MENTIONS"] == 0.25
