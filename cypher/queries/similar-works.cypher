// name: similar-works
// purpose: Works most like a work: the share of the tropes of either that both use (Jaccard index).
// params: name (work), min_shared (int, 2), limit (int, 20)
// columns: work, id, medium, shared, tropes, similarity
// engines: embedded, neo4j
MATCH (:Work {id: $name})-[:EXAMPLE_OF]->(t:Trope)<-[:EXAMPLE_OF]-(o:Work)
WITH o, count(*) AS shared
WHERE shared >= $min_shared
MATCH (w:Work {id: $name})
WITH o, shared, COUNT { (w)-[:EXAMPLE_OF]->() } AS mine, COUNT { (o)-[:EXAMPLE_OF]->() } AS tropes
RETURN o.name AS work, o.id AS id, o.medium AS medium, shared, tropes,
  toFloat(shared) / (mine + tropes - shared) AS similarity
ORDER BY similarity DESC, shared DESC, id
LIMIT $limit
