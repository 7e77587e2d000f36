"""What a trope holds or makes use of: the cues of INVOLVES."""

from tropegraph.extract.cues.forms import Cue, Place, said_of, verb, verbs
from tropegraph.extract.cues.patterns import NAME
from tropegraph.model.vocabulary import RelationType as R

_INVOLVES = (R.INVOLVES,)
_HELD = r"(?:used|employed|utili[sz]ed|invoked|featured|involved|included|incorporated|thrown in|brought in|deployed)"
"""What is done to a trope that another one holds."""

_SHOW = (
    r"(?:depict|portray|convey|show|represent|achieve|express|illustrate|create|accomplish|produce|simulate|"
    r"emphasi[sz]e|reveal|demonstrate|indicate|signal|highlight|underline|suggest|imply|justify|explain)"
)
"""What a trope is used for."""

CONTENTS: tuple[Cue, ...] = (
    *verbs(r"involve|involves|include|includes", _INVOLVES),
    Cue(r"(?:, |^[\s\"'(]*|(?:{T}|{S}) |{OFTEN} |always )involving ", _INVOLVES),
    verb(r"{HABIT} (?:feature|features|use|uses|employ|employs|utilizes?)", _INVOLVES),
    verb(r"{HABIT} (?:contains?|incorporates?|makes? (?:\w+ )?use of|comes? with|calls? for|relies on|rely on)",
        _INVOLVES),
    verb(r"{HABIT} (?:be )?(?:represented|depicted|shown|portrayed|conveyed) (?:(?:with|through|by|via|using)(?: "
        r"(?:means|the (?:use|help|aid)) of)?|in the (?:form|shape|guise) of)", _INVOLVES),
    Cue(r"\b(?:some|many|most|other|several|certain) (?:works?|writers|authors|stories|series|shows|creators|"
        r"versions|portrayals|depictions) {A}(?:invokes?|includes?|involves?|uses?|employs?|features?|adds?) "
        r"(?=(?:an? |the )?{N})", _INVOLVES),
    said_of(r"{A}(?:is|are) (?:[^,.;:\ue000]{1,40} )?(?:used|employed|invoked|needed|required) (?:to (?:depict|"
        r"portray|convey|show|represent|achieve|express|illustrate|create|accomplish|produce|simulate)) {T}",
        _INVOLVES),
    Cue(r"(?:^[\s\"'(]*|\b(?:can|also|then|and|so|should|might) )expect to (?:see|find|hear|encounter|meet) ",
        _INVOLVES, core="expect"),
    verb(r"(?:come|comes) (?:complete |equipped |packaged )with", _INVOLVES),
    verb(r"{HABIT} (?:be |is |are )?(?:equipped|outfitted|fitted|furnished|adorned|decorated|stocked|staffed|"
        r"populated|peppered|filled|loaded) with", _INVOLVES),
    Cue(r"\b(?:typical|common|frequent|standard|usual|stock|recurring|classic) (?:props?|elements?|features?|"
        r"traits?|trappings|ingredients?|accessor(?:y|ies)|tools?|characteristics|staples?)(?: (?:of|for|in)(?: "
        r"{T}|(?: [\w-]+){1,4}?))? {A}(?:is|are|be|includes?)(?::|,)? ", _INVOLVES),
    verb(r"(?:may|might|can|often|will)(?: also)? engage in", _INVOLVES),
    Cue(rf"\bexpect (?:(?!{NAME})[^.,;]){{0,40}}?(?:a lot of|lots of|plenty of|liberal use of|heavy use of|tons of|"
        r"(?:this|the|these|such) \w+ to use) ", _INVOLVES),
    Cue(r"(?:^|[,;(]\s*)(?:(?:and|but|though|in which) )?{A}(?:an? |the |some )?(?P<l>{L}) {A}(?:is|are|be|gets?) "
        r"{A}involved{STOP}", _INVOLVES, Place.BEFORE),
    said_of(r"{A}(?:is|are|be) {A}" + _HELD + r" (?:in|by|within) (?:(?:such|these|those|many|most) \w+|{T}{STOP})",
        _INVOLVES),
    said_of(r"{A}(?:is|are) {A}" + _HELD + r" (?:in (?:some|one|any) \w+|(?:either )?to " + _SHOW + r"\b)", _INVOLVES),
    said_of(r"(?:{OFTEN} (?:is|are)|(?:is|are|be) {OFTEN}) " + _HELD + r" to\b", _INVOLVES),
    said_of(r"{A}(?:comes?|enters?|brought) into (?:play|the (?:picture|equation|mix))", _INVOLVES),
    said_of(r"{A}(?:is|are|be|plays?) {A}(?:an? )?(?:\w+ )?(?:components?|ingredients?|elements?|parts?|staples?|"
        r"features?)(?: (?:of|in) {T}|{END})", _INVOLVES),
    said_of(r"{HABIT} (?:shows?|pops?|crops?|turns?) up(?: in| on| during| here| as well|{STOP})", _INVOLVES),
    Cue(r"\bthere (?:may|might|can|will|could) {A}be (?=(?:an? |some |the )?{N}(?: \w+)? involved)", _INVOLVES),
    Cue(r"(?:^[\s\"'(]*|[;—–] ?)(?:many|most|some|several|others|certain|these)(?: (?!of )[\w-]+){0,3} {A}"
        r"(?:uses?|employs?|features?|involves?|includes?|contains?|incorporates?|utili[sz]es?) "
        r"(?:an? \w+ moment of )?(?=(?:an? |the )?{N})", _INVOLVES),
    Cue(r"(?:^[\s\"'(]*|, )(?:{OFTEN} there(?:'s| is| are)|there(?:'ll|'s| will| is| are) {OFTEN}(?: be)?) "
        r"(?:at least )?(?:(?:an? |some |the |a lot of |plenty of |(?:element|hint|sign)s? of )(?:\w+ (?:of|or) )?)?"
        r"(?={N})",
        _INVOLVES, core="there"),
    said_of(r"{HABIT} (?:features?|uses?|employs?|utili[sz]es?) (?:this(?: trope)?|{S})(?! (?:to|as|for|"
        r"against)\b)", _INVOLVES, reverse=True),
    said_of(r"(?:\w+ )?(?:is|are|be) used (?:instead|in its place){STOP}", _INVOLVES),
    said_of(r"{A}(?:plays?|have|has) (?:an? )?(?:\w+ )?(?:role|part) in (?:{T}|the (?:\w+ )?(?:type|trope|plot))",
        _INVOLVES),
    said_of(r"{A}(?:is|are) (?:an?|the) (?:typical|common|frequent|standard|usual) (?:prop|accessory|feature|trait|"
        r"element)", _INVOLVES),
)  # fmt: skip
