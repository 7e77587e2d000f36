"""The vocabulary holds together."""

from tropegraph.model import names
from tropegraph.model.findings import CODES
from tropegraph.model.schema import TABLES
from tropegraph.model.vocabulary import MEDIA, RELATIONS, TROPE_RELATIONS, RelationType


def test_every_relation_type_has_its_words() -> None:
    assert set(RELATIONS) == set(RelationType)
    assert len(TROPE_RELATIONS) == 12
    for info in RELATIONS.values():
        assert info.forward
        assert (info.forward == info.backward) is info.symmetric


def test_headings_of_media_are_keys_and_mean_one_medium() -> None:
    seen: dict[str, str] = {}
    for medium in MEDIA:
        for key in medium.headings:
            assert names.squash(key) == key
            assert seen.setdefault(key, medium.name) == medium.name


def test_findings_and_columns_are_explained() -> None:
    assert all(meaning.endswith(".") for _, meaning in CODES.values())
    assert all(c.meaning.endswith(".") for table in TABLES.values() for c in table.values())
