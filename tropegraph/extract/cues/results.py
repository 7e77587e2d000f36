"""What comes of a trope, and what it comes of: the cues of LEADS_TO."""

from tropegraph.extract.cues.forms import Cue, Place, Subject, back, said_of, verb, verbs
from tropegraph.model.vocabulary import RelationType as R

_LEADS = (R.LEADS_TO,)
_NOT_NOUN = "".join(rf"(?<!\b{word}\s)" for word in "the a an its other common main usual root leading".split())
"""Before a word that is a noun as often as a verb."""
_A_CASE_OF = (
    r"an? (?:\w+ )?(?:scenario|situation|case|moment|instance|scene|state of affairs) (?:where|in which|of|like|called)"
)
_SITUATION = rf"(?:{_A_CASE_OF} )?"
"""What may stand between a result and its name: "a situation where"."""

_NO_LOSS = r"(?! (?:an? |the )?(?:[\w-]+ )?(?:loss|lack|absence|end|death|destruction|removal|failure|aversion) of\b)"
"""What is lost does not come about."""

_BRINGS = (
    r"(?:causes?|provokes?|triggers?|creates?|induces?|prompts?|sparks?|produces?|inspires?|generates?|engenders?|"
    r"spawns?|fosters?|breeds?|elicits?|evokes?|incites?|encourages?|facilitates?|precipitates?|instigates?|sets? off|"
    r"sparks? off|fuels?|yields?|necessitates?|invites?|motivates?|brings? about|gives? rise to|contributes? to|"
    r"sets? up|kick(?:s|-?starts?)? off|ushers? in|heralds?|foreshadows?|promotes?|exacerbates?|worsens?)"
)
"""Verbs of a cause; what they say is certain enough only where they are hedged: "may spark"."""

_SHARE = (
    r" (?:an?|the|some) (?:\w+ )?(?:combination|mixture|mix|blend|series|string|feeling|sense|case|bout|dose|wave|"
    r"state) of"
)
"""What a result may be a share of."""

_BROUGHT = (
    r"(?:caused|precipitated|triggered|brought (?:about|on)|prompted|induced|provoked|encouraged|fuel+ed|motivated|"
    r"inspired|driven|generated|engendered|spawned|fostered|elicited|evoked|incited|facilitated|instigated|"
    r"necessitated|exacerbated|sparked|set (?:up|off)|enabled)"
)
_CAUSE = (
    r"(?:cause|trigger|catalyst|impetus|motivation|motive|incentive|inspiration|driving force|stimulus|spark|fuel|"
    r"recipe|breeding ground|springboard|launching pad|gateway|set-?up)"
)

_EFFECT = r"(?:effect|result|consequence|outcome|symptom)"
_BOTH_WAYS = (
    r"\b(?:causes?|sources?|reasons?|triggers?)(?:,? (?:and|or|and/or|/) ?|/)(?:(?:the|an?) )?"
    + _EFFECT
    + r"s?(?: \([^()]{1,40}\))? (?:of|for|to) "
)
_BOTH = (
    r"{A}(?:{BE}|serves? as|acts? as|works? as) {A}(?:(?:an?|the) )?(?:causes?|sources?|triggers?) (?:and|or|"
    r"and/or) (?:(?:the|an?) )?" + _EFFECT + r"s? of {T}"
)
"""What is said of a trope that may come first or second: "the cause or effect of"."""

RESULTS: tuple[Cue, ...] = (
    Cue(r"\breasons? (?:for|behind) {T} {A}(?:is|are|be) ", _LEADS, reverse=True),
    Cue(r"(?:^[\s\"'(]*|\b)(?:the|one|another|an?) (?:\w+ )?reasons? (?:(?:for|behind|why) [\w ]{1,40}? )?{A}(?:is|"
        r"are) (?=(?:an? |the )?{N})", _LEADS, reverse=True),
    back(r"(?:that|which|who|it|they) {A}(?:leads? to|causes?|results? in|triggers?|inspires?) {T}", _LEADS,
        reverse=True),
    *verbs(r"(?:lead|leads|leading)(?: (?!close|back|him|her|them)\w+)? (?:to|into)" + _NO_LOSS, _LEADS, loose=True),
    *verbs(r"(?:results?|culminates?) in" + _NO_LOSS, _LEADS, loose=True),
    verb(r"(?:(?:result|results|resulting|culminates?|culminating|escalates?|escalating|spirals?|develops?|blossoms?|"
        r"balloons?|snowballs?|spirals out of control) (?:in|into)|{HABIT} ends? in)" + _NO_LOSS, _LEADS, loose=True),
    Cue(r"(?:^[\s\"'(]*|\b(?:{T}|{S}) ){A}(?:(?:evolves?|devolves?|degenerates?|deteriorates?|descends?) (?:in|into|"
        r"as)|(?:ends?|winds?) up in) ", _LEADS),
    said_of(r"{A}(?:causes?|results? in|triggers?|inspires?|creates?|contributes? to(?: creating| the creation "
        r"of)?) {T}", _LEADS, reverse=True),
    verb(_NOT_NOUN + r"(?<!\bto\s)(?<!\bor\s)(?:cause|causes|causing|provokes?|triggers?|creates?|induces?|"
        r"prompts?|gives? rise to|paves the way for|sets up|sets? the stage for|lays? the (?:groundwork|"
        r"foundation)s? for|opens? the door (?:to|for)|makes? for|sparks?|brings? about|contributes? to(?: "
        r"(?:creating|the creation of))?|produces?|inspires?)", _LEADS),
    verb(r"(?:can|may|might|could|often|usually|sometimes|probably|frequently|commonly)(?: also)?(?: be)? (?:a|the|"
        r"one) (?:\w+ )?(?:factor|reason|cause|source) (?:in|for|behind|of|that|why)", _LEADS),
    Cue(r"\b(?:lead-?(?:in|up)|prelude|preface|prologue|overture|run-?up|precursor|predecessor|gateway|first step|"
        r"stepping stone) (?:to|for|towards?) ",
        _LEADS, subject=Subject.NOUN),
    Cue(r"(?P<l>{N})(?:,| \() ?(?:the|a) (?:lead-?(?:in|up)|cause|prelude)(?: \w+)? (?:to|of) {T}", _LEADS,
        Place.BEFORE, reverse=True),
    Cue(r"\b(?:the|one|an?|another|other|its)(?: \w+){0,2} (?:results?|consequences?|outcomes?|"
        r"side[ -]effects?)(?: of {T})? {A}(?:is|are|be|includes?) ", _LEADS, distance=4),
    verb(r"(?:the|an?|another|one|is|be|are|often|frequently|usually|sometimes)(?: \w+)? (?:results?|"
        r"(?<!the\s)effects?|side[ -]effects?|consequences?|products?|by-?products?|outgrowths?|symptoms?|fault|"
        r"upshot) of(?: the fact that)?", _LEADS, reverse=True),
    verb(r"(?:caused|precipitated|triggered|brought about|brought on|prompted|induced|provoked) by", _LEADS,
        reverse=True, loose=True),
    *verbs(r"(?:stems?|stemming|results?|resulting|arises?|arising) from|rooted in|(?:is|are|be|{OFTEN}) born "
        r"(?:out )?(?:of|from)", _LEADS, reverse=True),
    verb(r"(?:happens?|occurs?|comes about) because(?: of)?", _LEADS, reverse=True),
    said_of(r"{A}(?:is|are|be) {A}(?:an?|the|one|another) (?:\w+ )?(?:cause|culprit|source|trigger|catalyst)(?: "
        r"(?:of|for|behind) {T}|{END})", _LEADS, reverse=True),
    said_of(r"{A}(?:is|are|be) {A}(?:to blame|responsible|at fault)(?: for {T}|(?! for\b){END})", _LEADS,
        reverse=True),
    said_of(r"{A}{BE} {A}(?:an?|the) (?:\w+ )?(?:set-?up|prelude|lead-?in|lead-?up|gateway|precursor|predecessor) "
        r"(?:to|for|into) {T}", _LEADS, reverse=True),
    said_of(r"{A}{BE} {A}(?:the|a|an|another|one) (?:\w+ )?(?:results?|consequence|outcome|side[ -]?effect|"
        r"by-?product|symptom|outgrowth)(?: of {T}|{END})", _LEADS),
    said_of(r"{A}{BE} (?:all but |almost |virtually |practically |nearly )?(?:assured|guaranteed|"
        r"unavoidable){STOP}", _LEADS),
    said_of(r"{A}(?:results?|ensues?)(?= ?(?:$|[.,;!?)]|(?:if|when|whenever|as|while|because|after|"
            r"once)\b))", _LEADS),
    Cue(r"^[\s\"'(]*(?:(?:[^.;:()]{1,60}?[,—–] ?)?(?:{T}|{S}) {V}|(?:often|usually|mostly|generally|sometimes|"
        r"frequently|commonly|typically|probably) )(?:mostly |mainly |partly |largely |primarily )?"
        r"(?:(?:due|thanks|owing|attributable) to|because of) ", _LEADS,
        reverse=True),
    verb(r"(?:is|are|be|often|usually|sometimes)(?: \w+)? (?:an?|the) (?:\w+ )?(?:source|cause|trigger|catalyst|"
        r"recipe|breeding ground|launching pad|setup) (?:of|for|behind)", _LEADS),
    Cue(r"^[\s\"'(]*(?:(?:{T}|{S}) {V})?(?:(?:also|and|or) )?{A}(?:an?|the|one|another)(?: \w+){0,2} (?:source|"
        r"cause|trigger|catalyst|recipe|reason|breeding ground|set-?up) (?:of|for|behind) (?!{T} )", _LEADS),
    *verbs(r"{HABIT} " + _BRINGS, _LEADS),
    verb(r"{HABIT} " + _BRINGS + _SHARE, _LEADS),
    verb(r"(?:likely|ways?|tends?|bound|sure|certain|known|apt|prone|guaranteed|liable|going) to " + _BRINGS, _LEADS),
    verb(r"{HABIT} (?:lead to|result in|end in|end up (?:as|in|with|being)|cause|create|culminate in|turn into|"
        r"devolve into) " + _A_CASE_OF, _LEADS),
    Cue(r"(?:{T}|{S}) {A}(?:is|are|be) {A}created by ", _LEADS, reverse=True),
    verb(r"(?:is|are|be|being) {A}" + _BROUGHT + r" (?:up )?by", _LEADS, reverse=True),
    Cue(r"(?P<l>{N}),? \(?(?:which|that|who) {T} {A}(?:is |are |be )?{A}" + _BROUGHT + r" by{STOP}", _LEADS,
        Place.BEFORE, reverse=True),
    said_of(r"{A}(?:is|are|be) {A}" + _BROUGHT + r" by {T}", _LEADS),
    verb(r"(?:is|are|be|{OFTEN})(?: \w+)? (?:an?|the|one|one of the(?: \w+)?)(?: \w+)? " + _CAUSE + r"s? (?:of|for|"
        r"behind|to)", _LEADS),
    verb(r"one of the (?:\w+ ){0,2}(?:reasons|causes|sources|triggers|motivations|factors) (?:for|of|behind|in)",
        _LEADS),
    said_of(r"{A}{BE} {A}(?:an?|the|one|another) (?:\w+ )?" + _CAUSE + r"s? (?:of|for|behind|to) {T}", _LEADS,
        reverse=True),
    Cue(r"(?P<l>{N})(?:,| \() ?(?:(?:often|usually|sometimes) )?(?:an?|the|one) (?:\w+ ){0,2}(?:results?|"
        r"consequences?|outcomes?|side[ -]effects?|by-?products?|symptoms?) of {T}", _LEADS, Place.BEFORE),
    Cue(r"(?P<l>{L})(?:,|,? \() ?(?:which are )?(?:(?:both|all|two|three|some|several) (?:of the )?)?(?:[\w-]+ ){0,2}"
        r"(?:results|consequences|outcomes|side[ -]effects|by-?products|symptoms) of {T}", _LEADS, Place.BEFORE),
    Cue(r"\b(?:one|an?|another|the|some|other)(?: [\w-]+){1,4} (?:that|which|who) {A}(?:leads? to|causes?|results? in|"
        r"creates?|produces?|triggers?) {T} {A}(?:is|are|be) (?:to be )?", _LEADS, reverse=True, core="lead|cause|"
        r"result|creat|produc|trigger"),
    Cue(_BOTH_WAYS, _LEADS, reverse=True),
    Cue(_BOTH_WAYS, _LEADS),
    said_of(_BOTH, _LEADS, reverse=True),
    said_of(_BOTH, _LEADS),
    verb(r"{HABIT} (?:be |is |are )?(?:partly |partially |largely |directly )?responsible for", _LEADS),
    Cue(r"(?P<l>{N})(?:,| \() ?(?:(?:often|usually|sometimes) )?(?:an?|the|one) (?:\w+ ){0,2}" + _CAUSE +
        r"s? (?:of|for|behind) {T}", _LEADS, Place.BEFORE, reverse=True),
    verb(r"{HABIT} (?:makes?|leaves?|renders?) (?:[\w']+ ){1,3}(?:liable|prone|vulnerable|susceptible|subject|open|"
        r"predisposed) to", _LEADS),
    said_of(r"{HABIT} (?:comes?|arises?|stems?|follows?|grows?|develops?) (?:out )?(?:from|of) {T}", _LEADS),
)  # fmt: skip
