"""The graph's tables in Arrow: types, and the order of rows."""

import pyarrow as pa

from tropegraph.model.schema import TABLES

ARROW_TYPES = {"string": pa.string(), "list": pa.list_(pa.string()), "bool": pa.bool_(), "int64": pa.int64()}
"""Arrow's type for each that a `model.schema.Column` may have."""

SCHEMAS: dict[str, pa.Schema] = {
    table: pa.schema([pa.field(name, ARROW_TYPES[column.type]) for name, column in columns.items()])
    for table, columns in TABLES.items()
}
"""Arrow schema of every table in `model.schema.TABLES`."""


def ordered(table: pa.Table) -> pa.Table:
    """Rows sorted by all columns; lists need no comparing, since they stand right of a unique key."""
    keys = [(field.name, "ascending") for field in table.schema if not pa.types.is_list(field.type)]
    return table.sort_by(keys).combine_chunks()
