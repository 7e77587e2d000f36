// name: most-twisted
// purpose: Tropes played with most: by the number of examples that state a modifier other than straight.
// params: limit (int, 20)
// columns: trope, id, twisted
// engines: embedded, neo4j
// example: limit=3
MATCH (t:Trope)<-[r:EXAMPLE_OF]-(:Work)
WHERE r.modifiers <> [] AND r.modifiers <> ['STRAIGHT']
WITH t.id AS id, t.name AS trope, count(*) AS twisted
RETURN trope, id, twisted
ORDER BY twisted DESC, id
LIMIT $limit
