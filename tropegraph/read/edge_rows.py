"""Rows of published tables, and what was wrong with the others."""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tropegraph.model import names
from tropegraph.model.findings import Finding
from tropegraph.read.edge_works import trope_page

_MOST_NAMES = 100
_PAGE_TOOLS = re.compile(r"\s*make a to do\xa0.*", re.DOTALL)
"""Words of a page's buttons that a scraper took for a part of the title."""

Row = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows (work, title, trope) of a table, and what was wrong with the others."""

    good: list[Row]
    findings: list[Finding]


def rows_of(numbered: Iterable[tuple[int, list[Row] | None]], id: str, wanted: str) -> Rows:  # noqa: A002
    """Rows of all lines; lines that are none, and names that are no trope's, are counted in one finding each."""
    good: list[Row] = []
    bad_lines: list[int] = []
    bad_names: Counter[str] = Counter()
    for number, rows in numbered:
        if rows is None:
            bad_lines.append(number)
            continue
        for work, title, trope in rows:
            if page := trope_page(trope):
                good.append((work, title, page))
            else:
                bad_names[trope] += 1
    return Rows(good, [*_bad_lines(id, bad_lines, wanted), *_bad_names(id, bad_names)])


def of_lines(
    lines: Iterable[bytes], made_of: Callable[[str], list[Row] | None]
) -> Iterator[tuple[int, list[Row] | None]]:
    """What each line holds, with its number; nothing for a blank one."""
    for number, line in enumerate(lines, 1):
        text = line.decode("utf-8-sig", "replace").rstrip("\r\n")
        yield number, made_of(text) if text.strip() else []


@lru_cache(maxsize=1 << 16)
def page_of(space: str, local: str) -> str:
    """The wiki's page name; tables made from decoded addresses have hyphens in it, the wiki has none."""
    return names.page_name(local, space) or f"{space}/{local}"


@lru_cache(maxsize=1 << 16)
def title_of(cell: str) -> str:
    """A title without its quotes and their escapes."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        try:
            cell = str(json.loads(cell))
        except ValueError:
            cell = cell[1:-1].replace('""', '"')
    return " ".join(_PAGE_TOOLS.sub("", cell).split())


def _bad_lines(id: str, lines: list[int], wanted: str) -> list[Finding]:  # noqa: A002
    if not lines:
        return []
    message = f"{len(lines)} lines of {id} do not hold {wanted}; the first is line {lines[0]}."
    return [Finding("bad-record", id, f"line {lines[0]}", message)]


def _bad_names(id: str, found: Counter[str]) -> list[Finding]:  # noqa: A002
    shown = sorted(found.items(), key=lambda entry: (-entry[1], entry[0]))[:_MOST_NAMES]
    return [
        Finding("bad-record", id, "", f'"{name}" is no name of a trope page; {count} rows of {id} were left out.')
        for name, count in shown
    ]
