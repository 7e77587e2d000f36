// name: pairs
// purpose: All pairs of tropes that one type of relation joins, those with most evidence first.
// params: relation (relation), limit (int, 100)
// columns: trope, id, other, other_id, evidence_count, evidence, pages
// engines: embedded, neo4j
// example: relation="inverse of" limit=2
// hint: top
MATCH (a:Trope)-[r:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|SEE_ALSO|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|LEADS_TO|INVOLVES|VARIANT_OF|COUNTERPART_OF]->(b:Trope)
WHERE type(r) = $relation
WITH a, r, b
ORDER BY r.evidence_count DESC, a.id, b.id
LIMIT $limit
RETURN a.name AS trope, a.id AS id, b.name AS other, b.id AS other_id,
  r.evidence_count AS evidence_count, r.evidence AS evidence, r.pages AS pages
ORDER BY evidence_count DESC, id, other_id
