"""The notation of cue patterns: how they say where names stand.

In a pattern `{N}` is a name, `{L}` a list of names, `{S}` the page's own trope by name, `{T}` the same or "this trope",
"it"; `{A}` modal verbs and adverbs, `{V}` the same and forms of "be", `{BE}` a form of "be", `{W}` up to five
describing words, `{END}` and `{STOP}` the end of a clause. A blank stands for any white space.
"""

import re
from functools import cache

NAME, SELF, REST = "\ue000", "\ue001", "\ue003"
"""First character of a masked name, of the page's own name, and every further character of either."""

_N = f"{NAME}{REST}*+"
_ADVERBS = (
    "also often sometimes usually frequently commonly occasionally generally typically rarely easily always very "
    "well even both either all quite closely inevitably invariably likely most more probably just still simply "
    "eventually potentially possibly sadly naturally too strongly somewhat certainly however almost obviously "
    "basically essentially conceptually vaguely remotely slightly distantly directly again arguably thus hence "
    "oftentimes normally regularly traditionally then perhaps maybe actually technically effectively practically"
).split()
_NEXT_CLAUSE = r"where|when|in|that|which|who|for|but|and|if|as|unless"
_ABBREVIATIONS = {
    "{W}": r"(?:(?:(?:{N}|[\w'-]+)(?:-(?:{N}|[\w'-]+))+|{N}|{S}|\([\w'\"/.\s-]{1,40}\)|[\w'\"/.-]+),?\s){0,6}?",
    "{T}": r"(?:(?:the\s|an?\s)?{S}|(?:an?|some)\s[\w-]+\sof\sthis\s(?:type|kind|sort)|(?:characters|tropes|"
    r"people|plots)\sof\sthis\s(?:type|kind|sort)|th(?:is|ese|e)\s(?:very\s)?(?:tropes?|one|type|page|"
    r"character|idea)|this|it|them|that\strope)",
    "{L}": r"{N}(?:(?:\s*(?:,|;|/|&|\band/or\b|\band\b|\bor\b))++\s*(?:(?:the|an?|some|possibly|even)\s)?{N})*+",
    "{V}": r"(?:(?:is|are|was|be|being|been|as|to|{a})\s)*+",
    "{A}": r"(?:(?:{a})\s)*+",
    "{BE}": r"(?:is|are|was|were|be|being|as|represents?|becomes?|constitutes?)",
    "{END}": rf"(?=\s*(?:$|[.,;:!?()—–]|\b(?:{_NEXT_CLAUSE}|with|of\ssorts)\b))",
    "{Z}": r"(?:(?:trope|concept|idea|theme|phenomenon|notion|topic|character type|device|plot|situation)s?|"
    r"phenomena)",
    "{TWO}": r"(?:(?:the|these|those|all) (?:two|three|four|both|tropes)(?: \w+){0,2}?"
    r"|(?:it's|is) (?:\w+ )?(?:uncommon|common|possible|unusual|rare|easy|unheard of|likely) for "
    r"(?:the two|both|them|these)(?: \w+){0,2}?(?: to)?|both(?: \w+){0,2}?|situations)",
    "{HABIT}": r"(?:{OFTEN}|may|might|can|will|also|always|invariably|inevitably|tends? to)",
    "{OFTEN}": r"(?:often|oftentimes|more often than not|regularly|normally|traditionally|sometimes|usually|"
    r"frequently|commonly|occasionally|generally|typically|almost always)",
    "{STOP}": rf"(?=\s*(?:$|[.,;:!?()—–]|\b(?:{_NEXT_CLAUSE})\b))",
    "{a}": "may\\sor\\smay\\snot|might\\sor\\smight\\snot|may|might|can|could|will|would|shall|should|does|do|"
    "tends?\\sto|(?:is|are|be)\\slikely\\sto|in\\sturn|can,\\sand\\soften\\sdoes,|" + "|".join(_ADVERBS),
    "{N}": _N,
    "{S}": f"{SELF}{REST}*+",
}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """`pattern` with its abbreviations written out; a blank stands for any white space."""
    for short, long in _ABBREVIATIONS.items():
        pattern = pattern.replace(short, long)
    return re.compile(
        pattern.replace("[ -]", r"[\s-]").replace("[\\w ]", r"[\w\s]").replace(" ?", r"\s*").replace(" ", r"\s+")
    )
