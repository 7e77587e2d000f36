// name: together
// purpose: Tropes that go together with a trope: lift says how many times more often than by chance, support in what share of its works.
// params: name (trope), min_shared (int, 3), limit (int, 20)
// columns: trope, id, shared, works, support, lift
// engines: embedded, neo4j
// example: name="The Hero" limit=3
// hint: top
MATCH (w:Work)
WITH count(w) AS everywhere
MATCH (t:Trope {id: $name})<-[:EXAMPLE_OF]-(:Work)-[:EXAMPLE_OF]->(o:Trope)
WITH everywhere, t.works AS mine, o.id AS id, o.works AS works, count(*) AS shared
WHERE shared >= $min_shared
WITH id, shared, works, toFloat(shared) / mine AS support, toFloat(shared * everywhere) / (mine * works) AS lift
ORDER BY lift DESC, shared DESC, id
LIMIT $limit
MATCH (o:Trope {id: id})
RETURN o.name AS trope, id, shared, works, support, lift
ORDER BY lift DESC, shared DESC, id
