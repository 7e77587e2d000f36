// name: stubs
// purpose: Nodes whose own page was not read, those with most edges first: the pages to read next.
// params: kind (kind, "Trope"), limit (int, 50)
// columns: name, id, edges
// engines: embedded, neo4j
// example: limit=3
// hint: top
MATCH (n)
WHERE n.kind = $kind AND NOT n.has_page
RETURN n.name AS name, n.id AS id, n.edges AS edges
ORDER BY edges DESC, id
LIMIT $limit
