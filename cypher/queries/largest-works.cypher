// name: largest-works
// purpose: Works with most tropes.
// params: medium (medium, ""), limit (int, 20)
// columns: work, id, medium, tropes
// engines: embedded, neo4j
// example: limit=3
// hint: top
MATCH (w:Work)
WHERE w.tropes > 0 AND ($medium = '' OR w.medium = $medium)
RETURN w.name AS work, w.id AS id, w.medium AS medium, w.tropes AS tropes
ORDER BY tropes DESC, id
LIMIT $limit
