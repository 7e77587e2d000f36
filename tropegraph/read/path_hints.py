"""What a file's own name says about the page in it: its page name or its title, when it looks like one."""

import base64
import binascii
import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import PurePosixPath
from urllib.parse import unquote

from tropegraph.model import names
from tropegraph.model.addresses import page_of_url
from tropegraph.model.vocabulary import KNOWN_NAMESPACES

_ENDINGS = frozenset(
    ".html .htm .xhtml .mhtml .mht .pmwiki .wiki .md .markdown .mediawiki .wikitext .mw .txt .text "
    ".gz .bz2 .xz .zst".split()
)
_RESOURCES = "_files"
"""Ending of the folder that browsers put beside a saved page for its pictures and scripts."""

_INDEX = "index"

_OF_TITLES = frozenset({".mediawiki", ".wikitext", ".mw"})
"""Endings of MediaWiki source, whose files are named by titles, with underscores for spaces."""

_FOREIGN = frozenset({"__MACOSX", "hts-cache"})
"""Folders that packers and mirroring programs add, and that hold no page of their own."""

_QUERY = re.compile(r"[?@].*", re.DOTALL)
"""What a mirror keeps in a file's name of an address with a query; "@" stands for "?" where that is not allowed."""

_IN_BASE64 = re.compile(r"aHR0c[A-Za-z0-9+_-]{10,}={0,2}$")
"""An address ("http...") in base64, by which tropescraper names the files of its cache."""

_WORD = re.compile(r"[A-Z][A-Za-z0-9]*$")
_NUMBERED = re.compile(r"[0-9]+[A-Z][A-Za-z0-9]*$")
"""A page's name that begins with a number: "12Monkeys"."""

_NUMBER = re.compile(r"[1-9][0-9]{0,3}$")
"""A page's name that is a number, "300" or "1984", below a known namespace; longer ones, or filled up with noughts, are
the numbers of files."""

_WIKI_WORD = re.compile(r"(?=[A-Za-z0-9]*[a-z])(?:[A-Z][a-z0-9]*){2,}$")
_SEPARATED = re.compile(r"([A-Za-z0-9]+)[_-]([A-Za-z0-9]+)$")


def stem(path: str) -> str:
    """File name of a path without the endings that are known: "WallJump" of "a/WallJump.html.gz"."""
    name = PurePosixPath(path).name
    while (suffix := PurePosixPath(name).suffix).lower() in _ENDINGS:
        name = name[: -len(suffix)]
    return name


def suffix(path: str) -> str:
    """Ending of a path in lower case that says something of its content: ".html" of "a/WallJump.HTML.gz"."""
    rest = PurePosixPath(path).name[len(stem(path)) :].lower()
    return next((f".{part}" for part in rest.split(".") if part), "") or PurePosixPath(path).suffix.lower()


def page_of_path(path: str) -> str:
    """Page name that a path spells, or an empty string.

    A folder counts as the namespace when it is one that is known or is itself spelled as a page name is
    ("Film/GalaxyQuest.pmwiki", "ActionGirl/Theatre.md"), for a number ("Film/300.md") when it is known;
    "ActionGirl_Theatre.md" says the same, and so do the paths of a mirror ("pmwiki.php/Film/Jaws/index.html",
    "Film/Jaws?from=Film.Shark.html").
    """
    place = _place(path)
    if stated := page_of_url(url_of_path(path) or f"/{place}"):
        return stated
    own, folder = _unaccented(place.name), place.parent.name
    if _is_namespace(folder) and (_WORD.match(own) or _NUMBERED.match(own)):
        return f"{folder}/{own}"
    if folder in KNOWN_NAMESPACES and _NUMBER.match(own):
        return f"{folder}/{own}"
    parts = _SEPARATED.match(own)
    word = _WIKI_WORD if suffix(path) in _OF_TITLES else _WORD
    if parts and _is_namespace(parts[1]) and word.match(parts[2]):
        return f"{parts[1]}/{parts[2]}"
    return ""


def title_of_path(path: str) -> str:
    """Title that a file's name spells, or an empty string: "Wall Jump" of "WallJump.txt" and "Wall_Jump.wikitext"."""
    if page_of_path(path):
        return ""
    own = _place(path).name
    if "_" in own and not own[0].islower() and suffix(path) in _OF_TITLES:
        return own.replace("_", " ").strip()
    return names.title_of(own) if _WIKI_WORD.match(own) else ""


def url_of_path(path: str) -> str:
    """Address that a file's name spells in base64, or an empty string."""
    own = stem(path)
    if not _IN_BASE64.match(own):
        return ""
    try:
        return base64.b64decode(own.rstrip("=") + "==", altchars=b"-_" if {"-", "_"} & set(own) else None).decode()
    except (binascii.Error, UnicodeDecodeError):
        return ""


def _place(path: str) -> PurePosixPath:
    """A path without endings, queries and percent signs; "Jaws/index.html" is the place of "Jaws"."""
    parent = unquote(str(PurePosixPath(path).parent))
    own = stem(_QUERY.sub("", unquote(PurePosixPath(path).name)))
    place = PurePosixPath(parent, own) if own else PurePosixPath(parent)
    return place.parent if own.lower() == _INDEX else place


def _unaccented(own: str) -> str:
    """A file's name in one word as the wiki, which knows no accents, spells it; any other as it stands."""
    return names.camel(own) if own.isalnum() and not own.isascii() and not own[0].islower() else own


def below_namespace(name: str, folder: str) -> str:
    """Path of a file with the folder that it lies in, where that folder has the name of a namespace."""
    return f"{folder}/{name}" if folder in KNOWN_NAMESPACES else name


def resources_of(name: str) -> str:
    """Name of the folder in which a browser puts the pictures and scripts of a page saved under this name."""
    return PurePosixPath(name).stem + _RESOURCES


def resource_folders(paths: Iterable[str]) -> set[str]:
    """Folders that hold the resources of any of these saved pages."""
    found = (PurePosixPath(path) for path in paths)
    return {str(path.with_name(resources_of(path.name))) for path in found if path.name}


def is_hidden(name: str) -> bool:
    """Whether a file or folder of this name is not looked at."""
    return name.startswith(".") or name in _FOREIGN


def passed_over(path: str, resources: AbstractSet[str]) -> bool:
    """Whether a path is hidden, a packer's own, or lies in a folder of resources."""
    pure = PurePosixPath(path)
    return any(is_hidden(part) for part in pure.parts) or any(str(parent) in resources for parent in pure.parents)


def _is_namespace(text: str) -> bool:
    return text in KNOWN_NAMESPACES or bool(_WIKI_WORD.match(text))
