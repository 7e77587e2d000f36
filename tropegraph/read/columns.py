"""Columns of tables whose names the user gives, because they are not among those that are known."""

from collections.abc import Mapping

from tropegraph.errors import InputError
from tropegraph.read.edge_columns import COLUMNS_OF
from tropegraph.read.records import COLUMNS
from tropegraph.read.source import Columns

_MARKUP = "html"
"""Another word for a text, before it where both are given: links are kept."""

KINDS: tuple[str, ...] = tuple(dict.fromkeys((*COLUMNS, _MARKUP, *COLUMNS_OF)))
"""What a column may be said to hold."""


def given_columns(columns: Mapping[str, str]) -> Columns:
    """Names of columns as readers of tables want them.

    Args:
        columns: Names by what they hold, one of `KINDS`.

    Raises:
        InputError: There is no such kind of column, or a name is empty.
    """
    for kind, name in columns.items():
        if kind not in KINDS or not name.strip():
            raise InputError(f'No column can be given as "{kind}={name}".', f"Known are: {', '.join(KINDS)}.")
    given = {kind: (name.strip().lower(),) for kind, name in columns.items() if kind != _MARKUP}
    if markup := columns.get(_MARKUP):
        given["text"] = (markup.strip().lower(), *given.get("text", ()))
    return given
