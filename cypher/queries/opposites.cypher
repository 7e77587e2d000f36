// name: opposites
// purpose: Tropes that are the inverse of a trope or contrast with it.
// params: name (trope), limit (int, 200)
// columns: relation, trope, id, evidence_count, evidence, pages
// engines: embedded, neo4j
// example: name="The Hero" limit=2
MATCH (t:Trope {id: $name})-[r:INVERSE_OF|CONTRAST_WITH]-(o:Trope)
RETURN type(r) AS relation, o.name AS trope, o.id AS id,
  r.evidence_count AS evidence_count, r.evidence AS evidence, r.pages AS pages
ORDER BY relation DESC, id
LIMIT $limit
