"""Pages of a made-up wiki, and how they are written: as wiki source, or as a browser saves them."""

import base64
import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import quote

from wiki.names import Name

FILLER = (
    "the lamp is carried down the stairs before anyone has asked for it",
    "a letter is read aloud and then put away again without a word",
    "two of the crew keep the secret until the ship is back in port",
    "the bell has to be rung by hand since nobody has paid for the rope",
    "what looks like a door turns out to be the side of a cupboard",
    "the old map is right about the hill and about nothing else",
    "she gives the key to the gardener and he hangs it on a nail",
    "supper is late and that is why the guests see the fire at all",
    "he has rehearsed the speech for weeks and gives another one",
    "the third chapter ends with the cart in the ditch",
)


class Told(NamedTuple):
    """One bullet of a page: the name that heads it, and the number of the name of the page's own thing."""

    name: Name
    own: int


@dataclass(frozen=True)
class Written:
    """One page as it is to be written."""

    page: str
    title: str
    thing: str
    intro: str
    relations: tuple[tuple[str, Told], ...]
    sections: dict[str, list[Told]]
    aliases: tuple[str, ...] = ()
    index: str = ""


def title_of(page: str) -> str:
    """The title that a page name shows."""
    return " ".join(p for p in _split(page.partition("/")[2]))


def _split(local: str) -> list[str]:
    return "".join(f" {c}" if c.isupper() else c for c in local).split()


def _sentence(told: Told) -> str:
    filler = FILLER[(told.name.number * 7 + told.own) % len(FILLER)]
    return f"{filler}, as notes {told.name.number} and {told.own} have it."


def _intro(page: Written, link: Callable[[str, str], str]) -> str:
    return re.sub(r"\{(.+?)\}", lambda m: link(m[1], title_of(m[1])), page.intro)


def _head(name: Name, link: Callable[[str, str], str], italic: str) -> str:
    """A name as it heads a bullet: works in italics."""
    text = link(name.page, name.label) if name.page else name.label
    return text if name.thing.startswith("Main/") else italic.format(text)


def pmwiki(page: Written) -> str:
    """A page as wiki source."""
    lines = [f"[[title:{page.title}]]" if page.title != title_of(page.page) else "", _intro(page, _pmwiki_link)]
    lines += [f"{cue} {_pmwiki_link(t.name.page, t.name.label)}, where {_sentence(t)}" for cue, t in page.relations]
    lines += ["----", "!!Examples:"]
    for heading, told in page.sections.items():
        lines += [f"[[folder:{heading}]]"] if heading else []
        lines += [f"* {_head(t.name, _pmwiki_link, PMWIKI_ITALIC)}: {_sentence(t).capitalize()}" for t in told]
        lines += ["[[/folder]]"] if heading else []
    if page.index:
        lines += ["----", f"<<|{page.index.partition('/')[2]}|>>"]
    return "\n\n".join(filter(None, lines[:2])) + "\n\n" + "\n".join(lines[2:]) + "\n"


PMWIKI_ITALIC, HTML_ITALIC = "''{}''", "<em>{}</em>"


def _pmwiki_link(page: str, label: str) -> str:
    return f"[[{page} {label}]]"


def saved(page: Written) -> str:
    """A page as a browser saves it, in the present layout."""
    space, _, local = page.page.partition("/")
    shown = html.escape(page.title)
    relations = "".join(
        f"<p>{cue} {_html_link(t.name.page, t.name.label)}, where {_sentence(t)}</p>\n" for cue, t in page.relations
    )
    folders = "".join(_folder(n, heading, told) for n, (heading, told) in enumerate(page.sections.items()))
    titles = "".join(f"<h3><span>{html.escape(alias)}</span></h3>" for alias in page.aliases)
    return (
        f"<!DOCTYPE html>\n<html>\n<head><title>{shown} - TV Tropes</title>\n"
        f'<link rel="canonical" href="https://tvtropes.org{_path(page.page)}" />\n</head>\n<body>\n'
        f'<input type="hidden" id="groupname-hidden" value="{space}"/>\n'
        f'<input type="hidden" id="title-hidden" value="{local}"/>\n'
        f'<h1 itemprop="headline" class="entry-title">{shown}</h1>\n'
        f'<div class="alt-titles">{titles}</div>\n<div id="main-article" class="article-content retro-folders">\n'
        f"<p>{_intro(page, _html_link)}</p>\n{relations}<hr />\n<h2>Examples:</h2>\n{folders}</div>\n"
        f"{_box(page.index) if page.index else ''}</body>\n</html>\n"
    )


def _folder(number: int, heading: str, told: list[Told]) -> str:
    items = "".join(f"<li> {_head(t.name, _html_link, HTML_ITALIC)}: {_sentence(t).capitalize()}\n</li>" for t in told)
    label = f'<div class="folderlabel" onclick="togglefolder(\'folder{number}\');">&nbsp;{html.escape(heading)}&nbsp;'
    inside = f'</div><div id="folder{number}" class="folder" isfolder="true" style="display:block;">\n<ul >{items}</ul>'
    return f"{label}{inside}</div>\n" if heading else f"<ul >{items}</ul>\n"


def _box(index: str) -> str:
    middle = f'<li>\n<a href="{_path(index)}">{title_of(index)}</a>\n</li>'
    return f'<div class="section-links"><div class="links"><ul><li></li>{middle}<li></li></ul></div></div>\n'


def _html_link(page: str, label: str) -> str:
    token = base64.b64encode(_pmwiki_link(page, label).encode()).decode()
    path = _path(page)
    return f"<a class='twikilink' href='{path}' title='{path}' data-format='{token}'>{html.escape(label)}</a>"


def _path(page: str) -> str:
    return f"/pmwiki/pmwiki.php/{quote(page)}"
