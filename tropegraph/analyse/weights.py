"""How much an edge counts by its type, where types are weighted."""

from tropegraph.model.vocabulary import RelationType

WEIGHTS: dict[str, float] = {
    RelationType.SUBTROPE_OF: 3.0,
    RelationType.VARIANT_OF: 3.0,
    RelationType.COUNTERPART_OF: 2.0,
    RelationType.INVERSE_OF: 2.0,
    RelationType.SISTER_TROPE: 2.0,
    RelationType.LEADS_TO: 1.5,
    RelationType.INVOLVES: 1.5,
    RelationType.OVERLAPS_WITH: 1.0,
    RelationType.CONTRAST_WITH: 1.0,
    RelationType.COMPARE_WITH: 1.0,
    RelationType.SEE_ALSO: 1.0,
    RelationType.NOT_TO_BE_CONFUSED_WITH: 0.5,
    RelationType.EXAMPLE_OF: 1.0,
    RelationType.IN_INDEX: 0.5,
    RelationType.MENTIONS: 0.25,
}
"""What a trope is counts more than what it is compared with; a warning against a mix-up, a list or a bare link counts
least. A choice of ours, which no source prescribes: with all weights 1, see what it changes."""
