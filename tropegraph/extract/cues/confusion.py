"""What a trope is not, though it may be taken for it: the cues of NOT_TO_BE_CONFUSED_WITH."""

from tropegraph.extract.cues.forms import Cue, Place, Subject, back, mutual, said_of, verb
from tropegraph.extract.cues.patterns import NAME
from tropegraph.model.vocabulary import RelationType as R

_CONFUSED = (R.NOT_TO_BE_CONFUSED_WITH,)

CONFUSION: tuple[Cue, ...] = (
    said_of(r"(?:is|are) (?:not|un)[ -]?(?: \w+)? ?(?:related|connected){STOP}", _CONFUSED, negatable=False),
    *mutual(r"(?:are|should) {A}(?:not (?:to )?(?:be )?(?:confused|the same(?: thing| trope)?)|confused|mistaken "
        r"for each other|different {Z})", _CONFUSED),
    Cue(r"(?:\b(?:not|never|cannot|avoid)|n't) (?:to )?(?:\w+ )?(?:be )?(?:(?:confus(?:ed?|ing)|mistak(?:en?|ing)|"
        r"conflat(?:ed?|ing))(?: {T})?(?: \([^()]{1,40}\)| (?:or|and|nor) [\w-]+)?(?: (?:with|for|by))?|mix(?:ed|"
        r"ing)?(?: {T})? up(?: {T})? with):?(?: |\)|$)",
        _CONFUSED, negatable=False),
    Cue(rf"(?:\b(?:not|never|avoid)|n't) (?:to )?(?:confus|mistak|conflat)(?:e|ing) (?:(?!{NAME})[^\s,.;]+ ){{1,5}}?"
        rf"(?:with|for) ", _CONFUSED, negatable=False),
    Cue(rf"(?:\b(?:not|never)|n't) (?:to )?be (?:confused|mistaken) (?:with|for) (?:(?!{NAME})[^.;]){{1,120}}?"
        r"(?:that's|that is|that would be|which is|which are|which would be|this is|it's|they're|known as|called) "
        r"(?=(?:an? |the )?{N})", _CONFUSED, negatable=False),
    verb(r"(?:often|sometimes|easily|commonly|frequently) (?:be )?(?:confused|mistaken|conflated|mixed up) (?:with|"
        r"for)|easy to (?:confuse|mistake|mix up) (?:{T} )?(?:with|for)", _CONFUSED),
    Cue(r"\b(?:confus(?:e|ing)|mistak(?:e|ing)|conflat(?:e|ing)) (?:{T}|{S}) (?:with|for) ", _CONFUSED,
        negatable=False),
    said_of(r"{A}(?:is |are |be |get )?{A}(?:confused|mistaken|taken|conflated|mixed up) (?:with|for|as) {T}",
        _CONFUSED, negatable=False),
    Cue(r"(?:\b(?:not|never)|n't) (?:to )?be (?:\w+ )?(?:taken|mixed up|lumped together) (?:for|as|with) ", _CONFUSED,
        negatable=False),
    back(r"(?:and|but|though|so) (?:they |it |is |are )*{A}(?:confused|mistaken|conflated) (?:with|for) {T}",
        _CONFUSED),
    Cue(r"(?P<l>{N}),? (?:with|for) which {T} {A}(?:not )?(?:be |is |are )?{A}(?:confused|mistaken)", _CONFUSED,
        Place.BEFORE, negatable=False),
    said_of(r"(?:(?:is|are|should|must) {A}(?:not|never)|(?:is|are|should)n't) (?:\w+ )?(?:to )?(?:be )?"
        r"(?:confused with|mistaken for|the same(?: thing| trope)? as|related to) {T}", _CONFUSED, negatable=False),
    Cue(r"(?:^[\s\"'(]*|, )(?:(?:also|please|but|and|though|note|that),? ){0,3}(?:this|it|this trope|{S})(?: is|"
        r"'s) {A}(?:different|distinct) from ", _CONFUSED),
    Cue(r"\b(?:has|have|having|with) (?:absolutely |actually |literally )?(?:(?:\w+ )?(?:nothing|little)|not "
        r"much)(?: \w+){0,2}? to do with ", _CONFUSED, subject=Subject.VERB, negatable=False),
    Cue(r"(?:^|[.;,(] ?)(?:absolutely |also )?nothing to do with ", _CONFUSED, negatable=False),
    Cue(r"\b(?:no|little|not any) (?:relation|connection)(?:ship)?(?: whats[\w-]+)? (?:to|with) ", _CONFUSED,
        negatable=False),
    Cue(r"\b(?:(?<!or\smay\s)not|un)[ -]?(?:to |at all |in any way |directly |actually |necessarily |really )?"
        r"(?:be )?(?:related|connected)(?: at all| in any way)? to ", _CONFUSED, negatable=False),
    Cue(r"\bsimilar to,? (?:but|though|yet) (?:is |are )?(?:not|isn't|aren't|different from|distinct from)"
        r"(?: the same as)?,? (?=(?:an? |the )?{N})", _CONFUSED, negatable=False),
    Cue(r"(?:\bnot|n't) (?:\w+ )?the same(?: thing| trope| concept| character)? as ", _CONFUSED, negatable=False),
    said_of(r"(?:on the other hand,? |meanwhile,? |though,? |however,? )?is (?:an?|an entirely|a whole) "
        r"(?:\w+ )?different (?:{Z}|thing|matter|beast|animal)", _CONFUSED),
    back(r"(?:they|{TWO}) {A}(?:are|be) {A}(?:confused|mistaken for each other|mixed up|unrelated|not (?!all )(?:\w+ )?"
        r"(?:the same|related|equivalent|identical|interchangeable|synonymous))", _CONFUSED),
)  # fmt: skip
