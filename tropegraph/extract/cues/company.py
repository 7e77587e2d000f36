"""What a trope is found together with: the cues of OVERLAPS_WITH."""

from tropegraph.extract.cues.forms import Cue, Place, Subject, back, mutual, said_of, verb, verbs
from tropegraph.extract.cues.patterns import NAME
from tropegraph.model.vocabulary import RelationType as R

_OVERLAPS = (R.OVERLAPS_WITH,)
_JOINTLY = (
    r"(?:hand[ -]in[ -](?:hand|glove)|side[ -]by[ -]side|arm in arm|in (?:combination|conjunction|tandem|concert|"
    r"collaboration|cooperation|association|partnership|parallel|unison))"
)
_MEETS = (
    r"(?:intersects?|coincides?|interlocks?|intertwines?|interweaves?|meshes|synergi[sz]es?|correlates?|coexists?|"
    r"co-?occurs?|combines?|converges?|cross(?:es)? paths|teams? up|pairs?(?: up)?|partners?|bumps? shoulders|"
    r"rubs? shoulders|mingles?|shares? (?:\w+ )?(?:space|ground|territory|overlap))"
)
"""Verbs of being in one place with another trope."""

_BLENDS = (
    r"(?:blends?|blurs?|dovetails?|shades?|bleeds?|mix(?:es)?|merges?|fades?|slides?|segues?|crosses|veers?|strays?|"
    r"spills?(?: over)?|edges?|drifts?|cross(?:es)?[ -]?over)"
)
"""Verbs of passing over into another trope."""

_JOINED = (
    r"(?:paired|coupled|accompanied|combined|used together|used in conjunction|used in tandem|merged|mixed|blended|"
    r"fused|crossed|intertwined|interwoven|intermingled|interspersed|mashed up|conjoined|joined|packaged|bundled|"
    r"mingled|melded|played together|teamed)"
)
"""What is done to two tropes at once."""

COMPANY: tuple[Cue, ...] = (
    *mutual(r"(?:overlap|intersect|coincide|go hand[ -]in[ -]hand|go together|(?:are|be) {A}(?:paired|combined|"
        r"used together|found together|seen together))", _OVERLAPS),
    Cue(r"(?P<l>{N}),? \(?with which {T} {A}(?:overlaps?|intersects?|coincides?|goes hand[ -]in[ -]hand|"
        r"(?:is|are|be) {A}" + _JOINED + r")", _OVERLAPS, Place.BEFORE),
    *verbs(r"overlap(?:s|ped|ping)?,?(?: \w+)? (?:with|into|onto),?", _OVERLAPS),
    *verbs(r"(?:intersect|coincide)(?:s|ing)?(?: \w+)? with|doubles? up with", _OVERLAPS),
    *verbs(r"{HABIT} " + _MEETS + r"(?: (?:well|together|nicely|heavily|strongly))? with", _OVERLAPS),
    *verbs(r"{HABIT} (?:shows?|pops?|crops?|turns?) up (?:with|alongside)", _OVERLAPS),
    *verbs(r"(?:{HABIT} |and )(?:even )?(?:borders?|verges?) on", _OVERLAPS),
    *verbs(r"{OFTEN} accompan(?:y|ies)|(?:is|are|be) {A}accompanied by", _OVERLAPS),
    *verbs(r"{HABIT} (?:be |is |are )?" + _JOINED + r"(?: up)?(?: together)? with", _OVERLAPS),
    Cue(r"\bcombin(?:e|es|ing) (?:this|it|the two|this trope) with ", _OVERLAPS),
    Cue(r"\b(?:intersection|overlap) (?:of|between) (?=(?:an? |the )?{N} (?:and|with)\b)", _OVERLAPS),
    Cue(r"\b(?:may|can|might|could|will|to|{A}) overlaps? (?=(?:an? |the )?{N})", _OVERLAPS),
    Cue(rf"\boverlap\w* between (?:{{S}}|{{T}}|(?!{NAME})[\w ']{{1,30}}?) and ", _OVERLAPS),
    Cue(r"\boverlap\w* between (?P<l>{L}) and (?:{S}|{T})", _OVERLAPS, Place.BEFORE),
    verb(r"(?:found|seen|used|appears?|occurs?|shows? up|happens?|played|presented|invoked|comes?|works?|run|runs) "
        r"(?:alongside|together with|along with|" + _JOINTLY + r" with)", _OVERLAPS),
    verb(r"(?:frequent|common|regular|usual|close) (?:companions?|partners?|accompaniments?) (?:of|to|for)",
        _OVERLAPS),
    said_of(r"{A}{BE} {A}(?:an?|the) (?:\w+ )?(?:companion|partner|accompaniment|bedfellow)(?:s? (?:of|to|for) {T}|"
        r"s?{END})", _OVERLAPS),
    said_of(r"{A}(?:accompan(?:y|ies)) {T}", _OVERLAPS),
    said_of(r"{A}(?:is|are|be) {A}" + _JOINED + r"(?: up)? (?:with|by) {T}", _OVERLAPS),
    said_of(r"(?:but |and |though )?{A}(?:is|are|be) {A}(?:used|seen|found|played|featured|present) {A}(?:with|"
        r"alongside|in the same \w+ as) {T}", _OVERLAPS),
    Cue(r"\bthen (?:it's|it is|this is|they're) also (?=(?:an? |the )?{N})", _OVERLAPS),
    *verbs(r"{HABIT} " + _BLENDS + r"(?: (?:together|over|well|nicely|heavily|seamlessly|neatly))? (?:with|into|"
           r"onto)", _OVERLAPS),
    *verbs(r"cross(?:es)?[ -]?over (?:with|into)", _OVERLAPS),
    verb(r"go(?:es)? (?:together|along|well) with|" + _JOINTLY + r" with", _OVERLAPS),
    verb(r"(?:{A}(?:is|are|be|being|been|comes?) {A}|{OFTEN} |also |if |(?:{T}|{S}),? )(?:paired|coupled|"
        r"accompanied|combined|used together) (?:with|by)", _OVERLAPS),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|be) ){OFTEN} (?:seen|found) with ", _OVERLAPS, subject=Subject.VERB),
    verb(r"{OFTEN} used(?: alongside)? with|(?:common|frequent) pairing with", _OVERLAPS),
    verb(r"(?:often|frequently|sometimes|commonly|usually) accompan(?:y|ies)", _OVERLAPS),
    Cue(r"\boverlap\w* (?=(?:and|or|with sister))", _OVERLAPS),
    said_of(r"(?:and )?{V}(?:overlaps?|intersects?|coincides?|(?:goes|go|comes?) (?:" + _JOINTLY + r"|together|"
        r"along))(?: with {T}|{STOP})", _OVERLAPS),
    back(r"(?:there(?: {A}(?:is|are|be)|'s)|expect|quite|with|chances? (?:of|are)|(?:possibility|potential|room|"
        r"scope) (?:of|for)) (?:(?!no )[\w-]+ ){0,4}(?:overlap|intersection|crossover)(?! (?:with|between) (?:an? |"
        r"the )?{N})", _OVERLAPS),
    back(r"(?:but|and|which|who|though) {A}(?:is |are |be )?{A}(?:(?:used|seen|found|paired|combined) (?:with|"
        r"alongside)|borders? on|accompan(?:y|ies)|mixed with) (?:{T}|(?:those|both) tropes)", _OVERLAPS),
    back(r"overlap {A}(?:is|are|be) {A}(?:not )?(?:possible|common|frequent|likely|uncommon|unheard of|to be "
        r"expected)", _OVERLAPS),
    back(r"(?:they|{TWO})(?: \w+){0,6}? (?:overlap|intersect|coincide|go(?: \w+)? (?:hand[ -]in[ -]hand|"
        r"together))(?! with {N})(?! (?:the|an?|his|her|their) )", _OVERLAPS),
    back(r"(?:they|{TWO}) {A}(?:are|be) {A}(?:paired|combined|used together|seen together|found together|coupled)",
        _OVERLAPS),
    back(r"(?:it|they|who|which|these|but|though|although|and) (?:can and (?:does|do|often does) )?{A}(?:overlaps?|"
        r"intersects?|coincides?|go(?:es)? hand[ -]in[ -]hand)(?: with (?:{T}|each other|one another)|{STOP})",
        _OVERLAPS),
)  # fmt: skip
