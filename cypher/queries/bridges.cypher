// name: bridges
// purpose: Bridges between two works: a trope that only the one uses, related to a trope that only the other uses.
// params: work (work), other (work), limit (int, 50)
// columns: trope, id, relation, direction, other_trope, other_id, evidence, pages
// engines: embedded, neo4j
// example: work="Galaxy Quest" other="A New Hope" limit=2
MATCH (:Work {id: $work})-[:EXAMPLE_OF]->(t:Trope)
WITH collect(t.id) AS mine
MATCH (:Work {id: $other})-[:EXAMPLE_OF]->(t:Trope)
WITH mine, collect(t.id) AS theirs
MATCH (:Work {id: $work})-[:EXAMPLE_OF]->(a:Trope)
WHERE NOT a.id IN theirs
MATCH (a)-[r:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|SEE_ALSO|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|LEADS_TO|INVOLVES|VARIANT_OF|COUNTERPART_OF]-(b:Trope)
WHERE b.id IN theirs AND NOT b.id IN mine
WITH a, r, b
ORDER BY r.evidence_count DESC, a.id, b.id, type(r), startNode(r).id
LIMIT $limit
RETURN a.name AS trope, a.id AS id, type(r) AS relation,
  CASE
    WHEN type(r) IN ['SISTER_TROPE', 'INVERSE_OF', 'CONTRAST_WITH', 'COMPARE_WITH', 'NOT_TO_BE_CONFUSED_WITH', 'OVERLAPS_WITH', 'COUNTERPART_OF'] THEN 'both'
    WHEN startNode(r).id = a.id THEN 'out'
    ELSE 'in'
  END AS direction, b.name AS other_trope, b.id AS other_id, r.evidence AS evidence, r.pages AS pages
ORDER BY r.evidence_count DESC, id, other_id, relation, direction
