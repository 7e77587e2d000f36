"""Tables in Arrow and in DuckDB: what the graph, the resolver and the checks have in common."""
