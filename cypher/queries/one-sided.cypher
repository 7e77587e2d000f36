// name: one-sided
// purpose: Symmetric relations that the page of only one of the two tropes states, though both pages were read.
// params: relation (relation, ""), limit (int, 100)
// columns: relation, stated_by, silent, trope, id, other, other_id, evidence
// engines: embedded, neo4j
// example: relation="contrast with" limit=2
// hint: top
MATCH (a:Trope {has_page: true})-[r:SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|COUNTERPART_OF]->(b:Trope {has_page: true})
WHERE (a.id IN r.pages XOR b.id IN r.pages) AND ($relation = '' OR type(r) = $relation)
WITH a, r, b
ORDER BY r.evidence_count DESC, type(r), a.id, b.id
LIMIT $limit
RETURN type(r) AS relation, CASE WHEN a.id IN r.pages THEN a.id ELSE b.id END AS stated_by,
  CASE WHEN a.id IN r.pages THEN b.id ELSE a.id END AS silent,
  a.name AS trope, a.id AS id, b.name AS other, b.id AS other_id, r.evidence AS evidence
ORDER BY r.evidence_count DESC, relation, id, other_id
