// name: together
// purpose: Tropes that go together with a trope: the share of the works of either that use both (Jaccard index).
// params: name (trope), min_shared (int, 2), limit (int, 20)
// columns: trope, id, shared, works, similarity
// engines: embedded, neo4j
MATCH (:Trope {id: $name})<-[:EXAMPLE_OF]-(w:Work)-[:EXAMPLE_OF]->(o:Trope)
WITH o, count(*) AS shared
WHERE shared >= $min_shared
MATCH (t:Trope {id: $name})
WITH o, shared, COUNT { (t)<-[:EXAMPLE_OF]-() } AS mine, COUNT { (o)<-[:EXAMPLE_OF]-() } AS works
RETURN o.name AS trope, o.id AS id, shared, works, toFloat(shared) / (mine + works - shared) AS similarity
ORDER BY similarity DESC, shared DESC, id
LIMIT $limit
