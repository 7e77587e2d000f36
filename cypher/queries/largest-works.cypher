// name: largest-works
// purpose: Works with most tropes.
// params: medium (medium, ""), limit (int, 20)
// columns: work, id, medium, tropes
// engines: embedded, neo4j
// example: limit=3
MATCH (w:Work)
WHERE $medium = '' OR w.medium = $medium
WITH w, COUNT { (w)-[:EXAMPLE_OF]->() } AS tropes
WHERE tropes > 0
WITH w, tropes
ORDER BY tropes DESC, w.id
LIMIT $limit
RETURN w.name AS work, w.id AS id, w.medium AS medium, tropes
ORDER BY tropes DESC, id
