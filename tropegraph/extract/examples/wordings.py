"""The one home of the modifiers' wordings, and of the wiki's pages for them.

Fragments of regular expressions, in lower case. The everyday sense of a word differs with its shape, hence one column a
shape; `extract.modifiers` says when each counts.
"""

from dataclasses import dataclass

from tropegraph.model.vocabulary import Modifier

_M = Modifier
_IT = r"(?:this|it|that|the trope|this trope|everything)"


@dataclass(frozen=True, slots=True)
class Wording:
    """Words of one modifier.

    Args:
        modifier: What they say.
        participles: "averted": count where they lead a clause or follow "this is".
        verbs: "averts": count where they govern "this" or "the trope".
        nouns: "aversion": count where they lead a clause or "of this" follows.
        phrases: Count wherever they stand.
        pages: Squash keys of the wiki's pages for it.
        jargon: The participles have hardly another sense on a trope wiki: "is averted" counts after any subject.
    """

    modifier: Modifier
    participles: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    jargon: bool = False


def _regular(
    modifier: Modifier,
    stem: str,
    *nouns: str,
    phrases: tuple[str, ...] = (),
    pages: tuple[str, ...] = (),
    jargon: bool = False,
) -> Wording:
    """Wording of a regular verb: "invoke" gives "invoked", "invokes", "invoking"."""
    base = stem.removesuffix("e")
    past, other = f"{base}ed", (f"{stem}s?", f"{base}ing")
    return Wording(modifier, (past,), (*other, past), nouns, phrases, (*pages, past, f"{past}trope"), jargon)


_TWICE = r"(?:doubl[ey]|triple|quadruple)[ -]?"
WORDINGS: tuple[Wording, ...] = (
    Wording(
        _M.STRAIGHT,
        phrases=(
            rf"play(?:s|ed|ing)? (?:{_IT} )?(?:\w+ ){{0,2}}straight(?:er)?",
            r"a (?:\w+ )?straight(?:er)? (?:example|use|case)",
        ),
        pages=("playedstraight", "playingitstraight", "playitstraight"),
    ),
    _regular(_M.AVERTED, "avert", "aversions?", pages=("aversion",), jargon=True),
    _regular(_M.SUBVERTED, "subvert", "subversions?", pages=("subversion",), jargon=True),
    Wording(
        _M.DOUBLE_SUBVERTED,
        participles=(rf"{_TWICE}subverted",),
        verbs=(rf"{_TWICE}subvert(?:s|ed|ing)?",),
        nouns=(rf"{_TWICE}subversions?",),
        pages=("doublesubversion", "doublesubvertedtrope", "doublesubverted"),
        jargon=True,
    ),
    _regular(_M.INVERTED, "invert", "inversions?", "inverse", pages=("inversion",), phrases=("reverse examples?",)),
    _regular(_M.DECONSTRUCTED, "deconstruct", "deconstructions?", pages=("deconstruction",), jargon=True),
    _regular(_M.RECONSTRUCTED, "reconstruct", "reconstructions?", pages=("reconstruction",), jargon=True),
    Wording(
        _M.PARODIED,
        participles=("parodied", "spoofed", "satiri[sz]ed"),
        verbs=("parod(?:y|ies|ied|ying)", "spoof(?:s|ed|ing)?", "satiri[sz](?:es?|ed|ing)"),
        nouns=("parody", "parodies", "spoof"),
        pages=("parodied", "parodiedtrope", "affectionateparody"),
    ),
    Wording(
        _M.LAMPSHADED,
        participles=("lampshaded",),
        verbs=("lampshad(?:es?|ed|ing)", r"(?:hangs?|hung|hanging) a (?:\w+ )?lampshade"),
        nouns=("lampshad(?:e|ing)",),
        phrases=(r"lampshade[- ]hang(?:ing|s)?", r"hangs? a (?:\w+ )?lampshade on (?:this|it)\b"),
        pages=("lampshadehanging", "lampshaded", "lampshade", "lampshadedtrope"),
        jargon=True,
    ),
    Wording(
        _M.IMPLIED,
        participles=("implied",),
        verbs=("impl(?:y|ies|ied|ying)",),
        pages=("impliedtrope", "implied"),
    ),
    _regular(_M.INVOKED, "invoke", "invocation"),
    Wording(
        _M.DEFIED,
        participles=("defied",),
        verbs=("def(?:y|ies|ied|ying)",),
        pages=("defiedtrope", "defied"),
    ),
    _regular(_M.DISCUSSED, "discuss"),
    _regular(_M.CONVERSED, "converse", pages=("conversationaltroping",)),
    _regular(_M.EXPLOITED, "exploit"),
    _regular(_M.ENFORCED, "enforce"),
    Wording(
        _M.JUSTIFIED,
        participles=("justified", "justifiable"),
        verbs=("justif(?:y|ies|ied|ying)",),
        nouns=("justification",),
        pages=("justifiedtrope", "justified"),
    ),
    Wording(
        _M.ZIGZAGGED,
        participles=("zig[- ]?zagged",),
        verbs=("zig[- ]?zag(?:s|ged|ging)?",),
        pages=("zigzaggingtrope", "zigzaggedtrope", "zigzagged"),
        jargon=True,
    ),
    _regular(_M.EXAGGERATED, "exaggerate", "exaggeration"),
    Wording(
        _M.DOWNPLAYED,
        participles=("downplayed", "played down"),
        verbs=("downplay(?:s|ed|ing)?",),
        pages=("downplayedtrope", "downplayed"),
        jargon=True,
    ),
    Wording(
        _M.PLAYED_FOR_LAUGHS,
        phrases=(
            rf"play(?:s|ed|ing)? (?:{_IT} )?(?:\w+ ){{0,2}}for (?:\w+ )?(?:laughs|comedy)",
            r"\(for laughs\)",
        ),
        pages=("playedforlaughs",),
    ),
    Wording(
        _M.PLAYED_FOR_DRAMA,
        phrases=(rf"play(?:s|ed|ing)? (?:{_IT} )?(?:\w+ ){{0,2}}for (?:\w+ )?drama",),
        pages=("playedfordrama",),
    ),
    Wording(
        _M.PLAYED_WITH,
        participles=("played (?:around )?with", "toyed with"),
        verbs=(r"(?:play|toy)(?:s|ed|ing)? (?:around )?with",),
        pages=("playingwithatrope", "playingwith", "playedwith"),
    ),
    Wording(
        _M.GENDER_INVERTED,
        participles=("gender[- ]?(?:inverted|flipped|swapped|reversed)",),
        nouns=("gender[- ]?(?:inverted|flipped|swapped|reversed) (?:example|version)", "gender[- ]?inversion"),
        pages=("genderinvertedtrope", "genderinverted"),
    ),
    Wording(
        _M.LOGICAL_EXTREME,
        phrases=(r"to (?:its|the|their) logical (?:extreme|conclusion)",),
        pages=("logicalextreme",),
    ),
)
"""Every wording; where two fit the same words, the longer counts."""

PARTICIPLES = (*(words for wording in WORDINGS for words in wording.participles), "played straight")
"""How a trope is said to be played, where a clause begins with it or "in" a work follows."""
