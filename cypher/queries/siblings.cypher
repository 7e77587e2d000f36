// name: siblings
// purpose: Tropes beside a trope: those under the same supertrope, and those that a page calls its sisters.
// params: name (trope), limit (int, 200)
// columns: trope, id, stated, under
// engines: embedded, neo4j
// example: name="Kid Hero"
MATCH (t:Trope {id: $name})
CALL (t) {
  MATCH (t)-[:SUBTROPE_OF]->(above:Trope)<-[:SUBTROPE_OF]-(o:Trope)
  RETURN o, above.name AS above
  UNION ALL
  MATCH (t)-[:SISTER_TROPE]-(o:Trope)
  RETURN o, '' AS above
}
WITH o, above
WHERE o.id <> $name
WITH DISTINCT o, above
ORDER BY above
WITH o, collect(above) AS above
WITH o, '' IN above AS stated, [name IN above WHERE name <> ''] AS under
RETURN o.name AS trope, o.id AS id, stated, under
ORDER BY stated DESC, size(under) DESC, id
LIMIT $limit
