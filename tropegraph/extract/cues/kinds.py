"""What a trope is a kind of, beside the nouns of `nouns`: the cues of SUBTROPE_OF, VARIANT_OF, SISTER_TROPE."""

from tropegraph.extract.cues.forms import Cue, Subject, mutual
from tropegraph.extract.cues.nouns import SIBLING
from tropegraph.model.vocabulary import RelationType as R

_UNDER, _SISTER, _VARIANT = (R.SUBTROPE_OF,), (R.SISTER_TROPE,), (R.VARIANT_OF,)

KINDS: tuple[Cue, ...] = (
    Cue(r"^[\s\"'(]*(?:(?:this|it|this trope|{S}) )?{A}(?:(?:falls?|comes?) under (?:the (?:\w+ )?(?:umbrella|"
        r"heading|category|header) of )?|(?:falls?|comes?|goes|belongs?|fits) (?:in|into|within|to|under) the "
        r"(?:\w+ )?(?:umbrella|category|class|group|genre) of )", _UNDER),
    Cue(r"^[\s\"'(]*(?:also )?(?:the )?parent (?:of|to) ", _UNDER, reverse=True),
    Cue(r"\b(?:take|spin|twist|riff)s? on (?=(?:(?:the|an?) )?(?:[\w-]+ ){0,3}?{N})", _VARIANT, subject=Subject.KIND),
    Cue(r"\b(?:(?:{T}|{S}) {A}(?:has|have)|,? and|has also) (?:an?|one|two|three|several|some|many|its|other) {W}"
        + SIBLING + r"s?(?: tropes?)?(?:,|:| in)? (?=(?:the |an? )?{N})", _SISTER),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:sisters|siblings|cousins|(?:sister|sibling) tropes)", _SISTER),
)  # fmt: skip
