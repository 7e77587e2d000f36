"""The words by which the list of names after a cue goes on, is explained, or ends."""

JOIN = frozenset({",", ";", "/", "&", "+", "|", "and", "or", "plus", "nor"})
"""What stands between the items of a list."""

ANDS = frozenset(
    {("as", "well", "as"), ("not", "to", "mention"), ("in", "addition", "to"), ("along", "with"), ("together", "with")}
)
"""Several words for one "and"."""

DASHES = frozenset("—–-")
ARTICLES = ("a", "an")
"""Articles before an item; after "the" the same trope may be meant again."""

FINITE = frozenset("is are was were can may might will would could should does must tends tend often usually".split())
"""Verbs that begin what is said of the name before them."""

VERBS = frozenset(
    "is are was were can may might will would could should does do has have had tends tend often usually isn't "
    "aren't doesn't don't can't comes takes makes applies happens covers involves refers gets goes plays overlaps "
    "contrasts".split()
)
"""Verbs that begin what else is said of the list's subject: "and overlaps with ..."."""

OPENERS = frozenset(
    "who who's which that when where whereas because since if while is are was were be in of for with by to from on at "
    "about after before until though although whose than can may might will does do has have had it this he she "
    "they there wherein whereby whenever wherever whilst once what how why i'm it's that's he's she's they're not "
    "unless without despite include includes".split()
)
"""Words that begin an explanation, so that what follows is no item."""

LOOSE_OPENERS = frozenset(
    "unless who which that when where because since if while is are was were though although but whose as how".split()
)
"""The same after a loose cue, before whose items verbs and prepositions may stand."""

NO_OPENERS = frozenset({("that", "other"), ("at", "least")})
"""Openers that with their next word open nothing: "that other trope A", "with at least A"."""

SAME_OPENERS = frozenset({"for", "when", "where", "which", "who", "if"})
"""Openers by which the explanations of several items correspond: "A for one, B for another"."""

RELATIVE = frozenset({"that", "who", "which", "when", "where"})
"""Words after which "such as" no longer opens the cue's list."""

LIKE = frozenset({"like", "including"})
"""Words that open a list as "such as" does."""

QUALIFIERS = frozenset("but and or though although yet if".split())
"""Words that begin what qualifies the cue itself: "similar to, but not derived from, A"."""

BEFORE_OF = frozenset(
    "variants variant form forms kind kinds type types sort sorts version versions variety varieties lots bit "
    "instances cases moments dose amount deal number pair series array level degree touch element elements mix use "
    "host plenty amounts hints shades shows heaps loads tons numbers concept idea notion phenomenon "
    "trope tropes variations examples uses aspects".split()
)
"""Nouns whose "of" leads on to the item: "a form of A"."""

TROPE_WORDS = frozenset("trope tropes scenario situation concept phenomenon condition idea plot device".split())
"""Nouns after which "called" names a trope after all."""

ASIDES = frozenset({("of", "course"), ("for", "example"), ("for", "instance"), ("in", "particular")})
"""Asides within a list that say nothing."""

OPEN_ASIDE = frozenset({",", "in", "more", "less", "at"})
"""What opens an aside between "and" and the next item: "and, to a lesser degree, B"."""

OWNERS = frozenset("its his her their".split())
"""Words that make what stands in parentheses no further item."""
