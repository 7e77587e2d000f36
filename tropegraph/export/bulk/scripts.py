"""What lies beside the files of an import: the command as a script, what is run after it, and what to do in words."""

from collections.abc import Iterator, Mapping
from string import Template

from tropegraph.export.bulk.columns import NODES
from tropegraph.export.bulk.files import Files
from tropegraph.export.neo4j.statements import constraints, indexes, lists, statement

SCRIPT, AFTER, README = "import.sh", "after.cypher", "import.md"

_BUFFER = 4 << 20
"""Bytes that neo4j-admin reads at a time by default; a row has to fit."""

_SCRIPT = Template("""\
#!/bin/sh
# Imports this folder into a Neo4j database that has nothing in it, while its server is stopped; see $readme.
#   sh $script [DATABASE [OPTION of neo4j-admin ...]]
# NEO4J_ADMIN is the command to call, where it is not on the PATH.
set -eu
cd "$$(dirname "$$0")"
database=$${1:-neo4j}
[ $$# -eq 0 ] || shift
exec $${NEO4J_ADMIN:-neo4j-admin} database import full "$$database" \\
$options \\
  "$$@"
""")

_README = Template("""\
# A trope graph for neo4j-admin

$counts, for Neo4j 5.26 or any later one, Community or Enterprise.

1. Stop the server. `neo4j-admin` writes the files of the database itself.
2. Import, as the user that the server runs as, with its `neo4j-admin` on the PATH:

       sh $script

   That is, from within this folder:

       neo4j-admin database import full neo4j \\
$command

   `sh $script NAME` imports into another database, `NEO4J_ADMIN=/path/to/neo4j-admin sh $script` calls another
   program, and further options go on: `sh $script neo4j --overwrite-destination` replaces what the database has.
3. Start the server. In Neo4j Enterprise, a database that was not there before: `CREATE DATABASE NAME`.
4. Make constraints and indexes, and put back the empty lists that `neo4j-admin` leaves out:

       cypher-shell -u neo4j -d neo4j -f $after

   It may be run again; where there is no cypher-shell, `tropegraph load` does the same, only slower. Until then,
   queries that look at lists, such as the modifiers of an example, find `null` where there is an empty list.

What is there then is what `tropegraph load` makes of the same graph, and a later `tropegraph load` updates it, with
`--prune` too.

Files: `*.header.csv` name the columns, `*.csv` hold the rows, `*.lines.csv` those with line breaks in them. Items of
a list are joined by the character $delimiter, which no text of this graph holds.

`neo4j-admin database import incremental`, which adds to a database, is not in Neo4j Community, and was not tried with
these files; to bring a database up to date, use `tropegraph load`.
""")


def options(files: Files) -> Iterator[str]:
    """Options of neo4j-admin, in order.

    Args:
        files: What was written.
    """
    yield f"--array-delimiter=U+{ord(files.marks.delimiter):04X}"
    # Quoting may double every byte, and the rest of a row has to fit too.
    if (needed := 3 * files.longest) > _BUFFER:
        yield f"--read-buffer-size={needed}"
    if files.broken:
        yield "--multiline-fields-format=v2"
        yield f"--multiline-fields={','.join(files.broken)}"
    for group, names in files.groups.values():
        yield f"{group.option}={','.join(names)}"


def script(files: Files) -> str:
    """The text of the script that imports."""
    return _SCRIPT.substitute(readme=README, script=SCRIPT, options=_lines(files, "  "))


def readme(files: Files, counts: Mapping[str, int]) -> str:
    """What to do, in words.

    Args:
        files: What was written.
        counts: How many of what.
    """
    return _README.substitute(
        counts=" and ".join(f"{n:,} {what}" for what, n in counts.items()),
        script=SCRIPT,
        after=AFTER,
        command=_lines(files, " " * 9),
        delimiter=f"U+{ord(files.marks.delimiter):04X}",
    )


def after(files: Files, *, evidence: bool) -> str:
    """Statements to run after an import, each ending with a semicolon.

    Args:
        files: What was written.
        evidence: Whether sentences are nodes too.
    """
    texts = [*constraints(evidence=evidence), *_lists(files), *indexes(), statement("ready")]
    return "".join(f"{text.strip()};\n\n" for text in texts)


def _lists(files: Files) -> Iterator[str]:
    for group, kinds in files.lists.items():
        name, placeholder = ("node_lists", "NodeLabel") if group == NODES.name else ("edge_lists", "RELATION_TYPE")
        if kinds:
            properties = sorted(set().union(*kinds.values()))
            yield lists(name, properties, files.marks.blank, **{placeholder: "|".join(sorted(kinds))})


def _lines(files: Files, indent: str) -> str:
    return " \\\n".join(indent + option for option in options(files))
