"""What the words around a title say of it: the one home of the wordings by which an item places a work.

Every function looks at the words before or after a title, or at the gap between two.
"""

import re

from tropegraph.extract.names.title_runs import MEDIA_NOUN

_ARTICLE = r"(?:the|its|his|her|their|an?|both|some|most|all|this|that|one|another|every|each|early|late)\s+"
_DESCRIBING = (
    r"(?:first|second|third|fourth|fifth|sixth|final|last|latest|original|sequel|prequel|spin[- ]?off|movie|film|game|"
    r"book|novel|series|show|anime|manga|comics?|tv|remake|later|new|newer|next|recent|short-lived|follow[- ]?up|"
    r"adaptation|live-action|animated|\d+|two|three|video|fan|web|mobile|arcade|season|installments?|entry|entries|"
    r"same|play|musical|indie|classic|cult|older|previous|earlier|much|more|popular|of|in|for|and|\x01+)"
)
_OPEN = r"[\"“'(]*$"
_NEAR = 120

_OPENS_SENTENCE = re.compile(
    r"[\"“'(]*(?:(?:however|also|and|but|similarly|likewise|meanwhile|then|later|again|additionally|plus|"
    r"finally|even|or|yet|"
    r"so|too|there['’]s|this is|speaking of|according to),?\s+){0,3}"
    r"(?:(?:in|on|from|for|with|throughout|starting with|beginning with|as of|as for|within|during|over|across)\s+)?"
    rf"(?:{_ARTICLE})?(?:{_DESCRIBING},?\s+){{0,4}}{_OPEN}",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(
    rf"(?:,|;|—|–)\s*(?:while|whereas|whilst|and|but)\s+(?:in\s+|"
    rf"on\s+)?(?:{_ARTICLE})?(?:{_DESCRIBING}\s+){{0,3}}{_OPEN}"
    rf"|\((?:namely\s+|including\s+)?(?:in\s+|from\s+)?(?:{_ARTICLE})?$"
    r"|\b(?:as in|such as(?: in)?|including(?: in)?|(?:especially|particularly|notably) in|for example in|"
    rf"starting (?:with|in))\s+(?:{_ARTICLE})?$"
    r"|\b(?:carri(?:ed|es)|carry|return(?:ed|s)?|continu(?:ed|es)|repeated|appears?|used) (?:again |on |over )?"
    rf"(?:to|in|into|with) (?:{_ARTICLE})?(?:{_DESCRIBING}\s+){{0,3}}{_OPEN}",
    re.IGNORECASE,
)
_ALSO = re.compile(
    r"['’s]*\s+(?:\w+\s+)?(?:also|likewise|similarly|too)\b|['’s]*\s+does (?:this|it|so|the same)\b", re.IGNORECASE
)
_IN_PASSING = re.compile(
    r"\b(?:similar(?:ly)? to|identical(?:ly)? to|much like|just like|like|unlike|à la|a la|compar\w+(?: to|"
    r" with)?|following|"
    r"references?(?: to)?|homages? to|tributes? to|nods? to|inspired by|based (?:up)?on|parody of|spoof of|"
    r"expy of|than in|"
    r"creators? of|makers? of|writers? of|authors? of|directors? of|fans? of|shout[- ]?outs? to|sequel to|prequel to|"
    r"spin-?off (?:of|from)|reminiscent of|confused with|contrast(?:ed|s)? (?:to|with)|play(?:s|ing|ed)?(?: through)?|"
    r"riff on|take on|(?:creators?|makers?|people|team|guys|minds|studio) (?:of|behind)|known for|famous for|"
    r"characters? from)\s+(?:(?:in|with|from)\s+)?(?:the\s+|an?\s+|his\s+|her\s+|their\s+)?"
    rf"(?:(?:original|first|film|movie|game|series|show|anime|manga)\s+){{0,2}}{_OPEN}",
    re.IGNORECASE,
)
_STYLED = re.compile(
    r"[\"”']?(?:['’]s)?[-\s](?:game )?(?:styles?|styled|esque|like|fame|fans?|below|above|entry|page|verse)\b",
    re.IGNORECASE,
)
_QUALIFIES = re.compile(
    r"(?:['’]s)?\s+(?!(?:and|or|as)\b)(?:[\w-]+\s+){0,3}(?:fan ?fics?|fan ?fiction|fics?|story|stories|cross-?over|"
    r"sequel|prequel|spin[- ]?off|parody|"
    r"mod|rom ?hack|hack|fan ?film|fan ?game|one-?shot|doujin(?:shi)?|au|continuation|rewrite|novelization|"
    r"abridged series|webcomic|expansion|dlc|tie-in|episode|fan ?comic|remake|reboot|adaptation|rewatch|self-insert|"
    r"quest)\s*(?:called|titled|named)?,?\s*[\"“']*$",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:['’]s)?\s*(?:\([^)\n]{0,60}\)|[\"”])?\s*"
    rf"(?:,|/|;|&|and|or|,\s*and|,\s*or|as well as|plus|along with|{MEDIA_NOUN}?,?\s*(?:and|&|,)|and/or)\s*"
    r"(?:(?:both|also|even|then|the|its|in|from|of|on|especially|with|by|sequels?|prequels?|remakes?|spin-?offs?|"
    r"follow-?ups?|\w+-up|later|animated|live-action|original|first|second|novel|book|film|movie|game|"
    r"adaptation|series)"
    rf",?\s*){{0,4}}{_OPEN}",
    re.IGNORECASE,
)
_AFTER_PREPOSITION = re.compile(
    r"(?:^|\b(?:in|of|from|by|on|throughout|for|during|with|as of|starting with)\s+)"
    rf"(?:{_ARTICLE})?(?:{_DESCRIBING},?\s+){{0,4}}(?:[a-z]+\s+)?{_OPEN}",
    re.IGNORECASE,
)
_IN = re.compile(rf"\b(?:in|from|throughout)\s+(?:{_ARTICLE})?(?:{_DESCRIBING}\s+){{0,3}}{_OPEN}", re.IGNORECASE)
_BY = re.compile(r"(?:\w+\s+){1,3}by\s+(?:the\s+)?$")
_OF_THE_WORK = re.compile(r"\s+(?:in|from|of|on)\s+(?:the\s+)?[\"“']*$")
_PART_AFTER = re.compile(
    r"[\"”']?\s+(?:\w+\s+)?(?:updates?|dlcs?|patch|editions?|versions?|routes?|endings?|arcs?|chapters?|modes?|"
    r"episodes?|missions?|levels?|seasons?|quests?|cut|path|campaign)\b",
    re.IGNORECASE,
)
_PART_BEFORE = re.compile(
    r"\b(?:episodes?|chapters?|arcs?|levels?|cases?|routes?|endings?|sketch|segment|issues?|parts?|scenes?|"
    r"versions?)\s+(?:of |called |titled |named )?$",
    re.IGNORECASE,
)


def opens_sentence(before: str) -> bool:
    """Whether a title opens its sentence: only "However, in the second game, " and the like stands before it."""
    return bool(_OPENS_SENTENCE.fullmatch(before)) if len(before) <= _NEAR else False


def asserts_anew(before: str, after: str) -> bool:
    """Whether a later title opens a clause of its own, or is said to do it "too"."""
    return opens_sentence(before) or bool(_OPENS_CLAUSE.search(before[-_NEAR:]) or _ALSO.match(after[:40]))


def in_passing(before: str, after: str) -> bool:
    """Whether a title only serves to compare or describe: "similar to ...", "...-style"."""
    return bool(_IN_PASSING.search(before[-70:]) or _STYLED.match(after[:20]))


def qualifies(gap: str) -> bool:
    """Whether the title before the gap only says what the title after it belongs to: " fanfic "."""
    return len(gap) <= 60 and bool(_QUALIFIES.match(gap))


def joins(gap: str) -> bool:
    """Whether the gap joins two titles to one list: ", ", " and its sequel "."""
    return len(gap) <= 80 and bool(_JOINS.match(gap))


def belongs_in(gap: str) -> bool:
    """Whether the name before the gap is somebody in the work after it: " from the "."""
    return len(gap) <= 20 and bool(_OF_THE_WORK.match(gap))


def after_preposition(before: str) -> bool:
    """Whether a preposition leads to the title, however much stands before it."""
    return bool(_AFTER_PREPOSITION.search(before[-_NEAR:]))


def after_in(before: str) -> bool:
    """Whether "in", "from" or "throughout" leads to the title."""
    return bool(_IN.search(before[-_NEAR:]))


def after_by(before: str) -> bool:
    """Whether a title follows "averted by" at the beginning."""
    return bool(_BY.fullmatch(before))


def names_part(before: str, after: str) -> bool:
    """Whether a title is said to be a part of a work: an update, an ending, an episode."""
    return bool(_PART_BEFORE.search(before[-30:]) or _PART_AFTER.match(after[:40]))


def is_part_before(before: str) -> bool:
    """Whether "the episode" or the like leads to a quoted title."""
    return bool(_PART_BEFORE.search(before[-30:]))
