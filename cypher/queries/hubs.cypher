// name: hubs
// purpose: The most connected nodes of one kind, with the number of their edges of every type.
// params: kind (kind, "Trope"), limit (int, 20)
// columns: name, id, edges
// engines: embedded, neo4j
// example: limit=3
// hint: top
MATCH (n)
WHERE n.kind = $kind
RETURN n.name AS name, n.id AS id, n.edges AS edges
ORDER BY edges DESC, id
LIMIT $limit
