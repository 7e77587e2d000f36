"""Memberships by an index's list and by a page's own boxes."""

from dataclasses import replace

from tropegraph.extract.memberships import memberships
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.names import KnownName
from tropegraph.model.page import Format, RawPage
from tropegraph.model.vocabulary import PageKind
from tropegraph.parse import parse

LEXICON = Lexicon.of([KnownName("bigbad", "BigBad"), KnownName("thedragon", "TheDragon")])


def index(text, fmt=Format.PMWIKI):
    page = parse(RawPage(id="index", text=text, format=fmt))
    return replace(page, title="Villain Tropes", name="Main/VillainTropes", kind=PageKind.INDEX)


def test_an_index_lists_what_heads_its_items():
    page = index(
        "Text on TheHero.\n\n* BigBad: worse than TheDragon.\n** TheDragon\n* ''Film/RushHour''\n* BigBad again"
    )
    found = memberships(page, LEXICON)
    assert [m.member.page for m in found] == ["Main/BigBad", "Main/TheDragon", "Film/RushHour"]
    assert {m.index.page for m in found} == {"Main/VillainTropes"}
    assert found[0].evidence.sentence == "Big Bad: worse than The Dragon."


def test_an_index_without_links_is_read_by_known_titles():
    page = index("Text.\n\n• Big Bad: worse.\n• Nobody Knows This: at all.\n", Format.TEXT)
    assert [m.member.page for m in memberships(page, LEXICON)] == ["Main/BigBad"]


def test_boxes_of_any_page_state_its_own_memberships():
    page = replace(index("Text."), kind=PageKind.TROPE, indexes=("Main/ComedyTropes",))
    (found,) = memberships(page, LEXICON)
    assert (found.member.page, found.index.page, found.evidence) == ("Main/VillainTropes", "Main/ComedyTropes", None)


def test_a_page_is_no_member_of_itself():
    assert memberships(index("* VillainTropes\n"), LEXICON) == ()
