// name: medium-tropes
// purpose: Tropes over-represented in a medium: how many times more often its works use them than works of all media do.
// params: medium (medium), min_works (int, 3), limit (int, 20)
// columns: trope, id, works, all_works, ratio
// engines: embedded, neo4j
// example: medium="video game" limit=3
MATCH (w:Work)
WITH count(w) AS everywhere
MATCH (w:Work {medium: $medium})
WITH everywhere, count(w) AS here
MATCH (w:Work)-[:EXAMPLE_OF]->(t:Trope)
WHERE w.medium = $medium
WITH everywhere, here, t.id AS id, count(*) AS works
WHERE works >= $min_works
MATCH (t:Trope {id: id})
WITH everywhere, here, t, works, COUNT { (t)<-[:EXAMPLE_OF]-() } AS all_works
RETURN t.name AS trope, t.id AS id, works, all_works, toFloat(works * everywhere) / (all_works * here) AS ratio
ORDER BY ratio DESC, works DESC, id
LIMIT $limit
