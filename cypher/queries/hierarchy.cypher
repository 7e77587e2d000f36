// name: hierarchy
// purpose: The whole tree of a trope, both ways: supertropes and subtropes, theirs, and so on, each at its least distance.
// params: name (trope), depth (1-6, 3), limit (int, 500)
// columns: side, distance, trope, id
// engines: embedded, neo4j
// example: name="The Hero" depth=1
MATCH (t:Trope {id: $name})
CALL (t) {
  MATCH p = (t)-[:SUBTROPE_OF*1..6]->(o:Trope)
  WHERE o.id <> t.id
  RETURN 'supertrope' AS side, o, min(length(p)) AS distance
  UNION ALL
  MATCH p = (t)<-[:SUBTROPE_OF*1..6]-(o:Trope)
  WHERE o.id <> t.id
  RETURN 'subtrope' AS side, o, min(length(p)) AS distance
}
WITH side, distance, o
WHERE distance <= $depth
RETURN side, distance, o.name AS trope, o.id AS id
ORDER BY side DESC, distance, id
LIMIT $limit
