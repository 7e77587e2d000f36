// name: similar-works
// purpose: Works most like a work: the share of the tropes of either that both use, each weighted by its rarity. Tropes of more than hub works tell works apart too little and count as not shared.
// params: name (work), min_shared (int, 2), hub (int, 200), limit (int, 20)
// columns: work, id, medium, shared, tropes, similarity
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
WHERE shared >= $min_shared AND id <> $name
MATCH (w:Work {id: $name}), (o:Work {id: id})
WITH o, shared, weight, COUNT { (w)-[:EXAMPLE_OF]->() } AS mine, COUNT { (o)-[:EXAMPLE_OF]->() } AS tropes
WITH o, shared, tropes, toFloat(weight) / (1000000 * (mine + tropes - shared)) AS similarity
RETURN o.name AS work, o.id AS id, o.medium AS medium, shared, tropes, similarity
ORDER BY similarity DESC, shared DESC, id
LIMIT $limit
