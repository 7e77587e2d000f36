// name: profile
// purpose: What kind of work a work is: how many tropes it uses, how it plays them, and the media of works that share those that at most hub works use.
// params: name (work), hub (int, 200)
// columns: what, value, count
// engines: embedded, neo4j
// example: name="Galaxy Quest" hub=4
// hint: counting
MATCH (w:Work {id: $name})-[r:EXAMPLE_OF]->()
RETURN 'tropes' AS what, w.medium AS value, count(r) AS count
UNION ALL
MATCH (w:Work {id: $name})-[r:EXAMPLE_OF]->(t:Trope)
UNWIND CASE WHEN size(r.modifiers) = 0 THEN ['none stated'] ELSE r.modifiers END AS value
RETURN 'modifier' AS what, value, count(*) AS count
ORDER BY count DESC, value
UNION ALL
MATCH (w:Work {id: $name})-[:EXAMPLE_OF]->(t:Trope)
WHERE t.works <= $hub
WITH t
MATCH (t)<-[:EXAMPLE_OF]-(o:Work)
WHERE o.id <> $name
WITH DISTINCT o.id AS id, o.medium AS medium
RETURN 'medium' AS what, medium AS value, count(*) AS count
ORDER BY count DESC, value
