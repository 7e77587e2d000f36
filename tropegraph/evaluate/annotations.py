"""Rows from JSON lines: files of annotations, and facts as `tropegraph extract --jsonl` prints them.

One JSON object a page::

    {"id": "...", "title": "...",
     "relations": [{"source", "type", "target", "as_written", "optional"}],
     "examples": [{"work", "work_page", "trope", "modifiers", "optional"}]}

``as_written``, ``work_page``, ``modifiers`` and ``optional`` may be absent, and so may the title. A page without
``relations``, or with `null` there, was not annotated for them; likewise for ``examples``.
"""

import json
from collections.abc import Callable, Collection, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from tropegraph.errors import InputError
from tropegraph.evaluate.rows import ExampleRow, PageRows, RelationRow
from tropegraph.model.vocabulary import TROPE_RELATIONS, Modifier

Row = TypeVar("Row")

TYPES = frozenset(map(str, TROPE_RELATIONS))
MODIFIERS = frozenset(map(str, Modifier))
TEXTS = frozenset({"text", "html", "raw_html", "wikitext", "markdown", "content", "body"})
"""Fields that hold a page's text: a line with one of them is a page, whatever else stands there."""
HINT = 'Annotations are JSON lines: {"id": ..., "relations": [...], "examples": [...]}; docs/accuracy.md shows them.'


def load_annotations(path: str | PathLike[str]) -> tuple[PageRows, ...]:
    """Pages of a file of annotations.

    Args:
        path: File of JSON lines, in UTF-8.

    Raises:
        InputError: It is missing, empty, no such file, or a row lacks a name or has an unknown type or modifier.
    """
    text = read_text(Path(path))
    pages = tuple(_page(record, where, strict=True) for where, record in _records(text, Path(path).name))
    if not pages:
        raise InputError(f"{path} is empty.", HINT)
    if all(page.relations is None and page.examples is None for page in pages):
        raise InputError(f'{path} holds no annotations: no line has "relations" or "examples".', HINT)
    _check_distinct(pages, str(path))
    return pages


def read_text(path: Path) -> str:
    """Text of a file.

    Raises:
        InputError: It cannot be read, or is no UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no text in UTF-8.", HINT) from error
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.", "Give a file of annotations.") from error


def fact_rows(text: str, name: str) -> tuple[PageRows, ...]:
    """Pages of facts that were found before; relations and modifiers of other types are left out.

    Args:
        text: JSON lines.
        name: What to call them in an error.

    Raises:
        InputError: A line is no JSON object, or a row lacks a name.
    """
    return tuple(_page(record, where, strict=False) for where, record in _records(text, name))


def holds_facts(text: str) -> bool:
    """Whether the first line of `text` is a page of facts, as opposed to a page."""
    record = _first(text)
    return bool({"relations", "examples"} & record.keys()) and not TEXTS & record.keys()


def holds_texts(text: str) -> bool:
    """Whether the first line of `text` is a page with its text."""
    return bool(TEXTS & _first(text).keys())


def _first(text: str) -> dict[str, Any]:
    try:
        return next((record for _, record in _records(text, "")), {})
    except InputError:
        return {}


def _records(text: str, name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each object with the words for where it stands."""
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        where = f"Line {number} of {name}"
        try:
            record = json.loads(line)
        except (ValueError, RecursionError):
            _refuse(f"{where} is no JSON.")
        if not isinstance(record, dict):
            _refuse(f"{where} is no JSON object.")
        yield where, record


def _refuse(message: str) -> NoReturn:
    raise InputError(message, HINT)


def _page(record: dict[str, Any], where: str, *, strict: bool) -> PageRows:
    page = record.get("id") or record.get("page")
    if not isinstance(page, str | int):
        _refuse(f'{where} has no "id".')
    return PageRows(
        id=str(page),
        title=str(record.get("title") or ""),
        relations=_rows(record, "relations", where, lambda row, at: _relation(row, at, strict=strict)),
        examples=_rows(record, "examples", where, lambda row, at: _example(row, at, strict=strict)),
    )


def _rows(
    record: dict[str, Any], part: str, where: str, read: Callable[[dict[str, Any], str], Row]
) -> tuple[Row, ...] | None:
    given = record.get(part)
    if given is None:
        return None
    if not isinstance(given, list) or not all(isinstance(row, dict) for row in given):
        _refuse(f'{where}: "{part}" is no list of objects.')
    return tuple(read(row, f"{where}, {part} {n}") for n, row in enumerate(given, 1))


def _relation(row: dict[str, Any], where: str, *, strict: bool) -> RelationRow:
    source, kind, target = (_name(row, field, where, strict=strict) for field in ("source", "type", "target"))
    if strict:
        _check_known("relation type", [kind], TYPES, where)
    return RelationRow(
        source=source,
        type=kind,
        target=target,
        as_written=_text(row, "as_written"),
        optional=bool(row.get("optional")),
        sentence=_text(row, "evidence"),
    )


def _example(row: dict[str, Any], where: str, *, strict: bool) -> ExampleRow:
    modifiers = row.get("modifiers") or []
    if not isinstance(modifiers, list):
        _refuse(f'{where}: "modifiers" is no list.')
    if strict:
        _check_known("modifier", modifiers, MODIFIERS, where)
    return ExampleRow(
        work=_name(row, "work", where, strict=strict),
        trope=_name(row, "trope", where, strict=strict),
        work_page=_text(row, "work_page"),
        modifiers=tuple(m for m in modifiers if isinstance(m, str)),
        as_written=_text(row, "work_as_written"),
        optional=bool(row.get("optional")),
        sentence=_text(row, "evidence"),
    )


def _check_known(what: str, given: list[Any], known: Collection[str], where: str) -> None:
    for value in given:
        if not isinstance(value, str) or value not in known:
            _refuse(f"{where}: {json.dumps(value, ensure_ascii=False)} is no {what}.")


def _name(row: dict[str, Any], field: str, where: str, *, strict: bool) -> str:
    """A field that has to be there; only found facts may have an empty name, of a page without a title."""
    value = row.get(field)
    if not isinstance(value, str) or (strict and not value.strip()):
        _refuse(f'{where} has no "{field}".')
    return value


def _text(row: dict[str, Any], field: str) -> str:
    value = row.get(field)
    return value if isinstance(value, str) else ""


def _check_distinct(pages: tuple[PageRows, ...], name: str) -> None:
    seen: set[str] = set()
    for page in pages:
        if page.id in seen:
            raise InputError(f'{name} annotates the page "{page.id}" twice.', "Keep one line a page.")
        seen.add(page.id)
