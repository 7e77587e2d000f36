"""Kinds of problem: the one home of their names, their weight and what they mean."""

from dataclasses import dataclass
from enum import StrEnum

from tropegraph.errors import InputError


class Severity(StrEnum):
    """How much a problem says: both cannot be true, one may well be wrong, or it is good to know."""

    CONTRADICTION = "contradiction"
    DOUBT = "doubt"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem.

    Args:
        severity: How much it says.
        meaning: Half a sentence: what is so.
        listed: Whether its cases are shown without being asked for; kinds of which a sound graph has thousands are
            counted only.
    """

    severity: Severity
    meaning: str
    listed: bool = True


KINDS: dict[str, Kind] = {
    "self-loop": Kind(Severity.CONTRADICTION, "an edge joins a node to itself"),
    "subtrope-both-ways": Kind(Severity.CONTRADICTION, "each of two tropes is called a subtrope of the other"),
    "subtrope-cycle": Kind(Severity.CONTRADICTION, "subtropes of subtropes lead back to where they start"),
    "subtrope-inverse": Kind(Severity.CONTRADICTION, "a trope is called both subtrope and inverse of another"),
    "subtrope-sister": Kind(Severity.CONTRADICTION, "a trope is called both subtrope and sister of another"),
    "subtrope-variant": Kind(Severity.DOUBT, "a trope is called a subtrope of another that is called its variant"),
    "variant-both-ways": Kind(Severity.DOUBT, "each of two tropes is called a variant of the other"),
    "variant-inverse": Kind(Severity.DOUBT, "a trope is called both variant and inverse of another"),
    "common-word": Kind(
        Severity.DOUBT, "a word that pages mostly write small was read as a name in text without links"
    ),
    "hub": Kind(Severity.DOUBT, "a node is named far more often than others of its kind"),
    "modifier-clash": Kind(Severity.NOTE, "an example has modifiers that exclude each other"),
    "leads-both-ways": Kind(Severity.NOTE, "each of two tropes is said to lead to the other"),
    "confused-kin": Kind(Severity.NOTE, "a trope is not to be confused with its own subtrope or variant"),
    "unknown-kind": Kind(Severity.NOTE, "neither a page nor the namespace says what a node is"),
    "unknown-medium": Kind(Severity.NOTE, "a work's medium is not known", listed=False),
    "one-sided": Kind(Severity.NOTE, "of two pages that were read, one states what holds both ways", listed=False),
    "one-sided-example": Kind(
        Severity.NOTE, "of a work's and a trope's page, both read, one lists the example", listed=False
    ),
    "no-page": Kind(Severity.NOTE, "a trope is named, but its page was not read", listed=False),
}
"""Every kind of problem, the gravest first. docs/checks.md says what to do about each; a test compares."""


def kinds_of(kind: str | None) -> tuple[str, ...]:
    """One kind, or all of them.

    Raises:
        InputError: There is no such kind.
    """
    if kind is not None and kind not in KINDS:
        raise InputError(f"{kind!r} is no kind of problem.", f"Kinds are {', '.join(KINDS)}.")
    return tuple(KINDS) if kind is None else (kind,)
