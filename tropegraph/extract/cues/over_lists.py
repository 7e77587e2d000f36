"""The lines that are cues for the list under them: "Subtropes:", "Sister Trope to:"; and how its items name tropes."""

import re
from dataclasses import dataclass

from tropegraph.extract.cues.patterns import compiled
from tropegraph.model.vocabulary import RelationType as R


@dataclass(frozen=True, slots=True)
class LineCue:
    """A line that states what the list under it holds.

    Args:
        pattern: Regular expression over the line, in lower case, without its colon.
        types: What each item is to T, as in `Cue`.
        reverse: As in `Cue`.
        not_heading: It counts as a line of the text only, not as a heading.
    """

    pattern: str
    types: tuple[R, ...]
    reverse: bool = False
    not_heading: bool = False

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, compiled (and cached by `re`)."""
        return re.compile(self.pattern)


_LINE_END = (
    r"(?: (?:of|to|for)(?: this(?: trope)?| the following(?: tropes)?)?)?(?: (?:include|are|of its own|"
    r"of this trope))?$"
)
LINES: tuple[LineCue, ...] = (
    LineCue(r"(?:super|parent)[ -]?tropes?(?: (?:to|of|for)| which includes)(?: the following(?: tropes)?)?$|"
        r"trope,? which includes$",
            (R.SUBTROPE_OF,), reverse=True),
    LineCue(r"sub[ -]?(?:tropes|indexes|categories|genres|types)(?: of (?:this(?: trope)?|its own))?(?: (?:include|"
        r"are))?$",
            (R.SUBTROPE_OF,), reverse=True),
    LineCue(r"\bsub[ -]?trope (?:of|to)(?: the following(?: tropes)?)?$|^super[ -]?tropes$", (R.SUBTROPE_OF,)),
    LineCue(r"(?:sister|sibling)[ -]tropes?" + _LINE_END, (R.SISTER_TROPE,)),
    LineCue(r"compare (?:and|or) contrast(?: with)?$|compare/contrast$", (R.COMPARE_WITH, R.CONTRAST_WITH)),
    LineCue(r"\bcompare(?: (?:with|to))?$", (R.COMPARE_WITH,)),
    LineCue(r"\bcontrast(?: with)?$", (R.CONTRAST_WITH,)),
    LineCue(r"\bsee also(?: the following)?$", (R.SEE_ALSO,)),
    LineCue(r"^(?:other |some |closely )?related tropes(?: (?:include|are))?$", (R.SEE_ALSO,), not_heading=True),
    LineCue(r"not to be confused with(?: the following)?$", (R.NOT_TO_BE_CONFUSED_WITH,)),
    LineCue(r"\b(?:overlaps?|hand[ -]in[ -]hand|coincides?|combined|paired)(?: well)? with$", (R.OVERLAPS_WITH,)),
    LineCue(r"\b(?:common |other )?(?:variants|variations|forms)(?: of this(?: trope)?)?(?: (?:include|"
        r"are))$", (R.VARIANT_OF,), reverse=True),
)  # fmt: skip
"""Lines that are cues for the list under them. A heading "Related tropes" states nothing."""

VERDICT = re.compile(
    r"(?m)^.*\b(?:(?:it|that|this|he|she)(?:'s| is)|(?:they|you)(?:'re| are)|"
    r"is (?:likely|probably)|likely to be|is|are)"
    r"(?: (?:most |more |very )?(?:also|likely|probably|often))*\b(?=[^.]*\ue000)"
)
"""What stands before the trope that an item arrives at: "If ..., it's X"."""

ONLY_NAME = compiled(r"[\s\"']*(?:the |an? )?{N}[\s\"'.,;!?]*")
"""A line that is a trope's name and nothing else."""
