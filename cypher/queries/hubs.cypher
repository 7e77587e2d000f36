// name: hubs
// purpose: The most connected nodes of one kind, with the number of their edges of every type.
// params: kind (string, "Trope"), limit (int, 20)
// columns: name, id, edges
// engines: embedded, neo4j
MATCH (n)
WHERE n.kind = $kind
WITH n, COUNT { (n)--() } AS edges
RETURN n.name AS name, n.id AS id, edges
ORDER BY edges DESC, id
LIMIT $limit
