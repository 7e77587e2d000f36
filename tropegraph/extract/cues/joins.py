"""What joins a cue to names, to the next cue and to the sentence before: rules of the text around the table of cues."""

import re

from tropegraph.extract.cues.patterns import compiled

OF_LAST = re.compile(
    r"\s*\((?!(?:[\w'-]+ ){0,4}?(?:[a-z]+s|both|all) (?:of|to|on) |(?:[\w'-]+ ){0,3}counterparts\b)|,?\s+"
    r"(?:which|who)\b"
)
"""What joins a cue to the last of the names before it alone."""

SO_IS = compiled(r",? (?:and )?(?:as|so) (?:is|are|does|do|can|could|may|might|will|would) (?:the |an? )?(?P<l>{L})")
"""What joins more names to a cue that stands after its own: "A is a subtrope of this, as is B"."""

CONTINUES = compiled(
    r"^[\s\"'(—–-]*(?:(?:also|and|or|nor|as well as|plus|not to mention|possibly|perhaps|maybe)(?: also)?,? "
    r"(?:with |to |for )?(?=(?:the |an? )?{N}\s*(?:$|[.,;:(—–-]|(?:and|or|for|which|who|where|when)\b))|"
    r"(?=(?:(?:sometimes|occasionally|often|possibly|perhaps|maybe|even|or),? ){0,3}(?:the |an? )?{L}[\s.;)]*$))"
)
"""A sentence that only goes on with the list before it."""

LINK_TO_NEXT = re.compile(
    r"[\s,/&]*(?:(?:and|or|but|and/or|/|,|sometimes|may|even|can|often|also|a|an|the|possibly|is|might|does|well|"
    r"as)[\s,]*){0,6}"
)
"""What may stand between two cues that share one list: "Compare and also see A"."""

ITEM_NAME = compiled(r"[\s\"'(]*(?:the |an? )?{N}[\s\"')]*[:—–-]")
"""An item that begins with the name of what it is about: "A: the same in space"."""

FILLER = compiled(r"[\s\"'(]*(?:(?:this|it) )?{V}")
"""What may stand before a cue at the beginning of an item that is about the page's own trope."""

WITHOUT_WITH = frozenset({"compare", "contrast", "also"})
"""Last words of cues that may do without their preposition: "Compare A, and with B"."""
