"""The way of the data, in one place.

::

    bytes ─ read ─> RawPage ─ parse ─> Page ─ extract ─> PageFacts ─ resolve ─> Graph
                                                                                 ├─ to_networkx()
                                                                                 ├─ query
                                                                                 ├─ check
                                                                                 ├─ load_neo4j
                                                                                 ├─ map
    graph file <────────────────────── exchange ───────────────────────────────> └─ export

`extract_pages` (of `building.pages`) is the first half, page by page; `build` is the whole. How a build goes over the
pages in several processes, and keeps what it found for the next one, is in `building`. Stations that need a large
library are imported where they are used: whoever asks a query does not wait for the library that draws maps.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from functools import cached_property, partial
from os import PathLike
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, BinaryIO, Self, Unpack

from tropegraph.building.decided import load_decisions, view_of
from tropegraph.building.options import MEMORY, Options
from tropegraph.building.pages import Extracted, extract_pages, parse_pages, readable
from tropegraph.building.progress import OnProgress, Sizes
from tropegraph.exchange import graph_file
from tropegraph.exchange import read as read_graph
from tropegraph.graph import Graph
from tropegraph.model.names import KnownName

if TYPE_CHECKING:
    from tropegraph.building.run import Built
    from tropegraph.check import Problem
    from tropegraph.exchange import ExportReport
    from tropegraph.export import LoadReport
    from tropegraph.export.bulk import BulkReport
    from tropegraph.query import Engine, Result
    from tropegraph.render import Map, MapOptions
    from tropegraph.resolve import Explanation

__all__ = ["Extracted", "TropeGraph", "build", "build_folder", "extract_pages", "open", "options_of", "parse_pages"]


@dataclass(frozen=True, eq=False, repr=False)
class TropeGraph(Graph):
    """A graph with all that can be done with it: ask, check, draw, load.

    Args:
        folder: Where it is stored; `None` for a graph in memory.
    """

    _: KW_ONLY
    folder: Path | None = None

    @classmethod
    def open(cls, path: str | PathLike[str]) -> Self:
        """Read a graph folder; see `Graph.open`."""
        return replace(super().open(path), folder=Path(path))

    def query(self, name_or_cypher: str, /, **params: Any) -> "Result":
        """Rows of a named query, or of Cypher text, from the embedded engine.

        Args:
            name_or_cypher: Name of a query (see `tropegraph query --list`), or Cypher.
            params: Values of its parameters.

        Raises:
            QueryError: The name is unknown, a parameter is missing, or the Cypher fails.
        """
        from tropegraph.query import run

        return run(self.engine, name_or_cypher, params)

    @cached_property
    def engine(self) -> "Engine":
        """The embedded Cypher engine over this graph."""
        from tropegraph.query import EmbeddedEngine

        return EmbeddedEngine.of(self) if self.folder is None else EmbeddedEngine.open(self.folder)

    def explain(self, name: str, medium: str = "", decisions: str | Path | None = None) -> "list[Explanation]":
        """Which node a name goes to, and by which steps.

        Args:
            name: A page name ("Film/GalaxyQuest") or a title.
            medium: Medium of the work that a title names; empty where it is not known.
            decisions: Table of single names that overrules every rule; the graph's own when `None`.
        """
        from tropegraph.read import load_known_names
        from tropegraph.resolve import explain

        return explain(name, medium, view_of(self, load_known_names(), decisions))

    def check(self, kind: str | None = None, limit: int | None = None) -> "list[Problem]":
        """What contradicts itself in the graph or looks wrong, with the evidence; nothing is repaired.

        Args:
            kind: A key of `check.KINDS`; all kinds when `None`.
            limit: At most so many of each kind; all when `None`.

        Returns:
            The gravest kinds first, of each kind the weightiest first, as `tropegraph check --json` prints them.

        Raises:
            InputError: There is no such kind.
            GraphError: The graph's files are damaged.
            ResourceError: The memory of this machine is not enough.
        """
        from tropegraph.check import kinds_of, run, source

        kinds = kinds_of(kind)
        with source.loaded(self) if self.folder is None else source.opened(self.folder) as tables:
            report = run.check(tables)
            return [problem for one in kinds for problem in report.problems(one, limit)]

    def map(
        self,
        path: str | PathLike[str] | None = None,
        *,
        query: str | None = None,
        params: Mapping[str, Any] | None = None,
        **options: "Unpack[MapOptions]",
    ) -> "Map":
        """Draw the graph, or a part of it, as one offline HTML file.

        Args:
            path: File to write; `None` writes none. In a notebook the map shows itself as well.
            query: Only the nodes that the rows of this named query, or of this Cypher, name (by id where they hold
                ids, else by title), and those that it was asked about.
            params: Values of the query's parameters.
            options: As of `render.MapOptions`: top, around, depth, medium, nodes, types, communities; title, focus,
                colour_by, seed, physics; evidence, limit.

        Raises:
            GraphError: A name is that of no node, or a type is none.
            InputError: The medium is none, or a value is none of its choices.
            OutputError: The file cannot be written.
            QueryError: The query is unknown or fails, or its rows name no node.
        """
        from tropegraph.render import draw_map

        if query is not None:
            from tropegraph.query import nodes_named

            options["nodes"] = nodes_named(self, self.engine, query, params or {})
        drawn = draw_map(self, keep=self.folder, **options)
        return drawn if path is None else drawn.save(path)

    def export(
        self,
        form: str,
        path: str | PathLike[str],
        *,
        around: str | None = None,
        depth: int = 2,
        types: Collection[str] | None = None,
        kinds: Collection[str] | None = None,
        medium: str | None = None,
        **options: Any,
    ) -> "ExportReport":
        """Write the graph, or a part of it, for another tool; docs/export.md says what each format holds.

        Args:
            form: "graphml", "gexf", "cytoscape", "node-link", "csv" or "parquet".
            path: File to write; for "csv" and "parquet" a folder of two files.
            around: Only nodes at most `depth` edges away from the node of this name or id.
            depth: As said.
            types: Only edges of these relation types, and nodes that have one.
            kinds: Only nodes of these kinds.
            medium: Only works of this medium, and what they are joined to.
            options: As of `exported.export`: evidence, layout, colour_by, seed, progress.

        Raises:
            InputError: There is no such format, or a value is none of its choices.
            GraphError: A name is that of no node, a type or kind is none.
            OutputError: The place cannot be written.
        """
        from tropegraph.exported import export
        from tropegraph.graph.part import Part

        part = Part(types, around, depth, medium, kinds=kinds)
        return export(self, form, Path(path), part=part, keep=self.folder, **options)

    def export_bulk(self, path: str | PathLike[str], *, evidence: str = "properties") -> "BulkReport":
        """Write the files of an import for ``neo4j-admin database import``, with the script that runs it.

        Args:
            path: Folder to write.
            evidence: How sentences are loaded: "properties", "nodes" or "none".

        Raises:
            GraphError: The graph has no nodes.
            OutputError: The folder holds something else, or cannot be written.
        """
        from tropegraph.export.bulk import write

        if self.folder is not None:
            return write(self.folder, Path(path), evidence=evidence)
        with TemporaryDirectory(prefix="tropegraph-") as folder:
            self.save(folder)
            return write(Path(folder), Path(path), evidence=evidence)

    def load_neo4j(
        self, uri: str = "", user: str = "", password: str = "", database: str = "", **options: Any
    ) -> "LoadReport":
        """Load the graph into Neo4j; a second load changes nothing, one of a changed graph removes what is gone.

        Args:
            uri: Address such as ``bolt://localhost:7687``; NEO4J_URI when empty.
            user: NEO4J_USERNAME when empty.
            password: NEO4J_PASSWORD when empty.
            database: The server's default when empty.
            options: As of `export.load`: evidence, prune, batch, writers, patience, progress.

        Raises:
            DatabaseError: The server cannot be reached or refuses the login.
        """
        from tropegraph.connect import Settings
        from tropegraph.export import load

        return load(self, Settings.of(uri, user, password, database), **options)


def build(
    inputs: Sequence[str | Path] | str | Path,
    *,
    out: str | PathLike[str] | None = None,
    names: Iterable[KnownName] | None = None,
    mentions: bool = False,
    stdin: BinaryIO | None = None,
    columns: Mapping[str, str] | None = None,
    workers: int | None = None,
    memory: str = MEMORY,
    rebuild: bool = False,
    decisions: str | PathLike[str] | None = None,
    on_progress: OnProgress | None = None,
) -> TropeGraph:
    """The typed graph of all pages in the inputs.

    Args:
        inputs: Files and folders; "-" reads `stdin`. Or one graph file, which is read back as it is.
        out: Graph folder to write, or to bring up to date: then only pages that changed are parsed. In memory when
            `None`.
        names: Known trope titles; the ones that come with the package when `None`.
        mentions: Keep links without a cue as `MENTIONS` edges.
        stdin: Stream that "-" stands for.
        columns: Names of columns in tables by what they hold, as of `parse_pages`.
        workers: Processes that parse and extract; as many as there are processors when `None`.
        memory: What the database that joins the facts may use, such as "2GB"; beyond it, it uses the disk.
        rebuild: Parse all pages anew.
        decisions: Table of single names that overrules every rule, see `resolve.decisions`.
        on_progress: Called now and then with a `building.progress.Progress`.

    Raises:
        InputError: A path does not exist, nothing in the inputs can be read as a page, or an option is none.
        OutputError: `out` cannot be written or is no graph, another build writes to it, or the disk is full.
        ResourceError: Memory or a process gave out.
    """
    paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    options = options_of(names, decisions, mentions=mentions, columns=columns, workers=workers, memory=memory)
    if out is not None:
        build_folder(paths, out, options, stdin=stdin, rebuild=rebuild, on_progress=on_progress)
        return TropeGraph.open(out)
    from tropegraph.building.run import build_tables

    if (file := graph_file(paths)) is not None:
        return TropeGraph.of(read_graph(file))
    tables = build_tables(partial(readable, paths, stdin, columns), options, on_progress)
    return TropeGraph.of(tables, options=options.told())


def build_folder(
    inputs: Sequence[str | Path],
    out: str | PathLike[str],
    options: Options,
    *,
    stdin: BinaryIO | None = None,
    rebuild: bool = False,
    on_progress: OnProgress | None = None,
) -> "Built":
    """Build a graph folder, or bring it up to date, without holding the graph in memory.

    Args:
        inputs: Files and folders; "-" reads `stdin`.
        out: The folder.
        options: As `options_of` gives them.
        stdin: Stream that "-" stands for.
        rebuild: Parse all pages anew.
        on_progress: Called now and then.

    Returns:
        How many pages were read anew, kept and removed, and how many rows each table has.

    Raises:
        InputError, OutputError, ResourceError: As of `build`.
    """
    from tropegraph.building import run

    if (file := graph_file(inputs)) is not None:
        return _import(file, Path(out))
    sizes = Sizes(inputs) if on_progress else None
    read = partial(readable, inputs, stdin, options.columns)
    return run.build_folder(read, Path(out), options, on_progress, rebuild=rebuild, sizes=sizes)


def _import(file: Path, out: Path) -> "Built":
    """Write the graph folder of a graph file."""
    from tropegraph.building.run import Built

    Graph.check_writable(out)
    graph = Graph.of(read_graph(file))
    graph.save(out)
    return Built(1, 0, 0, dict(graph.manifest.counts))


def options_of(names: Iterable[KnownName] | None = None, decisions: Any = None, **given: Any) -> Options:
    """Options of a build.

    Args:
        names: Known trope titles; the ones that come with the package when `None`.
        decisions: Table of single names that overrules every rule.
        given: As of `building.options.Options`; what is `None` is left at its default.

    Raises:
        InputError: One is none.
    """
    from tropegraph.read import load_known_names

    known = tuple(load_known_names() if names is None else names)
    given["decisions"] = load_decisions(decisions) if decisions else None
    return Options(known, **{name: value for name, value in given.items() if value is not None})


def open(path: str | Path) -> TropeGraph:  # noqa: A001 - reads as tropegraph.open
    """The graph stored in a folder.

    Raises:
        GraphError: The folder is missing, is no graph, or is of another version.
    """
    return TropeGraph.open(Path(path))
