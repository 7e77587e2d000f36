"""Lines of a text before any markup is looked at."""

import re

_SITE = re.compile(r"\s+[|–—-]\s+(?:tv ?tropes|all the tropes|tropedia|the .{1,40} wiki|fandom)\b.*$", re.IGNORECASE)
_LONGEST_TITLE = 300
_NUMBERED = re.compile(r"\s*(\d{1,7})[.:)|]?(?:[ \t](.*)|$)")


def normal_lines(text: str) -> str:
    """`text` with newlines as the only line ends and no byte order mark."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def without_numbers(text: str) -> str:
    """`text` less the line numbers in front of its lines, as a copied source listing has them.

    They are taken off only where every line has one and they count up by one; three lines are needed to tell.
    """
    if re.match(r"\s*\d", text) is None:
        return text
    lines = text.rstrip("\n").split("\n")
    matches = [_NUMBERED.match(line) for line in lines]
    found = [m for m in matches if m is not None]
    if len(lines) < 3 or len(found) < len(lines):
        return text
    first = int(found[0][1])
    if any(int(m[1]) != first + i for i, m in enumerate(found)):
        return text
    return "\n".join(m[2] or "" for m in found)


def without_site(title: str) -> str:
    """A page's title less the site's name that browsers put behind it ("Some Title - TV Tropes")."""
    return _SITE.sub("", title).strip() if len(title) < _LONGEST_TITLE else title
