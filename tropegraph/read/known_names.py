"""Names that are known beforehand: titles of tropes, pages that are none, titles of works.

data/names/SOURCE.md says whence.
"""

import gzip
from functools import lru_cache
from pathlib import Path

from tropegraph.errors import InputError
from tropegraph.model.names import KnownName
from tropegraph.resources import resource

TROPE_NAMES = ("data", "names", "trope_names.tsv.gz")
NON_TROPES = ("data", "names", "non_tropes.txt.gz")
WORK_NAMES = ("data", "names", "work_names.tsv.gz")


@lru_cache(maxsize=4)
def load_known_names(path: Path | None = None) -> tuple[KnownName, ...]:
    """All known trope titles, in order of their key.

    Args:
        path: A table of three columns with tabs between and a heading line: key, CamelName, other keys with commas
            between; packed with gzip or not. The package's own where it is left out.

    Raises:
        InputError: The file is missing or holds no such table.
    """
    source = path or resource(*TROPE_NAMES)
    rows = [line.split("\t") for line in _lines(source)[1:]]
    if not rows or any(len(row) != 3 for row in rows):
        raise InputError(f"{source.name} holds no table of names.", "Give a table of key, CamelName and other keys.")
    return tuple(KnownName(key, camel, tuple(other.split(",")) if other else ()) for key, camel, other in rows)


@lru_cache(maxsize=1)
def load_non_tropes() -> frozenset[str]:
    """Keys (`names.squash`) of page names that are known to be no tropes."""
    return frozenset(_lines(resource(*NON_TROPES)))


@lru_cache(maxsize=1)
def load_work_names() -> dict[str, tuple[str, ...]]:
    """Page names of known works by the key of their title: ``{"galaxyquest": ("Film/GalaxyQuest",)}``.

    Several works may have one title. Where only the medium of a work is known, the name after the slash is missing.
    """
    pages: dict[str, tuple[str, ...]] = {}
    for key, space, camel in (line.split("\t") for line in _lines(resource(*WORK_NAMES))[1:]):
        pages[key] = (*pages.get(key, ()), f"{space}/{camel}")
    return pages


def _lines(path: Path) -> list[str]:
    try:
        data = path.read_bytes()
        return (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8").splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise InputError(f"{path.name} could not be read as a table of names.", "Check the path.") from error
