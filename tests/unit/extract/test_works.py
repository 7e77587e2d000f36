"""Which titles of an item are works that it asserts."""

import pytest

from tropegraph.extract.examples.works import Style, entries_of, works_of
from tropegraph.extract.names.lexicon import Lexicon
from tropegraph.model.names import KnownName
from tropegraph.model.page import Format, RawPage
from tropegraph.parse import parse

LEXICON = Lexicon.of([KnownName("bigbad", "BigBad"), KnownName("actiongirl", "ActionGirl")])


def block(text, fmt=Format.PMWIKI):
    mark = "* " if fmt is Format.PMWIKI else "- "
    return parse(
        RawPage(id="x", text=f"!!Examples\n{mark}{text}" if fmt is Format.PMWIKI else mark + text, format=fmt)
    ).blocks[-1]


def works(text, fmt=Format.PMWIKI, **style):
    return [t.ref.title for t in works_of(block(text, fmt), LEXICON, Style(**style))]


def entries(above, text, **style):
    parents = works_of(block(above), LEXICON, Style(**style))
    return [t.ref.title for t in entries_of(block(text), LEXICON, parents, Style(**style))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''Film/GalaxyQuest'': The crew.", ["Galaxy Quest"]),
        ("The crew of ''Film/GalaxyQuest'' do.", ["Galaxy Quest"]),
        ("''[[VideoGame/{{Shinobi}} Shinobi]] III'' has it.", ["Shinobi III"]),
        ("''Film/GalaxyQuest'' and ''Film/StarTrek'' both do.", ["Galaxy Quest", "Star Trek"]),
        ("Both ''Film/GalaxyQuest'' and its sequel ''Galaxy Quest Two'' do.", ["Galaxy Quest", "Galaxy Quest Two"]),
        ("Similar to ''Film/StarTrek'', ''Film/GalaxyQuest'' has a crew.", ["Galaxy Quest"]),
        ("''Film/GalaxyQuest'' has a ''Film/StarTrek''-style crew.", ["Galaxy Quest"]),
        ("''Film/GalaxyQuest'': BigBad, as the ''very'' last one.", ["Galaxy Quest"]),
        ("The ''Film/StarTrek'' fanfic ''Warp and Weft'' does.", ["Warp and Weft"]),
        ("In the ''Film/StarTrek''/''Film/GalaxyQuest'' crossover ''Two Crews'', they do.", ["Two Crews"]),
        ("''Film/GalaxyQuest'' does. In ''Film/StarTrek'', they do not.", ["Galaxy Quest", "Star Trek"]),
        ("''Film/GalaxyQuest'' does. Somebody once saw ''Film/StarTrek'' there.", ["Galaxy Quest"]),
        ("[[Anime/PrincessMononoke San]] visits ''Film/GalaxyQuest''.", ["Galaxy Quest"]),
        ("[[WebVideo/MarzGurl MarzGurl]] in ''WebVideo/{{Kickassia}}''.", ["Kickassia"]),
        ("Film/GalaxyQuest without emphasis.", ["Galaxy Quest"]),
        ("Some Old Game: No link, no emphasis.", ["Some Old Game"]),
        ('The plays "Night Shift" and "Day Shift" do.', ["Night Shift", "Day Shift"]),
        ('The episode "Night Shift" does.', []),
        ("nobody in particular", []),
    ],
)
def test_works(text, expected):
    assert works(text) == expected


def test_songs_stand_in_quotation_marks():
    assert works('"Moonage Daydream" by David Bowie.', songs=True) == ["Moonage Daydream"]


def test_a_pothole_is_named_by_its_target():
    assert works("The [[VideoGame/BatmanSunsoft first one]] does.") == ["Batman Sunsoft"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("''VideoGame/SuperMario64'': Here too.", ["Super Mario 64"]),
        ("In ''VideoGame/SuperMario64'', here too.", ["Super Mario 64"]),
        ("Toad of ''VideoGame/SuperMario64'' does.", ["Super Mario 64"]),
        ("''Super Mario Golden Mushroom'': Here too.", ["Super Mario Golden Mushroom"]),
        ("The player jumps, much like in ''VideoGame/MegaMan''.", []),
        ('In "The Last Castle", here too.', []),
        ("Mario jumps ''Very'' high.", []),
        ("The whole series does.", []),
    ],
)
def test_entries_below_a_franchise(text, expected):
    assert entries("''Franchise/SuperMarioBros'':", text) == expected


def test_an_unlinked_head_below_a_linked_work_is_its_part():
    assert entries("''Ride/MenInBlackAlienAttack'':", "''Cosmically Average'': The usual ending.") == []
    assert entries("''Some Ride'':", "''Cosmically Average'': The usual ending.") == ["Cosmically Average"]


def test_a_short_name_is_the_work_above():
    assert entries("''Series/StarWarsTheCloneWars'':", "In ''The Clone Wars'', often.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ninja Gaiden: Ryu does.", "Ninja Gaiden"),
        ("Castlevania: Circle of the Moon: Here too.", "Castlevania: Circle of the Moon"),
        ("In Castlevania: Circle of the Moon, it is found late.", "Castlevania: Circle of the Moon"),
        ("Eshe from Sundered does.", "Sundered"),
        ("Teen Titans (2003) has it.", "Teen Titans (2003)"),
        ("Kiki's Delivery Service features it.", "Kiki's Delivery Service"),
    ],
)
def test_bare_text(text, expected):
    assert works(text, Format.TEXT, bare=True)[:1] == [expected]


def test_bare_text_without_capitals_names_nothing():
    assert works("somebody does it all day long.", Format.TEXT, bare=True) == []
