// name: counts
// purpose: How many nodes there are of every kind, and how many edges of every type.
// params: none
// columns: name, count
// engines: embedded, neo4j
// example:
// hint: counting
MATCH (n)
RETURN coalesce(n.kind, labels(n)[0]) AS name, count(*) AS count
ORDER BY count DESC, name
UNION ALL
MATCH ()-[r]->()
RETURN type(r) AS name, count(*) AS count
ORDER BY count DESC, name
