// name: most-twisted
// purpose: Tropes played with most: by the number of examples that state a modifier other than straight.
// params: limit (int, 20)
// columns: trope, id, twisted
// engines: embedded, neo4j
// example: limit=3
MATCH (t:Trope)<-[r:EXAMPLE_OF]-(:Work)
WHERE any(m IN r.modifiers WHERE m <> 'STRAIGHT')
WITH t, count(*) AS twisted
RETURN t.name AS trope, t.id AS id, twisted
ORDER BY twisted DESC, id
LIMIT $limit
