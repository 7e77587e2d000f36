"""Lines of a wiki's furniture that end up in saved text: one declarative table.

Every rule is about a kind of page furniture, in any wiki that has it, and never about one page. A rule sees one line
(or paragraph) without markup and with its white space folded.
"""

import re

_RULES = (
    # Folder and spoiler switches, edit links, tables of contents.
    r"open/close all folders",
    r"(?:show|hide) (?:all )?spoilers",
    r"\[?(?:edit|edit source|view source|hide|show)\]?",
    r"(?:jump|skip) to (?:navigation|search|content|main content).*",
    # Menus and buttons around an article.
    r"go ?to",
    r"main (?:menu|page)|personal tools|log (?:in|out)|create account",
    r"recent changes|random (?:page|article|trope|media)",
    r"what links here|related changes|special pages|printable version|permanent link|page information|cite this page",
    r"move to sidebar.*|toggle the table of contents.*",
    # Advertisements and what stands in for them.
    r"advertisement:?",
    r"read more",
    r"sign (?:in|up) to edit",
    # Licences and footers.
    r"from (?:tropedia|all the tropes|tv ?tropes)\b.{0,60}",
    r"community content is available under .*",
    r"(?:text|content) is available under .*",
    r"(?:this page was )?last (?:edited|modified|updated) (?:on|by|at)\b.*",
    r"retrieved from .*",
    r"categories\s*:?",
    r"categor(?:y|ies)\s*:\s.*",
    # Notices to editors.
    r"image (?:kept|selected|pulled|removed|changed)\b.*\bthread\b.*",
    r"please do not (?:change|remove|replace) (?:this|the) image\b.*",
    # House rules that a wiki shows above every article.
    r"all images must now have proper attribution.*",
)
_HOUSE_RULES = {
    "expect our site policy": "",
    "expects our site policy": "",
    "manual of style to be followed": "",
    "preloadable templates": "",
    "troper tools": "trope workshop",
    "our policies can be reviewed here": "",
}
"""Words of the house rules that a wiki shows above every article, and what else stands in the same paragraph."""

_NOISE = re.compile("|".join(f"(?:{rule})" for rule in _RULES), re.IGNORECASE | re.DOTALL)

_TABS = (
    "analysis|awesome|characters?|create ?new|discussion|edit ?page|fan ?works?|fanfic ?recs|fridge|funny|haiku|"
    "headscratchers|heartwarming|history|image ?links?|image ?source|laconic|literature|main|memes?|more|narm|"
    "nightmare ?fuel|playing ?with|quotes?|recap|references?|related|shout ?outs?|sugar ?wiki|synopsis|tear ?jerker|"
    "timeline|to ?do|trivia|useful ?notes|video ?examples|wmg|wild mass guess(?:ing)?|ymmv"
)
_ICONS = r"wiked|fancyquotes|bug-?silk|icons?-?mini-?icon|extension|magnifier|photo|link|haiku-?wide-?icon|wide|icon"
_TAB_LINE = re.compile(rf"(?:(?>{_ICONS}|{_TABS})[\s|·•/-]*+)++", re.IGNORECASE)
_TAB = re.compile(rf"(?:{_TABS})", re.IGNORECASE)
_LONGEST = 600


def is_noise(line: str) -> bool:
    """Whether a line is a wiki's furniture rather than the article's text.

    Args:
        line: One line or paragraph, without markup.
    """
    line = folded(line[: _LONGEST + 1])
    if not line or len(line) > _LONGEST:
        return False
    return _NOISE.fullmatch(line) is not None or _is_tabs(line) or _is_house_rule(line.lower())


def folded(text: str) -> str:
    """`text` with runs of white space as single spaces, none at its ends."""
    text = text.strip()
    return text if text.isprintable() and "  " not in text else " ".join(text.split())


def is_tab(line: str) -> bool:
    """Whether a line is the name of one of a page's tabs."""
    return _TAB.fullmatch(line) is not None


def _is_house_rule(line: str) -> bool:
    return any(words in line and others in line for words, others in _HOUSE_RULES.items())


def _is_tabs(line: str) -> bool:
    """A row of a page's tabs, their icons' names run together with their labels; one tab alone may be a heading."""
    return _TAB_LINE.fullmatch(line) is not None and len(_TAB.findall(line)) > 2
