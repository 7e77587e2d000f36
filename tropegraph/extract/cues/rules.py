"""What takes a cue back, or gives it to another trope: rules of negation, subject and mood beside the table of cues."""

import re

from tropegraph.extract.cues.forms import Subject
from tropegraph.extract.cues.patterns import NAME, compiled

NEGATION = compiled(
    r"(?:(?<!\bor\smay\s)(?<!\bor\smight\s)\bnot|n't(?:\s(?:mean|imply|make|necessarily)(?:\s[\w'-]+){0,2})?|"
    r"\bnever|(?<!\ba\s)\blittle|\bneither|\bnor|\brather than|\binstead of|\bunlike|\bwithout|"
    r"\bno)\s(?:[\w'-]+\s){0,2}$|\bnone of (?:[\w-]+\s){1,4}(?:ha(?:s|ve)|needs?) to $|"
    r"\bwhether\s(?:it|this|that|they)(?:'s|'re|\sis|\sare)\s$"
)
"""What stands before a negated cue."""

NEGATED_WITHIN = compiled(r"\b(?:(?<!or\smay\s)(?<!or\smight\s)not|never|isn't|aren't|unlike)\b(?! only)")
"""What takes back a cue that stands after its names."""

OTHER_SUBJECT = {
    Subject.VERB: compiled(
        r"(?<!with\s)(?<!with\sthe\s){N}(?:'s?| tropes?| moments?)?(?: \([^()]*\))?,? (?:which |who |that )?{V}$"
    ),
    Subject.NOUN: compiled(
        r"{N}(?: \([^()]*\))?(?:,? (?:(?:which|who|that) )?{A}{BE} (?!and |or |but )"
        r"(?:(?!and |or |but )[\w'-]+ ){0,5}| \((?:(?:as|also|itself) )?(?:the|an?|another) "
        r"(?:(?!and |or |but )[\w'-]+ ){0,4}|, (?:more or less |sort of |kind of |pretty much )?{A}"
        r"(?:the|an?|another|itself an?) (?:(?!and |or |but )[\w'-]+ ){0,4})$"
    ),
}
"""What stands before a cue whose subject is another trope."""

RELATIVE = compiled(r"(?:(?<!,)\s|\()(?:which|who|that) {V}$")
"""What stands before a verb whose subject is the noun before it."""

NOT_INVOLVES = compiled(
    r"(?:\b(?:if|when|whether|unless|expect)\s[^,.;]*|\b(?:kinds|types|forms|sorts|subtypes|sub-types|categories|"
    r"classes|groups|answers|responses|reasons|causes|ways|methods|signs|episodes|situations|works|settings|genres|"
    r"titles|phrases|examples?|variants|variations|versions|subtropes|others|names?|terms?|alternatives|members|"
    r"tropes|counterparts|exceptions)(?:\s[^,.;\ue000]{1,40})?\s{A})$"
)
"""What stands before "involve" or "include" where they do not say what the page's trope holds."""

KIND_SUBJECT = compiled(
    r"(?:(?:{T}|{S}),? (?=(?:an?|the) )|^[\s\"'(]*(?:[\w ,-]{0,30}, )?|[;:.—–(]\s*|, in (?=an? )|(?:{N}|,) as "
    r"(?=an? )|\b(?:is|(?:it|he|she|that|"
    r"this)'s|are|be|becomes?|being|forms?|"
    r"constitutes?|used as|worn [\w ]{0,20}as|(?:seen|considered|"
    r"regarded|treated|counted|serves?|acts?|functions?|works?|viewed|classed|described|portrayed|"
    r"depicted|played|done|classified|categori[sz]ed|labell?ed|thought of|characteri[sz]ed|interpreted) as|"
    r"considered) |"
    r"\b(?:trope|form|version|variant|variation|type|kind|subset|subtype) (?:of|to|for|on) [^.;]*{N},? "
    r"(?:and|or|but|plus|as well as|as well) (?={A}(?:an?|the) ))"
    r"{V}(?:(?:sort|kind) of )?(?:(?:an?|the|another|one(?: of the(?: most)?)?|yet another|its) )?"
    r"(?:(?!(?:some|other|certain|many|all|and|or|as|when|if|this|"
    r"take|takes|taking|of|in|with|no|to|for|from|by|like|involves?|includes?|uses?|has|have|features?|"
    r"requires?) )(?:\w[\w'/,-]*|{N}|{S}) ){0,4}$"
)
"""What stands before an everyday word that says what the page's own trope is."""

OTHER_KIND = compiled(r"{N},? \((?:also |itself |which is )?(?:an?|the|another|one|just) (?:[\w-]+ ){0,3}$")
"""What stands before such a word where it says what another trope is: "X (a form of Y)"."""

KIND_AT_START = compiled(
    r"(?:^|[:;(—–])[\s\"'(]*(?:(?:also|and|but),? )?(?:an?|the|one|another|some|other|any|every|most|many)(?: "
    r"[\w-]+){0,3} $"
)
SUBJECT_AFTER = compiled(
    r"(?:the |an? )?{L} (?:(?:also|often|sometimes|usually|then|even|always) )?"
    r"(?:(?:may|might|can|could|will|would|should|must|do|does)\s|{A}(?:is|are|was|would be|involves?|includes?|"
    r"occurs?|happens?|has|have|qualif(?:y|ies)|counts?)\b)"
)
"""What stands on either side of such a word that is the subject of its sentence: "One form of X is to run"."""

SUBJECT_BEFORE = compiled(r"^[\s\"'(]*(?:one of |some of )?$")
SUBJECT_WORD = re.compile(r"(?:the|an?|one|another|some)\b")
"""What stands before and in a cue that is itself the subject of its sentence: "One result of X is Y"."""

SAID_OF_NAME = compiled(r"{N}(?: \([^()]*\))?,? (?:which|who|that) {V}(?:\w+ ){0,3}$")
"""What stands before a cue that is said of the name before it, not of the next one."""

EXPLAINED = compiled(
    rf"{{N}}(?: \([^()]*\))?,? (?:where|when|in which|which|who|whose) (?:(?!it |this |they )[^.;,:—(){NAME}])*$"
)
"""What stands before a verb whose subject is in what explains another name: "Compare A, where a fall causes B"."""

NOT_IMPERATIVE = re.compile(
    r"(?:\b(?:to|him|her|them|us|me|in|sharp|stark|a|an|the|by|of|direct|strong|nice|some|no|can|could|will|would|we|"
    r"you|they|i|he|she|who|which|never|may|might|must|should|not|usually|even|rarely|sometimes|always|often|people|"
    r"viewers|audiences?|readers?|ever|only|let's|don't|cannot|we'll|you'll|we'd|they'll)\s|n't\s|'ll\s)(?:\w+ly\s)?$"
)
"""What stands before "see" where it does not point to another page."""
