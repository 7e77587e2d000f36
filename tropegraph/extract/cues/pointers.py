"""Where else a reader may look: the cues of SEE_ALSO."""

from tropegraph.extract.cues.forms import Cue, Place, Subject, mutual, said_of, verb
from tropegraph.model.vocabulary import RelationType as R

_SEE = (R.SEE_ALSO,)

POINTERS: tuple[Cue, ...] = (
    Cue(r"^[\s\"'(]*(?:also )?{A}(?:related|connected|tied|linked) to {T} {A}(?:is|are) ", _SEE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:related|connected|tied together)", _SEE),
    Cue(r"\bsee(?:,? also|,? too|,? instead)?(?: (?:the )?(?:index|page|article|entry|tropes?)(?: (?:of|for|"
        r"on))?)?[:,]?(?: |$)", _SEE, negatable=False, imperative=True),
    Cue(r"\balso,? see[:,]? ", _SEE),
    Cue(r"\b(?:take|have) a look at ", _SEE, distance=12),
    Cue(r"(?:^[\s\"'(]*|\b(?:also,?|please|for [^.;]{2,80},?) )(?:look|turn|head|go|refer) (?:(?:over )?(?:to|at|"
        r"toward|towards|under|into|up)) (?=(?:an? |the )?{N})", _SEE, imperative=True),
    Cue(r"(?:^|[,;:.(—–-]\s*)(?:please )?(?:check out|go to|refer to|look under|(?:head|go|hop) (?:on )?"
        r"(?:over )?to) ", _SEE),
    verb(r"(?:closely|strongly|intimately|tangentially|directly|loosely) (?:tied|linked|allied|connected|"
        r"associated|bound up) (?:to|with)", _SEE),
    Cue(r"\b(?:you're|you are) (?:probably |actually |really )?thinking of ", _SEE, distance=2),
    Cue(r"(?:^[\s\"'(]*|^[\s\"'(]*(?:and |but |also |thus |hence )?(?:{T}|{S})(?:'s|(?: is| are))? )(?:also,? )?{A}"
        r"(?:\w+ly )?(?:connected|connects|tied|ties|linked|links|bound up|relates)(?: in| up| back)? "
        r"(?:to|with|into) ", _SEE),
    Cue(r"\brelated(?:,[^,.;]{1,40},|,? (?:but|yet|though)(?: [\w-]+){1,3})? (?:trope )?(?:to|from)[:,]? ", _SEE,
        subject=Subject.NOUN),
    Cue(r"(?P<l>{N}),? (?:(?:an? |another )?(?:\w+ )?(?:trope|concept|idea) )?\(?(?:(?:which|that|who) )?{T} "
        r"{A}(?:is|are) {A}(?:\w+ly )?(?:related|connected|tied|linked) (?:to|with)(?! (?:an? |the )?{N})", _SEE,
        Place.BEFORE),
    Cue(r"\brelated(?: (?:[\w-]+ |{N} ){0,2}?(?:{Z}))?(?: (?:is|are|includes?):?|:) ", _SEE),
    Cue(r"(?<![\w-])related tropes?,? (?=(?:the )?{N})", _SEE),
    said_of(r"{A}(?:is|are) {A}(?:an? |another |some |two |other )?{A}(?:\w+ly )?(?:related|connected|linked|"
        r"tied)(?: (?:[\w-]+ )?(?:{Z})| as well| (?:types?|kinds?|forms?|sorts?) of \w+)?(?: (?:to|with) {T}|{END})",
        _SEE),
    verb(r"(?:has|have|having) (?:something|a lot|much|everything|plenty|a great deal) to do with", _SEE),
    Cue(r"\brelated [\w-]+,? (?:such as|like|including) (?=(?:the |an? )?{N})", _SEE),
)  # fmt: skip
