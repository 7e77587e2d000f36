"""The titles known beforehand, as extraction takes them."""

from collections.abc import Iterable

from tropegraph.extract import Lexicon
from tropegraph.model.names import KnownName
from tropegraph.read import load_known_names, load_non_tropes, load_work_names


def lexicon_of(names: Iterable[KnownName] | None = None) -> Lexicon:
    """The lexicon of known titles.

    Args:
        names: Known trope titles; the ones that come with the package when `None`.
    """
    return Lexicon.of(load_known_names() if names is None else names, load_non_tropes(), load_work_names)
