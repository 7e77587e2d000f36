"""Words of a made-up wiki, all filler, and the media of its works."""

ADJECTIVES = (
    "amber ancient ashen bitter borrowed brazen broken buried candid careful civil clever copper crimson crooked "
    "crystal curious distant dreaming drowned dusty eager early earnest eastern elder empty endless faded faithful "
    "fallen famous feral final flaming foreign forgotten frozen gentle gilded golden graceful grand hasty haunted "
    "heavy hidden hollow humble hungry idle inner iron ivory jaded jealous jolly keen kindly lasting laughing leaden "
    "little lonely lost loyal lucky marble merry midnight mighty modest mossy narrow nimble noble nodding northern "
    "odd opal orphan painted pale patient perfect polite proud quiet ragged rapid restless rival royal rusty sacred "
    "scarlet secret serene shallow silent silver singing sleepless sleepy sly solemn southern spare stolen stormy "
    "stubborn sudden sullen sunken tame tender thirsty timid tired twisted unseen velvet wandering weary western "
    "whispering wicked wilful windy winter wooden worthy"
).split()
NOUNS = (
    "anchor apple arrow avalanche balloon banner barrel basket beacon bell blanket bottle bridge bucket butler button "
    "candle canyon captain carpet castle cellar chain chapel chimney circus cloak clock corridor cottage "
    "cradle crown curtain dagger dancer dragon drummer emperor falcon feather ferry fiddle forest fountain furnace "
    "garden gardener giant glacier goblet guardian hammer harvest helmet hermit horizon island jacket jester journey "
    "judge kettle kingdom kitchen ladder lantern ledger letter librarian locket mansion market meadow mentor mirror "
    "monk monument mountain needle orchard parade parlour passenger pebble pilgrim pillow pirate planet prophet "
    "puppet puzzle quarry quilt ribbon riddle river rocket sailor saddle shadow shepherd signal sister soldier "
    "spider stairway sundial tailor tavern teacher temple thunder tower trumpet tunnel umbrella valley vessel "
    "village violin voyage wagon warden weaver widow window wizard"
).split()
IRREGULAR = {
    "wolf": "wolves", "knife": "knives", "thief": "thieves", "hero": "heroes", "child": "children", "woman": "women",
    "fairy": "fairies", "enemy": "enemies", "witch": "witches", "fox": "foxes", "goose": "geese", "mouse": "mice",
    "church": "churches", "crisis": "crises", "echo": "echoes", "city": "cities", "axe": "axes",
    "compass": "compasses", "circus": "circuses", "movie": "movies",
}  # fmt: skip
"""Nouns whose plural is more than an "s", with that plural."""

BRITISH = {
    "armour": "armor", "colour": "color", "harbour": "harbor", "honour": "honor", "neighbour": "neighbor",
    "theatre": "theater", "traveller": "traveler", "jeweller": "jeweler", "defence": "defense", "catalogue": "catalog",
}  # fmt: skip
"""British spellings and the American ones."""

ACCENTED = ("café", "château", "fiancé", "protégé", "naïf", "señor", "smörgåsbord", "façade", "rôle", "dæmon")
NUMBERS = {
    2: "two", 3: "three", 5: "five", 7: "seven", 9: "nine", 12: "twelve", 13: "thirteen", 20: "twenty",
    24: "twenty four", 39: "thirty nine", 80: "eighty", 101: "one hundred one", 300: "three hundred",
}  # fmt: skip
SURNAMES = "Ashdown Birtwell Carrow Dunmore Elverson Fenwright Garrick Holloway Ingleby Jessop Kestrel Lorrimer".split()

MEDIA = {
    "Film": "Film", "Literature": "Literature", "Series": "Live-Action TV", "VideoGame": "Video Game",
    "WesternAnimation": "Western Animation", "ComicBook": "Comic Book", "Manga": "Anime & Manga", "Music": "Music",
    "Theatre": "Theatre", "Webcomic": "Webcomic", "TabletopGame": "Tabletop Game", "Radio": "Radio",
}  # fmt: skip
"""Namespaces of works, the commonest first, with the heading that trope pages have for each."""

OTHER = "Other"
"""Heading that says nothing of the medium."""
