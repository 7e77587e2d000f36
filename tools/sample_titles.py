"""Titles of the pages that the six rendered sample pages link to.

A wiki keeps the title of each page with the page; the sample has no such table, so the titles that the page name does
not spell are written down here. Independent of tropegraph.model.names on purpose.
"""

import re

_MINOR = frozenset("a an and as at but by for from in into nor of on or the to vs with".split())
_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z0-9])|(?<=[A-Z0-9])(?=[A-Z][a-z])")

TITLES = {
    "Film/ANewHope": "A New Hope",
    "Main/AntiHero": "Anti-Hero",
    "Main/ChekhovsGun": "Chekhov's Gun",
    "Main/FaceHeelTurn": "Face–Heel Turn",
    "Main/GreenSkinnedSpaceBabe": "Green-Skinned Space Babe",
    "Main/HalfHumanHybrid": "Half-Human Hybrid",
    "Main/HeelFaceTurn": "Heel–Face Turn",
    "Main/HotSkittyOnWailordAction": "Hot Skitty-on-Wailord Action",
    "Main/MayflyDecemberRomance": "Mayfly–December Romance",
    "Main/StarCrossedLovers": "Star-Crossed Lovers",
    "Main/SubTrope": "Sub-Trope",
    "Main/SubTropes": "Sub-Tropes",
    "Main/SuperTrope": "Super-Trope",
    "Main/TheHerosJourney": "The Hero's Journey",
    "Main/TheObiWan": "The Obi-Wan",
    "Creator/JRRTolkien": "J. R. R. Tolkien",
    "Series/StarTrekTheOriginalSeries": "Star Trek: The Original Series",
    "Theatre/AMidsummerNightsDream": "A Midsummer Night's Dream",
    "Theatre/HenryIVPart1": "Henry IV, Part 1",
    "VideoGame/SpecOpsTheLine": "Spec Ops: The Line",
    "VideoGame/TheLegendOfZeldaBreathOfTheWild": "The Legend of Zelda: Breath of the Wild",
    "VideoGame/TheLegendOfZeldaTheWindWaker": "The Legend of Zelda: The Wind Waker",
    "WesternAnimation/AvatarTheLastAirbender": "Avatar: The Last Airbender",
}

MEDIAWIKI_TITLES = {
    "Film/ANewHope": "Star Wars/A New Hope",
    "Film/Avatar": "Avatar (film)",
    "Manga/FullmetalAlchemist": "Fullmetal Alchemist (Manga)",
    "TheHero/VideoGames": "The Hero/Video Games",
}
"""Titles on a wiki that has no namespaces for media, where they differ from those above."""


def title_of(page: str) -> str:
    """Title of a page name: "Main/BoldlyComing" gives "Boldly Coming"."""
    if page in TITLES:
        return TITLES[page]
    words = _WORDS.split(page.rpartition("/")[2])
    return " ".join(w.lower() if i and w.lower() in _MINOR else w for i, w in enumerate(words))


def mediawiki_title_of(page: str) -> str:
    """Title of a page on a wiki without namespaces for media."""
    return MEDIAWIKI_TITLES.get(page) or title_of(page)
