"""The files of an import, written as rows come; rows with a line break go into a file of their own."""

from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv

from tropegraph.export.bulk.columns import Group
from tropegraph.export.bulk.texts import Marks, flat, has_line_break, incomplete, longest

# Every text is quoted and a quote is doubled: nothing else has a meaning there, a backslash neither.
_OPTIONS = csv.WriteOptions(include_header=False, quoting_style="needed")


@dataclass
class Files:
    """Writes groups of files into a folder; a context that closes them.

    Args:
        folder: The folder.
        marks: How lists are written.
        groups: Names of the files that have rows, by the group that they belong to.
        broken: Names of those with line breaks within rows.
        lists: Lists that have to be put right after an import: of each group, by label or type.
        longest: Bytes of the largest row, about.
    """

    folder: Path
    marks: Marks
    groups: dict[str, tuple[Group, list[str]]] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    lists: dict[str, dict[str, set[str]]] = field(default_factory=dict)
    longest: int = 0
    _open: dict[str, csv.CSVWriter] = field(default_factory=dict)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for writer in self._open.values():
            writer.close()

    def write(self, group: Group, table: pa.Table) -> None:
        """Add rows to a group.

        Args:
            group: The group.
            table: Has the columns that it names.

        Raises:
            TakenError: An item of a list holds one of the marks.
        """
        if not table.num_rows:
            return
        text = flat(table.select(list(dict.fromkeys(group.columns.values()))), self.marks)
        self._note(group, table, text)
        rows = pa.table([text[name] for name in group.columns.values()], list(group.columns))
        apart = has_line_break(text)
        if not pc.any(apart).as_py():
            self._append(group, rows, broken=False)
            return
        self._append(group, rows.filter(pc.invert(apart)), broken=False)
        self._append(group, rows.filter(apart), broken=True)

    def _note(self, group: Group, table: pa.Table, text: pa.Table) -> None:
        self.longest = max(self.longest, longest(text))
        lists = [
            column.name for column in table.schema if pa.types.is_list(column.type) and column.name in text.column_names
        ]
        if lists:
            known = self.lists.setdefault(group.name, {})
            for kind, names in incomplete(text.select(lists), table[group.kind], self.marks).items():
                known.setdefault(kind, set()).update(names)

    def _append(self, group: Group, rows: pa.Table, *, broken: bool) -> None:
        if not rows.num_rows:
            return
        name = f"{group.name}.lines.csv" if broken else f"{group.name}.csv"
        if name not in self._open:
            self._begin(group, name, rows.schema, broken=broken)
        self._open[name].write_table(rows)

    def _begin(self, group: Group, name: str, schema: pa.Schema, *, broken: bool) -> None:
        header = f"{group.name}.header.csv"
        if group.name not in self.groups:
            (self.folder / header).write_text(group.header, encoding="utf-8", newline="\n")
            self.groups[group.name] = (group, [header])
        self.groups[group.name][1].append(name)
        if broken:
            self.broken.append(name)
        self._open[name] = csv.CSVWriter(self.folder / name, schema, write_options=_OPTIONS)
