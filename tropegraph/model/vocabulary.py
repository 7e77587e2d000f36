"""The graph's vocabulary: the one home of node kinds, relation types, modifiers and media.

Names of members are the names used in Cypher, in Parquet and in JSON. Relation types and modifiers follow the
project's annotation rules (docs/graph-model.md); media and namespaces follow the wiki's own.
"""

from dataclasses import dataclass
from enum import StrEnum


class PageKind(StrEnum):
    """What a wiki page is about."""

    TROPE = "TROPE"
    WORK = "WORK"
    INDEX = "INDEX"
    DISAMBIGUATION = "DISAMBIGUATION"
    REDIRECT = "REDIRECT"
    CREATOR = "CREATOR"
    USEFUL_NOTES = "USEFUL_NOTES"
    OTHER = "OTHER"


class NodeKind(StrEnum):
    """Labels of nodes."""

    TROPE = "Trope"
    WORK = "Work"
    INDEX = "Index"
    PAGE = "Page"


NODE_KIND_OF_PAGE = {PageKind.TROPE: NodeKind.TROPE, PageKind.WORK: NodeKind.WORK, PageKind.INDEX: NodeKind.INDEX}
"""Pages of any other kind are `NodeKind.PAGE`."""


class RelationType(StrEnum):
    """Types of edges. The first twelve join trope to trope."""

    SUBTROPE_OF = "SUBTROPE_OF"
    SISTER_TROPE = "SISTER_TROPE"
    INVERSE_OF = "INVERSE_OF"
    CONTRAST_WITH = "CONTRAST_WITH"
    COMPARE_WITH = "COMPARE_WITH"
    SEE_ALSO = "SEE_ALSO"
    NOT_TO_BE_CONFUSED_WITH = "NOT_TO_BE_CONFUSED_WITH"
    OVERLAPS_WITH = "OVERLAPS_WITH"
    LEADS_TO = "LEADS_TO"
    INVOLVES = "INVOLVES"
    VARIANT_OF = "VARIANT_OF"
    COUNTERPART_OF = "COUNTERPART_OF"
    EXAMPLE_OF = "EXAMPLE_OF"
    IN_INDEX = "IN_INDEX"
    MENTIONS = "MENTIONS"


@dataclass(frozen=True, slots=True)
class RelationInfo:
    """How a relation type reads.

    Args:
        forward: Words from source to target: "<source> {forward} <target>".
        backward: Words from target to source; equals `forward` when symmetric.
        symmetric: One edge serves both directions, its ends in id order.
    """

    forward: str
    backward: str
    symmetric: bool = False


def _both(words: str) -> RelationInfo:
    return RelationInfo(words, words, symmetric=True)


RELATIONS: dict[RelationType, RelationInfo] = {
    RelationType.SUBTROPE_OF: RelationInfo("is a subtrope of", "has the subtrope"),
    RelationType.SISTER_TROPE: _both("is a sister trope of"),
    RelationType.INVERSE_OF: _both("is the inverse of"),
    RelationType.CONTRAST_WITH: _both("contrasts with"),
    RelationType.COMPARE_WITH: _both("compares with"),
    RelationType.SEE_ALSO: RelationInfo("points on to", "is pointed to by"),
    RelationType.NOT_TO_BE_CONFUSED_WITH: _both("is not to be confused with"),
    RelationType.OVERLAPS_WITH: _both("overlaps with"),
    RelationType.LEADS_TO: RelationInfo("leads to", "is caused by"),
    RelationType.INVOLVES: RelationInfo("involves", "is involved in"),
    RelationType.VARIANT_OF: RelationInfo("is a variant of", "has the variant"),
    RelationType.COUNTERPART_OF: _both("is the counterpart of"),
    RelationType.EXAMPLE_OF: RelationInfo("uses", "is used by"),
    RelationType.IN_INDEX: RelationInfo("is listed in", "lists"),
    RelationType.MENTIONS: RelationInfo("mentions", "is mentioned by"),
}

TROPE_RELATIONS = tuple(RelationType)[:12]
"""The types that join trope to trope."""


class Modifier(StrEnum):
    """How a work plays a trope, from explicit words only."""

    STRAIGHT = "STRAIGHT"
    AVERTED = "AVERTED"
    SUBVERTED = "SUBVERTED"
    DOUBLE_SUBVERTED = "DOUBLE_SUBVERTED"
    INVERTED = "INVERTED"
    DECONSTRUCTED = "DECONSTRUCTED"
    RECONSTRUCTED = "RECONSTRUCTED"
    PARODIED = "PARODIED"
    LAMPSHADED = "LAMPSHADED"
    IMPLIED = "IMPLIED"
    INVOKED = "INVOKED"
    DEFIED = "DEFIED"
    DISCUSSED = "DISCUSSED"
    CONVERSED = "CONVERSED"
    EXPLOITED = "EXPLOITED"
    ENFORCED = "ENFORCED"
    JUSTIFIED = "JUSTIFIED"
    ZIGZAGGED = "ZIGZAGGED"
    EXAGGERATED = "EXAGGERATED"
    DOWNPLAYED = "DOWNPLAYED"
    PLAYED_FOR_LAUGHS = "PLAYED_FOR_LAUGHS"
    PLAYED_FOR_DRAMA = "PLAYED_FOR_DRAMA"
    PLAYED_WITH = "PLAYED_WITH"
    GENDER_INVERTED = "GENDER_INVERTED"
    LOGICAL_EXTREME = "LOGICAL_EXTREME"


EXCLUSIVE_MODIFIERS = ((Modifier.STRAIGHT, Modifier.AVERTED), (Modifier.EXAGGERATED, Modifier.DOWNPLAYED))
"""Modifiers that one and the same use of a trope cannot have together."""


@dataclass(frozen=True, slots=True)
class Medium:
    """A medium, as a reader of the wiki would name it.

    Args:
        name: Display name, the value of a work's `medium`.
        namespaces: Page namespaces of its works; the first is given to a work known by title only.
        headings: Squash keys (`names.squash`) of folder, heading and subpage titles that mean it, besides its own
            name and namespaces.
    """

    name: str
    namespaces: tuple[str, ...]
    headings: tuple[str, ...] = ()


MEDIA: tuple[Medium, ...] = (
    Medium("Advertising", ("Advertising",), ("adverts", "commercials", "advertisements")),
    Medium(
        "Anime & Manga",
        ("Anime", "Manga", "Manhwa", "Manhua"),
        ("anime", "manga", "animeandmanga", "mangaandanime", "manhwa", "manhua"),
    ),
    Medium(
        "Animated Film",
        ("WesternAnimation",),
        ("filmsanimation", "filmsanimated", "animatedfilms", "filmanimated", "animatedfilm"),
    ),
    Medium("Asian Animation", ("Animation", "AsianAnimation"), ("asiananimation", "donghua")),
    Medium("Audio Play", ("AudioPlay",), ("audioplays", "audiodrama", "audio")),
    Medium("Blog", ("Blog",), ("blogs",)),
    Medium("Comic Book", ("ComicBook",), ("comicbooks", "comics", "comic")),
    Medium("Comic Strip", ("ComicStrip",), ("comicstrips", "newspapercomics", "newspapercomic")),
    Medium("Fan Work", ("Fanfic", "FanFic"), ("fanworks", "fanfics", "fanfiction", "fanfictions")),
    Medium(
        "Film",
        ("Film",),
        ("films", "filmsliveaction", "liveactionfilms", "filmliveaction", "liveactionfilm", "movies", "movie"),
    ),
    Medium(
        "Folklore & Myth",
        ("Myth",),
        (
            "mythology",
            "mythologyandreligion",
            "religion",
            "folklore",
            "oraltradition",
            "mythsandreligion",
            "religionandmythology",
            "oraltraditionfolkloremythsandlegends",
        ),
    ),
    Medium("Franchise", ("Franchise",), ("franchises", "mediafranchise", "mediafranchises")),
    Medium("Game Book", ("Gamebook",), ("gamebooks",)),
    Medium("Jokes", (), ("jokes",)),
    Medium("Light Novel", ("LightNovel",), ("lightnovels",)),
    Medium("Literature", ("Literature",), ("books", "novels", "literature", "book")),
    Medium(
        "Live-Action TV",
        ("Series",),
        ("liveactiontv", "liveactiontelevision", "television", "tv", "tvseries", "liveactiontvseries"),
    ),
    Medium("Machinima", ("Machinima",), ()),
    Medium("Magazine", ("Magazine",), ("magazines", "newspapersandmagazines", "print", "printmedia")),
    Medium("Multimedia", (), ("multiplemedia", "multimedia", "multimediafranchises")),
    Medium("Music", ("Music",), ("musicvideos", "songs", "songsandmusic")),
    Medium("Other", (), ("other", "others", "othermedia", "misc", "miscellaneous")),
    Medium("Pinball", ("Pinball",), ("pinballs",)),
    Medium("Podcast", ("Podcast",), ("podcasts",)),
    Medium("Professional Wrestling", ("Wrestling",), ("professionalwrestling", "prowrestling", "wrestling")),
    Medium("Puppet Show", (), ("puppetshows", "puppetry")),
    Medium("Radio", ("Radio",), ("radioshows", "radioplays")),
    Medium("Real Life", (), ("reallife",)),
    Medium("Roleplay", ("Roleplay",), ("roleplays", "roleplaying")),
    Medium("Sports", (), ("sport",)),
    Medium("Stand-Up Comedy", (), ("standupcomedy", "standup")),
    Medium(
        "Tabletop Game",
        ("TabletopGame",),
        ("tabletopgames", "tabletoprpg", "tabletoprpgs", "cardgames", "boardgames", "collectiblecardgames"),
    ),
    Medium("Theatre", ("Theatre",), ("theater", "plays", "musicals", "musicaltheatre", "opera", "ballet")),
    Medium("Theme Park", ("Ride",), ("themeparks", "rides", "amusementparks")),
    Medium("Toy", ("Toys",), ("toy",)),
    Medium("Video Game", ("VideoGame",), ("videogames", "games")),
    Medium("Visual Art", ("Art",), ("art", "visualarts", "arts", "painting", "sculpture")),
    Medium("Visual Novel", ("VisualNovel",), ("visualnovels",)),
    Medium("Web Animation", ("WebAnimation",), ("webanimations",)),
    Medium(
        "Web Original", ("WebOriginal", "Website"), ("weboriginals", "internet", "websites", "theinternet", "memes")
    ),
    Medium("Web Video", ("WebVideo", "LetsPlay"), ("webvideos", "webseries", "letsplay", "letsplays")),
    Medium("Webcomic", ("Webcomic",), ("webcomics",)),
    Medium("Western Animation", ("WesternAnimation",), ("westernanimations", "cartoons", "animatedtv")),
)
"""All media. A namespace belongs to the last entry that names it, so `WesternAnimation` is "Western Animation"."""

WORK_NOUNS = {
    space: tuple(nouns.split(", "))
    for space, nouns in {
        "Advertising": "advert, commercial, advertising campaign",
        "Anime": "anime, anime series, anime film, ova",
        "AsianAnimation": "donghua",
        "AudioPlay": "audio drama, audio play",
        "ComicBook": "comic book, comic, graphic novel, comic series, comic book series",
        "ComicStrip": "comic strip, newspaper comic",
        "Fanfic": "fanfic, fan fic, fanfiction, fan fiction",
        "Film": "film, movie, film series, motion picture, documentary, documentary feature, feature",
        "Franchise": "franchise, media franchise, multimedia franchise",
        "Gamebook": "gamebook, game book",
        "LightNovel": "light novel",
        "Literature": (
            "novel, book, novella, short story, story, poem, epic poem, epic, memoir, picture book, "
            "book series, novel series, trilogy of novels, fairy tale"
        ),
        "Magazine": "magazine, newspaper",
        "Manga": "manga, manga series, webmanga",
        "Manhua": "manhua",
        "Manhwa": "manhwa",
        "Music": "song, album, band, concept album, music video, rock opera",
        "Pinball": "pinball machine, pinball table, pinball game, pinball",
        "Podcast": "podcast",
        "Radio": "radio series, radio show, radio play, radio drama, radio comedy",
        "Ride": "ride, roller coaster, theme park attraction",
        "Roleplay": "roleplay, play-by-post game",
        "Series": (
            "television series, tv series, tv show, television show, sitcom, soap opera, telenovela, "
            "miniseries, game show, reality show, talk show, police procedural, live-action series, "
            "k-drama, tokusatsu series"
        ),
        "TabletopGame": (
            "tabletop game, tabletop roleplaying game, tabletop role-playing game, tabletop rpg, "
            "board game, card game, collectible card game, trading card game, wargame, "
            "pen-and-paper roleplaying game, pen and paper roleplaying game"
        ),
        "Theatre": "play, stage play, musical, stage musical, opera, operetta, ballet",
        "Toys": "toy line, toyline",
        "VideoGame": (
            "video game, computer game, game, mobile game, arcade game, platformer, platform game, "
            "first-person shooter, shooter, shoot 'em up, beat 'em up, fighting game, racing game, "
            "adventure game, puzzle game, strategy game, rpg, jrpg, mmorpg, roguelike, metroidvania"
        ),
        "VisualNovel": "visual novel",
        "WebAnimation": "web animation, flash animation, flash series, animated web series",
        "WebOriginal": "website, web serial",
        "WebVideo": "web series, web video, youtube series, webseries, web show, youtube channel",
        "Webcomic": "webcomic, web comic",
        "WesternAnimation": (
            "animated series, animated film, animated movie, animated short, animated television series, "
            "animated tv series, animated sitcom, animated feature, cartoon, computer-animated film, "
            "animated special"
        ),
        "Wrestling": "wrestling promotion, professional wrestling promotion",
    }.items()
}
"""What a sentence calls a work, in lower case and in the singular, by the namespace that works so called have."""

REAL_LIFE = "Real Life"
"""The one heading whose bullets name no works."""

INDEX_NAMESPACE_WORDS = ("Index", "Tropes")
"""Last words of the page names by which the wiki calls its lists ("Comedy Tropes", "Index of ...")."""

META_NAMESPACES = frozenset(
    "Administrivia Analysis Archive Awesome BonusMaterial DarthWiki Discussion Fridge Funny Haiku Headscratchers "
    "Heartwarming HoYay ImageLinks ImageSource JustForFun Laconic MediaNotes Memes Nightmare NightmareFuel PlayingWith "
    "Quotes QuoteSource ReferencedBy Sandbox ShoutOut SoYouWantTo SugarWiki Synopsis TearJerker Timeline TRS Tropers "
    "VideoExamples VideoSource WMG Workshop".split()
)
"""Namespaces about the wiki or about readers: neither tropes nor works."""

CREATOR_NAMESPACES = frozenset({"Creator"})
USEFUL_NOTES_NAMESPACES = frozenset({"UsefulNotes"})
DISAMBIGUATION_NAMESPACES = frozenset({"Disambiguation"})

WORK_SUBPAGE_NAMESPACES = frozenset("Characters Recap Trivia YMMV".split())
"""Namespaces that hold a part of a work's page under the work's own name."""

TROPE_NAMESPACES = frozenset({"Main", "SugarWiki", "DarthWiki", "JustForFun"})
"""Namespaces in which tropes are found; in all but `Main` only when the page itself says so."""

UNPLACED_NAMESPACE = "Work"
"""Namespace of a work whose medium is not known, or has no namespace."""

ARTICLE_IDS = ("main-article", "wikitext")
"""Ids of the HTML element that holds a wiki page's article, newest layout first."""

KNOWN_NAMESPACES = frozenset(space for medium in MEDIA for space in medium.namespaces).union(
    META_NAMESPACES,
    CREATOR_NAMESPACES,
    USEFUL_NOTES_NAMESPACES,
    DISAMBIGUATION_NAMESPACES,
    WORK_SUBPAGE_NAMESPACES,
    TROPE_NAMESPACES,
)
"""All namespaces that have a meaning of their own; any other is the name of a page that has subpages."""
