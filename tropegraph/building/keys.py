"""Keys: digests of all that a page's statements depend on."""

import sys
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib import metadata
from pathlib import Path

import tropegraph
from tropegraph.building.options import Options
from tropegraph.extract import Owner
from tropegraph.model.facts import PublishedEdges
from tropegraph.model.page import RawPage
from tropegraph.resources import resource

_LIBRARIES = ("selectolax",)
"""Libraries whose version may change what a page states."""

_SEPARATOR = b"\x1f"


def of_input(item: RawPage | PublishedEdges, extractor: str) -> str:
    """Key of a page or of an edge set."""
    return of_page(item, extractor) if isinstance(item, RawPage) else of_edges(item, extractor)


def of_page(page: RawPage, extractor: str) -> str:
    """Key of a page: everything that is known of it but where it lay.

    Args:
        page: The page; its `origin` does not count, so that a folder may be moved.
        extractor: As `of_extractor`.
    """
    return digest([extractor, page.id, page.digest, page.format, page.title, page.name, page.url, page.text])


def of_edges(edges: PublishedEdges, extractor: str) -> str:
    """Key of a published edge set."""
    columns = (name for column in (edges.works, edges.work_titles, edges.tropes) for name in ("", *column))
    return digest([extractor, edges.id, edges.digest, *columns])


def of_completed(key: str, owners: Iterable[tuple[bytes, Owner]]) -> str:
    """Key of a page without a title, together with what it takes from other pages.

    Args:
        key: Its own.
        owners: Its paragraphs that stand on other pages, with those pages.
    """
    return digest([key, "completed", *(text for found, owner in sorted(owners) for text in (found.hex(), *owner))])


def of_extractor(options: Options) -> str:
    """Digest of what turns pages into statements: our code, what we know beforehand, and the user's options."""
    names = (text for name in options.names for text in (name.key, name.camel, *name.aliases, ""))
    columns = (text for column in sorted(options.columns.items()) for text in column)
    return digest([_code(), str(options.mentions), *columns, "", *names])


@lru_cache(maxsize=1)
def _code() -> str:
    """Digest of our own code and data. All of the code: a list of what matters would be wrong one day."""
    package = Path(tropegraph.__file__).parent
    versions = [tropegraph.__version__, sys.version, *map(metadata.version, _LIBRARIES)]
    files = [path for part in _STATIONS for path in sorted((package / part).rglob("*.py"))]
    known = [path for path in sorted(resource("data", "names").iterdir()) if path.is_file()]
    return digest([*versions, *(blake2b(path.read_bytes()).hexdigest() for path in (*files, *known))])


_STATIONS = ("model", "read", "parse", "extract", "resolve", "building")
"""Parts of the package whose code may change what a page states."""


def digest(texts: Iterable[str]) -> str:
    """One digest of several texts."""
    total = blake2b(digest_size=16)
    for text in texts:
        total.update(text.encode("utf-8", "surrogatepass"))
        total.update(_SEPARATOR)
    return total.hexdigest()
