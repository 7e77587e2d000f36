"""A graph as files for `neo4j-admin database import`, which writes a database many times as fast as a server does.

What a node and an edge look like is the plan of `export.neo4j`; here is how that is put into files. In the order in
which one knows the other: `columns` (headers), `texts` (lists and line breaks in CSV), `files` (written as they fill),
`scripts` (the command, and what is run after it), `write`.
"""

from tropegraph.export.bulk.write import BulkReport, write

__all__ = ["BulkReport", "write"]
