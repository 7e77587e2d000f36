// name: recommend
// purpose: Tropes that a work does not use and the works most like it do: by the likeness of these works, less for what every work uses.
// params: name (work), neighbours (int, 30), hub (int, 200), limit (int, 20)
// columns: trope, id, votes, score, works
// engines: embedded, neo4j
// example: name="Galaxy Quest" limit=3
// hint: counting
MATCH (w:Work {id: $name})-[:EXAMPLE_OF]->(t:Trope)
WITH t
MATCH (t)<-[r:EXAMPLE_OF]-()
WITH t, count(r) AS works
WHERE works <= $hub
// A trope of two works weighs a million, one of eight works half of that: whole numbers, so that sums are exact.
WITH t, toInteger(1000000 * sqrt(2.0 / works)) AS weight
MATCH (t)<-[:EXAMPLE_OF]-(o:Work)
WITH o.id AS id, count(*) AS shared, sum(weight) AS weight
WHERE id <> $name
ORDER BY weight DESC, id
LIMIT 300
MATCH (w:Work {id: $name}), (o:Work {id: id})
WITH o, weight / (COUNT { (w)-[:EXAMPLE_OF]->() } + COUNT { (o)-[:EXAMPLE_OF]->() } - shared) AS likeness
ORDER BY likeness DESC, o.id
LIMIT $neighbours
MATCH (o)-[:EXAMPLE_OF]->(t:Trope)
WITH t.id AS id, count(*) AS votes, sum(likeness) AS likeness
MATCH (w:Work {id: $name}), (t:Trope {id: id})
WHERE NOT (w)-[:EXAMPLE_OF]->(t)
WITH t, votes, likeness
ORDER BY likeness DESC, t.id
LIMIT 100
WITH t, votes, likeness, COUNT { (t)<-[:EXAMPLE_OF]-() } AS works
RETURN t.name AS trope, t.id AS id, votes, likeness / sqrt(toFloat(works)) / 1000000 AS score, works
ORDER BY score DESC, id
LIMIT $limit
