// name: recommend
// purpose: Tropes that a work does not use and the works most like it do: by the likeness of these works, less for what every work uses.
// params: name (work), neighbours (int, 30), hub (int, 200), limit (int, 20)
// columns: trope, id, votes, score, works
// engines: embedded, neo4j
// example: name="Galaxy Quest" limit=3
// hint: top
MATCH (w:Work {id: $name})-[:EXAMPLE_OF]->(t:Trope)
WHERE t.works <= $hub
// A trope of two works weighs a million, one of eight works half of that: whole numbers, so that sums are exact.
WITH w.tropes AS mine, t, toInteger(1000000 * sqrt(2.0 / t.works)) AS weight
MATCH (t)<-[:EXAMPLE_OF]-(o:Work)
WITH mine, o.id AS id, o.tropes AS tropes, count(*) AS shared, sum(weight) AS weight
WHERE id <> $name
WITH mine, id, tropes, shared, weight
ORDER BY weight DESC, id
LIMIT 300
WITH id, weight / (mine + tropes - shared) AS likeness
ORDER BY likeness DESC, id
LIMIT $neighbours
MATCH (o:Work {id: id})-[:EXAMPLE_OF]->(t:Trope)
WITH t.id AS id, count(*) AS votes, sum(likeness) AS likeness
MATCH (w:Work {id: $name}), (t:Trope {id: id})
WHERE NOT (w)-[:EXAMPLE_OF]->(t)
WITH t, votes, likeness
ORDER BY likeness DESC, t.id
LIMIT 100
RETURN t.name AS trope, t.id AS id, votes, likeness / sqrt(toFloat(t.works)) / 1000000 AS score, t.works AS works
ORDER BY score DESC, id
LIMIT $limit
