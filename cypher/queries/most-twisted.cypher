// name: most-twisted
// purpose: Tropes played with most: by the number of examples that state a modifier other than straight.
// params: limit (int, 20)
// columns: trope, id, twisted
// engines: embedded, neo4j
// example: limit=3
// hint: top
MATCH (t:Trope)
WHERE t.twisted > 0
RETURN t.name AS trope, t.id AS id, t.twisted AS twisted
ORDER BY twisted DESC, id
LIMIT $limit
