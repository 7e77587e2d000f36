// name: relations
// purpose: How a trope relates to other tropes, with the sentences that say so.
// params: name (trope), limit (int, 200)
// columns: relation, direction, trope, id, evidence_count, evidence, pages
// engines: embedded, neo4j
// example: name="Boldly Coming" limit=3
MATCH (t:Trope {id: $name})-[r:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|SEE_ALSO|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|LEADS_TO|INVOLVES|VARIANT_OF|COUNTERPART_OF]-(o:Trope)
WITH type(r) AS relation, CASE
    WHEN type(r) IN ['SISTER_TROPE', 'INVERSE_OF', 'CONTRAST_WITH', 'COMPARE_WITH', 'NOT_TO_BE_CONFUSED_WITH', 'OVERLAPS_WITH', 'COUNTERPART_OF'] THEN 'both'
    WHEN startNode(r).id = $name THEN 'out'
    ELSE 'in'
  END AS direction, o, r
RETURN relation, direction, o.name AS trope, o.id AS id,
  r.evidence_count AS evidence_count, r.evidence AS evidence, r.pages AS pages
ORDER BY relation, direction, id
LIMIT $limit
