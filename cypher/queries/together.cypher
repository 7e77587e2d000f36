// name: together
// purpose: Tropes that go together with a trope: lift says how many times more often than by chance, support in what share of its works.
// params: name (trope), min_shared (int, 3), limit (int, 20)
// columns: trope, id, shared, works, support, lift
// engines: embedded, neo4j
// example: name="The Hero" limit=3
MATCH (w:Work)
WITH count(w) AS everywhere
MATCH (t:Trope {id: $name})
WITH everywhere, COUNT { (t)<-[:EXAMPLE_OF]-() } AS mine
MATCH (:Trope {id: $name})<-[:EXAMPLE_OF]-(w:Work)-[:EXAMPLE_OF]->(o:Trope)
WITH everywhere, mine, o.id AS id, count(*) AS shared
WHERE shared >= $min_shared
MATCH (o:Trope {id: id})
WITH everywhere, mine, o, shared, COUNT { (o)<-[:EXAMPLE_OF]-() } AS works
RETURN o.name AS trope, o.id AS id, shared, works, toFloat(shared) / mine AS support,
  toFloat(shared * everywhere) / (mine * works) AS lift
ORDER BY lift DESC, shared DESC, id
LIMIT $limit
