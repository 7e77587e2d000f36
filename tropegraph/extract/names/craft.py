"""Words of the craft: names that are never targets, and words that say that a name is none."""

META_LABELS = frozenset(
    "subtrope supertrope sistertrope cousintrope siblingtrope invertedtrope subvertedtrope averted avertedtrope "
    "inversetrope oppositetrope evilcounterpart distaffcounterpart spearcounterpart "
    "  tropenamer trope tropes thistrope "
    " subtropes supertropes sistertropes relatedtropes playingwithatrope "
    "doublesubversion subversion inversion aversion playedforlaughs playedfordrama playedstraight playingwith "
    "downplayedtrope exaggeratedtrope zigzaggedtrope genderinvertedtrope justifiedtrope inuniverse "
    "real reallife truthintelevision tropecodifier tropemaker urexample omnipresenttrope discreditedtrope "
    "deadhorsetrope forgottentrope "
    "undeadhorsetrope foundinrealife olderthandirt olderthanprint olderthanradio olderthantelevision "
    "olderthanthenes olderthanfeudalism olderthansteam olderthantheythink newerthantheythink "
    "theotherwiki thatotherwiki "
    "wikipedia wikipediathefreeencyclopedia acceptabletargets foil leadin super sister sub spear distaff see inverse "
    "opposite counterpart contrast compare variant variation equivalent tropesaretools "
    "examplesasathesis exampleasathesis analysispage discussionpage trivia headscratchers funnypage ymmv ymmvpage "
    "canonicallistofsubtletropedistinctions ithoughtitmeant ithoughtthatwas nottobeconfusedwith".split()
)
"""Squash keys of links and names that are words of the craft, never targets."""

NOT_TROPE_BEFORE = frozenset(
    "formerly film movie films movies series album song game band episode show novel book website comic manga "
    "anime actor actress musician singer called named titled entitled author writer company city country "
    "web-site".split()
)
"""Words that say that the name after them is no trope."""

NOT_TROPE_AFTER = frozenset(
    "film movie series album song game band episode show novel book website comic manga anime song's section "
    "films movies albums novels episodes folder "
    "below example examples franchise soundtrack".split()
)
"""Words that say that the name before them is no trope."""

ADJECTIVE_ENDING = r"-(?:like|style|esque|type|based|themed|inspired|ish)"
"""What makes an adjective of the name before it."""

PROPER_NOUNS = frozenset(
    "god satan heaven hell earth hollywood disney christmas halloween easter thanksgiving japan japanese america "
    "american britain british england english france french germany german china chinese russia russian europe "
    "european western eastern asian african australia australian canada canadian internet victorian gothic "
    "bible".split()
)
"""Words that any text spells with a capital, tropes of that name or not."""
