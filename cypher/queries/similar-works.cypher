// name: similar-works
// purpose: Works most like a work: the share of the tropes of either that both use, each weighted by its rarity. Tropes of more than hub works tell works apart too little and count as not shared.
// params: name (work), min_shared (int, 2), hub (int, 200), limit (int, 20)
// columns: work, id, medium, shared, tropes, similarity
// engines: embedded, neo4j
// example: name="Galaxy Quest" limit=3
// hint: top
MATCH (w:Work {id: $name})-[:EXAMPLE_OF]->(t:Trope)
WHERE t.works <= $hub
// A trope of two works weighs a million, one of eight works half of that: whole numbers, so that sums are exact.
WITH w.tropes AS mine, t, toInteger(1000000 * sqrt(2.0 / t.works)) AS weight
MATCH (t)<-[:EXAMPLE_OF]-(o:Work)
WITH mine, o.id AS id, o.tropes AS tropes, count(*) AS shared, sum(weight) AS weight
WHERE shared >= $min_shared AND id <> $name
WITH id, shared, tropes, toFloat(weight) / (1000000 * (mine + tropes - shared)) AS similarity
ORDER BY similarity DESC, shared DESC, id
LIMIT $limit
MATCH (o:Work {id: id})
RETURN o.name AS work, id, o.medium AS medium, shared, tropes, similarity
ORDER BY similarity DESC, shared DESC, id
