"""The wordings that state a relation between tropes: the one home of cue phrases.

Patterns run over a sentence's *shape* (`spots.Shape`): lower case, every trope's name masked, so that a pattern can
say where names stand (`patterns`).

A cue stands before the names that it governs (`Place.AFTER`: they come after it; `lists.py` says how far the list
goes), after them (`Place.BEFORE`: they are its group `l`), or points back to the one named last (`Place.BACK`). Its
types are given as seen from the page's trope T: `SUBTROPE_OF` says T SUBTROPE_OF X; with `reverse`, X SUBTROPE_OF T.
"""

import re

from tropegraph.extract.cue_forms import Cue, Place, Subject, back, mutual, noun_cues, said_of, verb, verbs
from tropegraph.extract.cue_nouns import NOUNS
from tropegraph.extract.patterns import NAME, compiled
from tropegraph.model.vocabulary import RelationType as R

_BOTH = (R.COMPARE_WITH, R.CONTRAST_WITH)
_COMPARE, _CONTRAST, _SEE = (R.COMPARE_WITH,), (R.CONTRAST_WITH,), (R.SEE_ALSO,)
_CONFUSED, _OVERLAPS = (R.NOT_TO_BE_CONFUSED_WITH,), (R.OVERLAPS_WITH,)
_LEADS, _INVOLVES, _INVERSE = (R.LEADS_TO,), (R.INVOLVES,), (R.INVERSE_OF,)
_WITH = (
    r"(?: (?:{T}|him|her|such))?(?:,? also)?(?: with| to)?(?: (?:things like|tropes like|such tropes "
    r"as))?[:;,]?(?: |$)"
)
_JOINTLY = (
    r"(?:hand[ -]in[ -](?:hand|glove)|side[ -]by[ -]side|arm in arm|in (?:combination|conjunction|"
    r"tandem|concert|"
    r"collaboration|cooperation|association|partnership|parallel|unison))"
)
_OR = r"(?: ?(?:and|or|&|/|,) ?)"
_NOT_NOUN = "".join(rf"(?<!\b{word}\s)" for word in "the a an its other common main usual root leading".split())
"""Before a word that is a noun as often as a verb."""

_PHRASES = (
    Cue(r"^[\s\"'(]*(?:(?:this|it|this trope|{S}) )?{A}(?:(?:falls?|comes?) under (?:the (?:\w+ )?(?:"
        r"umbrella|heading|category|header) of )?|(?:falls?|comes?|goes|belongs?|fits) (?:in|into|within|to|"
        r"under) the "
        r"(?:\w+ )?(?:umbrella|category|class|group|genre) of )",
        (R.SUBTROPE_OF,)),
    Cue(r"^[\s\"'(]*(?:also )?(?:the )?parent (?:of|to) ", (R.SUBTROPE_OF,), reverse=True),
    Cue(r"\b(?:take|spin|twist|riff)s? on (?=(?:(?:the|an?) )?(?:[\w-]+ "
        r"){0,3}?{N})", (R.VARIANT_OF,), subject=Subject.KIND),
    Cue(rf"\bcompare(?:d|s)?{_OR}contrast" + _WITH, _BOTH),
    Cue(rf"\bcontrast{_OR}compare" + _WITH, _BOTH),
    Cue(r"\bcompare" + _WITH, _COMPARE, imperative=True),
    Cue(r"\bcf\.? ", _COMPARE),
    Cue(r"\b(?:comparable|compared) (?:with|to) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\bsimilar(?:ly)? (?:trope )?(?:to|in (?:\w+ ){1,3}to),? ", _COMPARE, subject=Subject.NOUN, core="similar"),
    Cue(r"\bfor [^.;,]{0,40}? in (?:an? )?similar [\w-]+,? (?=see\b)", _COMPARE, via_see=True),
    Cue(r"^[\s\"'(]*(?:also )?{A}similar to {T} {A}(?:is|are) ", _COMPARE),
    Cue(r"^[\s\"'(]*(?:also )?{A}(?:related|connected|tied|linked) to {T} {A}(?:is|are) ", _SEE),
    Cue(r"\bsimilar(?: but (?:\w+ ){1,2})? (?:{Z}),? (?:(?:called|known as|named|by the name of) )?(?=(?:the "
        r")?{N})", _COMPARE),
    Cue(r"\bfor (?:an? |some |other |more )?(?:\w+ )?similar "
        r"(?:{Z})\b(?=[^.;]{0,200}?\bsee\b)", _COMPARE, via_see=True),
    Cue(r"\b(?:resemblances?|similarit(?:y|ies)|parallels?|comparisons?|likeness|affinity) (?:to|with) ", _COMPARE,
        subject=Subject.NOUN),
    Cue(r"\b(?:parallels?|similarit(?:y|ies)|resemblances?|comparisons?|analog(?:y|ies)) (?:\w+ ){0,4}between "
        r"(?:{T}|{S}) and ", _COMPARE),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|be|being|it's) ){A}(?:\w+ly )?(?:(?:akin|analogous) to|reminiscent of) "
        r"", _COMPARE,
        subject=Subject.NOUN, core="akin|analogous|reminiscent"),
    Cue(r"\b(?:in (?:much )?the same vein (?:as|of)|along (?:much )?the same lines "
        r"as) ", _COMPARE, subject=Subject.NOUN),
    Cue(r"\b(?:a lot|much|plenty|something|many \w+) in common with ", _COMPARE, subject=Subject.VERB),
    Cue(r"(?:^|, )(?:[\w ]{1,30}, )?(?:in \w+ \w+ )?(?:{T}|{S}) {A}resembles? ", _COMPARE),
    Cue(r"\bsimilar (?:{Z}|types?)(?: {BE}| includes?|:) ", _COMPARE),
    said_of(r"{A}(?:is|are) {A}(?:an? |another |the )?(?:\w+ )?similar(?: to {T}|{END}| {Z}\b)", _COMPARE),
    said_of(r"{A}(?:is|are) {A}(?:an?|another) (?:\w+ )?similar [\w-]+", _COMPARE),
    said_of(r"{A}(?:works?|functions?|operates?|acts?|behaves?)(?: \w+)? similarly", _COMPARE),
    verb(r"by(?: way of)? contrast,?|in contrast(?: (?:to|with))?,?", _CONTRAST),
    verb(r"(?:in|as|an?|the)(?: [\w-]+){0,2} contrast (?:to|with)", _CONTRAST),
    Cue(r"\b(?:in|by) contrast,? (?=[^.;]{0,200}?\bsee\b)", _CONTRAST, via_see=True),
    Cue(r"\bcontrast(?: (?:even )?\w+(?: \w+)?(?= (?:with|to)))?" + _WITH, _CONTRAST, imperative=True),
    verb(r"(?:contrasts|contrasted|contrasting)(?: sharply| directly| strongly| heavily)?(?: by| with|"
        r" to)?", _CONTRAST),
    verb(r"(?:as )?opposed (?:to|by)", _CONTRAST),
    verb(r"in (?:\w+ )?opposition to|stands? opposite(?: to)?|runs? counter to|at odds with|contrary to|"
         r"pit(?:ted)? against", _CONTRAST),
    said_of(r"{A}contrasts? (?:with )?{T}", _CONTRAST),
    said_of(r"{A}(?:(?<=does\s)|covers? |describes? |deals? with |involves? |works? |plays? )(?:in |exactly "
            r")?the (?:\w+ )?"
            r"(?:opposite|reverse|inverse)\b", _INVERSE),
    said_of(r"{A}inverts? {T}", _INVERSE),
    Cue(r"(?P<l>{N}),? (?:which is |for |is )?(?:what (?:you get|happens|results) )?(?:when|where|if) (?:{T}|{S}|"
        r"they|the \w+) (?:is|are|goes|go|works?|"
        r"happens?) "
        r"(?:in |the )?(?:inverted|reversed|reverse|opposite direction|other way "
        r"(?:a)?round)", _INVERSE, Place.BEFORE),
    said_of(r"(?:is|are) (?:not|un)[ -]?(?: \w+)? ?(?:related|connected){STOP}", _CONFUSED, negatable=False),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:opposites|inverses|antitheses)", _INVERSE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:sisters|siblings|cousins|(?:sister|sibling) tropes)", (R.SISTER_TROPE,)),
    *mutual(r"(?:are|being) {A}(?:\w+ )?similar(?: {Z})?", _COMPARE),
    *mutual(r"(?:are|being) {A}(?:\w+ )?(?:related|connected|tied together)", _SEE),
    *mutual(r"(?:overlap|intersect|coincide|go hand[ -]in[ -]hand|go together|(?:are|be) {A}(?:paired|combined|"
             r"used together|"
             r"found together|seen together))", _OVERLAPS),
    *mutual(r"(?:are|should) {A}(?:not (?:to )?(?:be )?(?:confused|the same(?: thing| trope)?)|confused|"
             r"mistaken for each other|"
             r"different {Z})", _CONFUSED),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|it's) )(?:{A}(?:the )?)(?P<l>{N}),? (?:but )?(?:in reverse|reversed|inverted|"
        r"backwards?|"
        r"turned on its head){END}", _INVERSE, Place.BEFORE),
    verb(r"inverted (?:by|as|with)", _INVERSE),
    Cue(r"\b(?:when|if) (?:{T}|{S}) (?:is|are|gets) {A}(?:inverted|reversed|flipped|turned around|(?:done|played) "
        r"(?:in reverse|backwards)),? (?:(?:then )?(?:you|we|they) (?:get|have|end up with)|the result is|it's|see|"
        r"it becomes|you'll (?:get|have|see)) (?=(?:an? |the )?{N})", _INVERSE,
        core="inverted|reversed|flipped|turned|reverse|backwards"),
    Cue(
        r"\bsee(?:,? also|,? too|,? instead)?"
        r"(?: (?:the )?(?:index|page|article|entry|tropes?)(?: (?:of|for|on))?)?[:,]?(?: |$)",
        _SEE,
        negatable=False,
        imperative=True,
    ),
    Cue(r"\balso,? see[:,]? ", _SEE),
    Cue(r"\b(?:take|have) a look at ", _SEE, distance=12),
    Cue(r"(?:^[\s\"'(]*|\b(?:also,?|please|for [^.;]{2,80},?) )(?:look|turn|head|go|refer) (?:(?:over )?(?:to|at|"
        r"toward|towards|"
        r"under|into|up)) (?=(?:an? |the )?{N})", _SEE, imperative=True),
    Cue(r"(?:^|[,;:.(—–-]\s*)(?:please )?(?:check out|go to|refer to|look under|head (?:over )?to) ", _SEE),
    verb(r"(?:closely|strongly|intimately|tangentially|directly|loosely) (?:tied|linked|allied|connected|"
          r"associated|bound up) "
          r"(?:to|with)", _SEE),
    Cue(r"\b(?:you're|you are) (?:probably |actually |really )?(?:looking for|thinking of) ", _SEE, distance=2),
    Cue(r"(?:^[\s\"'(]*|^[\s\"'(]*(?:and |but |also |thus |hence )?(?:{T}|{S})(?:'s|(?: is| are))? )(?:also,? "
        r")?{A}(?:\w+ly )?"
        r"(?:connected|connects|tied|ties|linked|links|bound up|relates)(?: in| up| back)? (?:to|with|into) ", _SEE),
    Cue(r"\brelated(?:,[^,.;]{1,40},|,? (?:but|yet|though)(?: [\w-]+){1,3})? (?:trope )?(?:to|from),? ", _SEE,
        subject=Subject.NOUN),
    Cue(r"(?P<l>{N}),? (?:(?:an? |another )?(?:\w+ )?(?:trope|concept|idea) )?\(?(?:(?:which|that|who) )?{T} "
        r"{A}(?:is|are) "
        r"{A}(?:\w+ly )?(?:related|connected|tied|linked) (?:to|with)(?! (?:an? |the )?{N})", _SEE, Place.BEFORE),
    Cue(r"\brelated(?: (?:[\w-]+ |{N} ){0,2}?(?:{Z}))?(?: (?:is|are|includes?):?|:) ", _SEE),
    Cue(r"(?<![\w-])related tropes?,? (?=(?:the )?{N})", _SEE),
    said_of(r"{A}(?:is|are) {A}(?:an? |another |some |two |other )?{A}(?:\w+ly )?(?:related|connected|linked|tied)"
            r"(?: (?:[\w-]+ )?(?:{Z})| as well| (?:types?|kinds?|forms?|sorts?) of \w+)?(?: (?:to|with) {T}|"
            r"{END})", _SEE),
    Cue(
        r"(?:\b(?:not|never|cannot|avoid)|n't) (?:to )?(?:\w+ )?(?:be )?"
        r"(?:(?:confus(?:ed?|ing)|mistak(?:en?|ing)|conflat(?:ed?|ing))(?: {T})?(?: (?:with|for|by))?"
        r"|mix(?:ed|ing)?(?: {T})? up(?: {T})? with):?(?: |\)|$)",
        _CONFUSED,
        negatable=False,
    ),
    Cue(rf"(?:\b(?:not|never|avoid)|n't) (?:to )?(?:confus|mistak|conflat)(?:e|ing) (?:(?!{NAME})[^\s,.;]+ "
        rf"){{1,5}}?(?:with|for) ",
        _CONFUSED, negatable=False),
    Cue(rf"(?:\b(?:not|never)|n't) (?:to )?be (?:confused|mistaken) (?:with|for) (?:(?!{NAME})[^.;]){{1,120}}?"
        r"(?:that's|that is|that would be|which is|which are|which would be|this is|it's|they're|known as|"
        r"called) (?=(?:an? |the )?{N})",
        _CONFUSED, negatable=False),
    verb(r"(?:often|sometimes|easily|commonly|frequently) (?:be )?(?:confused|mistaken|conflated|mixed up) "
         r"(?:with|for)|easy to (?:confuse|mistake|mix up) (?:{T} )?(?:with|for)", _CONFUSED),
    Cue(r"\breasons? (?:for|behind) {T} {A}(?:is|are|be) ", _LEADS, reverse=True),
    Cue(r"(?:^[\s\"'(]*|\b)(?:the|one|another|an?) (?:\w+ )?reasons? (?:(?:for|behind|why) [\w ]{1,40}? "
        r")?{A}(?:is|are) "
        r"(?=(?:an? |the )?{N})", _LEADS, reverse=True),
    Cue(r"\b(?:confus(?:e|ing)|mistak(?:e|ing)|conflat(?:e|ing)) (?:{T}|{S}) (?:with|for) "
        r"", _CONFUSED, negatable=False),
    said_of(r"{A}(?:is |are |be |get )?{A}(?:confused|mistaken|taken|conflated|mixed up) (?:with|for|as) "
            r"{T}", _CONFUSED,
            negatable=False),
    Cue(r"(?:\b(?:not|never)|n't) (?:to )?be (?:\w+ )?(?:taken|mixed up|lumped together) (?:for|as|with) ", _CONFUSED,
        negatable=False),
    back(r"(?:and|but|though|so) (?:they |it |is |are )*{A}(?:confused|mistaken|conflated) (?:with|for) "
          r"{T}", _CONFUSED),
    Cue(r"(?P<l>{N}),? (?:with|for) which {T} {A}(?:not )?(?:be |is |are )?{A}(?:confused|"
        r"mistaken)", _CONFUSED, Place.BEFORE,
        negatable=False),
    said_of(r"(?:(?:is|are|should|must) {A}(?:not|never)|(?:is|are|should)n't) (?:\w+ )?(?:to )?(?:be "
             r")?(?:confused with|mistaken for|"
             r"the same(?: thing| trope)? as|related to) {T}", _CONFUSED, negatable=False),
    Cue(r"(?:^[\s\"'(]*|, )(?:(?:also|please|but|and|though|note|that),? ){0,3}(?:this|it|this trope|{S})(?: is|"
        r"'s) {A}(?:different|distinct) from ",
        _CONFUSED),
    Cue(
        r"\b(?:has|have|having|with) (?:absolutely |actually |literally )?(?:(?:\w+ )?(?:nothing|little)|not "
        r"much)(?: \w+){0,2}?"
        r" to do with ",
        _CONFUSED,
        subject=Subject.VERB,
        negatable=False,
    ),
    Cue(r"(?:^|[.;,(] ?)(?:absolutely |also )?nothing to do with ", _CONFUSED, negatable=False),
    Cue(r"\b(?:no|little|not any) (?:relation|connection)(?:ship)?(?: whats[\w-]+)? (?:to|with) "
        r"", _CONFUSED, negatable=False),
    Cue(r"\b(?:(?<!or\smay\s)not|un)[ -]?(?:to |at all |in any way |directly |actually |necessarily |really "
        r")?(?:be )?(?:related|"
        r"connected)(?: at all| in any way)? to ", _CONFUSED, negatable=False),
    Cue(r"(?:\bnot|n't) (?:\w+ )?the same(?: thing| trope| concept| character)? as ", _CONFUSED, negatable=False),
    said_of(r"(?:on the other hand,? |meanwhile,? |though,? |however,? )?is (?:an?|an entirely|a whole) (?:\w+ "
             r")?different "
             r"(?:{Z}|thing|matter|beast|animal)", _CONFUSED),
    *verbs(r"overlap(?:s|ped|ping)?,?(?: \w+)? (?:with|into|onto),?", _OVERLAPS),
    verb(r"(?:intersect|coincide)(?:s|ing)?(?: \w+)? with|doubles? up with", _OVERLAPS),
    Cue(r"\b(?:intersection|overlap) (?:of|between) (?=(?:an? |the )?{N} (?:and|with)\b)", _OVERLAPS),
    Cue(r"\b(?:may|can|might|could|will|to|{A}) overlaps? (?=(?:an? |the )?{N})", _OVERLAPS),
    Cue(rf"\boverlap\w* between (?:{{S}}|{{T}}|(?!{NAME})[\w ']{{1,30}}?) and ", _OVERLAPS),
    Cue(r"\boverlap\w* between (?P<l>{L}) and (?:{S}|{T})", _OVERLAPS, Place.BEFORE),
    verb(r"(?:found|seen|used|appears?|occurs?|shows? up|happens?|played|presented|invoked|comes?|works?|run|runs) "
          r"(?:alongside|together with|along with|" + _JOINTLY + r" with)", _OVERLAPS),
    verb(r"(?:frequent|common|regular|usual|close) (?:companions?|partners?|accompaniments?) (?:of|to|"
         r"for)", _OVERLAPS),
    said_of(r"{A}{BE} {A}(?:an?|the) (?:\w+ )?(?:companion|partner|accompaniment|bedfellow)(?:s? (?:of|to|for) "
            r"{T}|s?{END})",
            _OVERLAPS),
    said_of(r"{A}(?:accompan(?:y|ies)) {T}", _OVERLAPS),
    said_of(r"{A}(?:is|are|be) {A}(?:paired|coupled|accompanied|combined|used together|used in conjunction)(?: up)? "
             r"(?:with|by) {T}", _OVERLAPS),
    Cue(r"\bthen (?:it's|it is|this is|they're) also (?=(?:an? |the )?{N})", _OVERLAPS),
    *verbs(r"{HABIT} (?:blends?|dovetails?|shades?|bleeds?|mix(?:es)?|merges?|blurs?)(?: together)? (?:with|"
           r"into)", _OVERLAPS),
    *verbs(r"cross(?:es)?[ -]?over (?:with|into)", _OVERLAPS),
    verb(r"go(?:es)? (?:together|along|well) with|" + _JOINTLY + r" with", _OVERLAPS),
    verb(r"(?:{A}(?:is|are|be|being|been|comes?) {A}|{OFTEN} |also |if |(?:{T}|{S}),? )(?:paired|coupled|accompanied|"
          r"combined|used together)(?: up)? "
          r"(?:with|by)", _OVERLAPS),
    Cue(r"(?:^[\s\"'(]*|\b(?:is|are|be) ){OFTEN} (?:seen|found) with ", _OVERLAPS, subject=Subject.VERB),
    verb(r"{OFTEN} used(?: alongside)? with|(?:common|"
        r"frequent) pairing with", _OVERLAPS),
    verb(r"(?:often|frequently|sometimes|commonly|usually) accompan(?:y|ies)", _OVERLAPS),
    Cue(r"\boverlap\w* (?=(?:and|or|with sister))", _OVERLAPS),
    said_of(r"(?:and )?{V}(?:overlaps?|intersects?|coincides?|(?:goes|go|comes?) (?:" + _JOINTLY + r"|together|"
            r"along))(?: with {T}|"
        r"{STOP})", _OVERLAPS),
    back(r"(?:there(?: {A}(?:is|are|be)|'s)|expect|quite|with|chances? (?:of|are)|(?:possibility|potential|room|"
         r"scope) (?:of|for)) (?:(?!no "
          r")[\w-]+ ){0,4}(?:overlap|intersection|crossover)(?! (?:with|between) (?:an? |the )?{N})", _OVERLAPS),
    back(r"overlap {A}(?:is|are|be) {A}(?:not )?(?:possible|common|frequent|likely|uncommon|unheard of|to be "
          r"expected)", _OVERLAPS),
    back(r"(?:they|{TWO})(?: \w+){0,6}? (?:overlap|intersect|coincide|go(?: \w+)? (?:hand[ -]in[ -]hand|together))"
          r"(?! with {N})", _OVERLAPS),
    back(r"(?:they|{TWO}) {A}(?:are|be) {A}(?:paired|combined|used together|seen together|found together|"
          r"coupled)", _OVERLAPS),
    back(r"(?:they|{TWO}) {A}(?:are|be) {A}(?:confused|mistaken for each other|mixed up|unrelated|not (?:\w+ "
         r")?(?:the same|"
         r"related|equivalent|identical|interchangeable|synonymous))", _CONFUSED),
    Cue(r"\bsimilar(?: to)?,? (?:but|though|yet|and|albeit) (?=(?:should |is |are )?(?:not|never)\b)", _COMPARE),
    back(r"(?:it|they|who|which|these|but|though|although|and) (?:can and (?:does|do|often does) )?{A}(?:overlaps?|"
          r"intersects?|coincides?|go(?:es)? hand[ -]in[ -]hand)(?: with (?:{T}|each other|one another)|"
          r"{STOP})", _OVERLAPS),
    back(r"(?:that|which|who|it|they) {A}(?:leads? to|causes?|results? in|triggers?|inspires?) "
          r"{T}", _LEADS, reverse=True),
    *verbs(r"(?:lead|leads|leading)(?: \w+)? (?:to|into)", _LEADS, loose=True),
    *verbs(r"(?:results?|culminates?) in", _LEADS, loose=True),
    verb(r"(?:result|results|resulting|culminates?|culminating|escalates?|escalating|spirals?|devolves?|"
         r"degenerates?|deteriorates?|develops?|evolves?|blossoms?|descends?|"
        r""
        r"ends? up) (?:in|into)|{OFTEN} ends? in", _LEADS, loose=True),
    said_of(r"{A}(?:causes?|results? in|triggers?|inspires?|creates?|contributes? to(?: creating| the creation "
             r"of)?) {T}",
             _LEADS, reverse=True),
    verb(
        _NOT_NOUN + r"(?:cause|causes|causing|provokes?|triggers?|creates?|induces?|prompts?|gives? "
                r"rise to|"
        r"paves the way for|sets up|sets? the stage for|lays? the (?:groundwork|foundation)s? for|opens? the "
        r"door (?:to|for)|makes? for|sparks?|brings? about|contributes? to(?: (?:creating|the creation of))?|"
        r"produces?|inspires?)",
        _LEADS,
    ),
    verb(
        r"(?:can|may|might|could|often|usually|sometimes|probably|frequently|commonly)(?: also)?(?: be)? (?:a|the|"
        r"one) (?:\w+ )?"
        r"(?:factor|reason|cause|source) (?:in|for|behind|of|that|why)",
        _LEADS,
    ),
    Cue(r"\b(?:lead-?(?:in|up)|prelude|precursor|predecessor|gateway|first step|stepping stone) (?:to|towards?) "
        r"", _LEADS,
        subject=Subject.NOUN),
    Cue(r"(?P<l>{N})(?:,| \() ?(?:the|a) (?:lead-?(?:in|up)|cause|prelude)(?: \w+)? (?:to|"
        r"of) {T}", _LEADS, Place.BEFORE, reverse=True),
    Cue(r"\b(?:the|one|an?|another|other|its)(?: \w+){0,2} (?:results?|consequences?|outcomes?|"
        r"side[ -]effects?)(?: of {T})? "
        r"{A}(?:is|are|be|includes?) ", _LEADS, distance=4),
    verb(
        r"(?:the|an?|another|one|is|be|are|often|frequently|usually|sometimes)(?: \w+)? (?:results?|(?:side[ "
        r"-])?effects?|"
        r"consequences?|products?|by-?products?|outgrowths?|symptoms?|fault|upshot) of"
        r"(?: the fact that)?",
        _LEADS,
        reverse=True,
    ),
    verb(
        r"(?:caused|precipitated|triggered|brought about|brought on|prompted|induced|provoked) by",
        _LEADS,
        reverse=True,
        loose=True,
    ),
    *verbs(r"(?:stems?|stemming|results?|resulting|arises?|arising) from|rooted in|(?:is|are|be|{OFTEN}) born "
            r"(?:out )?(?:of|from)", _LEADS, reverse=True),
    verb(r"(?:happens?|occurs?|comes about) because(?: of)?", _LEADS, reverse=True),
    said_of(r"{A}(?:is|are|be) {A}(?:an?|the|one|another) (?:\w+ )?(?:cause|culprit|source|trigger|catalyst)(?: "
            r"(?:of|for|"
            r"behind) {T}|{END})", _LEADS, reverse=True),
    said_of(r"{A}(?:is|are|be) {A}(?:to blame|responsible|at fault)(?: for {T}|(?! "
            r"for\b){END})", _LEADS, reverse=True),
    said_of(r"{A}{BE} {A}(?:an?|the) (?:\w+ )?(?:set-?up|prelude|lead-?in|lead-?up|gateway|precursor|predecessor) "
            r"(?:to|for|into) "
            r"{T}", _LEADS,
            reverse=True),
    said_of(r"{A}{BE} {A}(?:the|a|an|another|one) (?:\w+ )?(?:results?|consequence|outcome|side[ -]?effect|"
            r"by-?product|"
            r"symptom|outgrowth)(?: of {T}|{END})", _LEADS),
    said_of(r"{A}(?:results?|ensues?)(?= ?(?:$|[.,;!?)]|if\b|when\b))", _LEADS),
    Cue(r"^[\s\"'(]*(?:(?:{T}|{S}) {V}|(?:often|usually|mostly|generally|sometimes|frequently|commonly|typically|"
        r"probably) )"
        r"(?:mostly |mainly |partly |largely |primarily )?(?:due|thanks|owing|attributable) to ",
        _LEADS, reverse=True),
    verb(r"(?:is|are|be|often|usually|sometimes)(?: \w+)? (?:an?|the) (?:\w+ )?(?:source|cause|trigger|catalyst|"
          r"recipe|"
          r"breeding ground|launching pad|setup) (?:of|for|behind)", _LEADS),
    Cue(r"^[\s\"'(]*(?:(?:{T}|{S}) {V})?(?:(?:also|and|or) )?{A}(?:an?|the|one|another)(?: \w+){0,2} (?:source|"
        r"cause|trigger|"
        r"catalyst|recipe|reason|breeding ground|set-?up) (?:of|for|behind) (?!{T} )", _LEADS),
    verb(r"(?:snowballs?|spirals out of control) into", _LEADS),
    *verbs(r"involve|involves|involving|include|includes", _INVOLVES),
    verb(
        r"{HABIT} (?:feature|features|use|uses|employ|employs|utilizes?)",
        _INVOLVES,
    ),
    verb(
        r"{HABIT} (?:contains?|incorporates?|makes? (?:\w+ )?use of|comes? with|calls? for|relies on|rely on)",
        _INVOLVES,
    ),
    verb(r"{HABIT} (?:be )?(?:represented|depicted|shown|portrayed|conveyed) "
         r"(?:with|through|by|via|using)(?: (?:means|the (?:use|help|aid)) of)?", _INVOLVES),
    Cue(r"\b(?:some|many|most|other|several|certain) (?:works?|writers|authors|stories|series|shows|creators|"
        r"versions|portrayals|"
        r"depictions) {A}(?:invokes?|includes?|involves?|uses?|employs?|features?|adds?) (?=(?:an? |the "
        r")?{N})", _INVOLVES),
    said_of(r"{A}(?:is|are) (?:[^,.;:\ue000]{1,40} )?(?:used|employed|invoked|needed|required) (?:to (?:depict|"
            r"portray|convey|show|"
            r"represent|achieve|express|illustrate|create|accomplish|produce|simulate)) {T}", _INVOLVES),
    Cue(r"(?:^[\s\"'(]*|\b(?:can|also|then|and|so|should|might) )expect to (?:see|find|hear|encounter|"
        r"meet) ", _INVOLVES, core="expect"),
    verb(r"(?:come|comes) (?:complete |equipped |packaged )with", _INVOLVES),
    Cue(r"\b(?:typical|common|frequent|standard|usual|stock|recurring|classic) (?:props?|elements?|features?|"
        r"traits?|trappings|"
        r"ingredients?|accessor(?:y|ies)|tools?|characteristics|staples?)(?: (?:of|for|in)(?: {T}|(?: "
        r"[\w-]+){1,4}?))? "
        r"{A}(?:is|are|be|includes?)(?::|,)? ", _INVOLVES),
    verb(r"(?:may|might|can|often|will)(?: also)? engage in", _INVOLVES),
    Cue(
        rf"\bexpect (?:(?!{NAME})[^.,;]){{0,40}}?(?:a lot of|lots of|plenty of|liberal use of|heavy use of|tons of|"
        r"(?:this|the|these|such) \w+ to use) ",
        _INVOLVES,
    ),
    said_of(r"{A}(?:features?|uses?) {T}(?! (?:to|as|for|against)\b)", _INVOLVES, reverse=True),
    Cue(r"(?:^|[,;(]\s*)(?:(?:and|but|though|in which) )?{A}(?:an? |the |some )?(?P<l>{L}) {A}(?:is|are|be|"
        r"gets?) {A}involved{STOP}",
        _INVOLVES, Place.BEFORE),
    said_of(r"{A}(?:is|are) (?:an?|the) (?:typical|common|frequent|standard|usual) (?:prop|accessory|feature|trait|"
        r"element)", _INVOLVES),
)  # fmt: skip

CUES: tuple[Cue, ...] = (*_PHRASES, *noun_cues(NOUNS))
"""Every cue."""

_NO_WORD = re.compile(r"\{\w+\}|\\[a-z]|[a-z]\?")
_COMMON = frozenset(
    "this that these them which who with into from for the and but are is be being it of to on in as by an my its "
    "his her their one some more other often may might can could will would another has have such than trope tropes "
    "concept idea theme page most sometimes usually frequently commonly probably common also or not all any at been "
    "up if re es ed ing you like un no action".split()
)


def triggers(cue: Cue) -> frozenset[str]:
    """Words of the cue, one of which stands in everything that it matches: a quick test before the pattern."""
    words = frozenset(re.findall(r"[a-z]{2,}", _NO_WORD.sub(" ", cue.core or cue.pattern)))
    telling = words - _COMMON
    return frozenset(w for w in telling if not any(o != w and o in w for o in telling))


COMPILED: tuple[tuple[Cue, frozenset[str], re.Pattern[str]], ...] = tuple(
    (cue, triggers(cue), compiled(cue.pattern)) for cue in CUES
)
"""Every cue with its triggers and its compiled pattern."""

TRIGGERS = frozenset[str]().union(*(words for _, words, _ in COMPILED))
"""Every trigger of every cue."""

COMPILED_BACK = tuple(c for c in COMPILED if c[0].place is Place.BACK)
"""Those that point back, even to the sentence before."""
