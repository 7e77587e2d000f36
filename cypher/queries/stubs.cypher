// name: stubs
// purpose: Nodes whose own page was not read, those with most edges first: the pages to read next.
// params: kind (kind, "Trope"), limit (int, 50)
// columns: name, id, edges
// engines: embedded, neo4j
// example: limit=3
MATCH (n)
WHERE n.kind = $kind AND NOT n.has_page
WITH n, COUNT { (n)--() } AS edges
ORDER BY edges DESC, n.id
LIMIT $limit
RETURN n.name AS name, n.id AS id, edges
ORDER BY edges DESC, id
