// name: paths
// purpose: All short ways between two tropes over relations between tropes, the shortest first, with the sentences along each.
// params: from (trope), to (trope), steps (1-3, 3), limit (int, 10)
// columns: way, step, name, id, relation, direction, next, next_id, evidence, pages
// engines: embedded, neo4j
// example: from="Boldly Coming" to="Mars Needs Women" steps=2 limit=2
MATCH p = (a:Trope {id: $from})-[:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|SEE_ALSO|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|LEADS_TO|INVOLVES|VARIANT_OF|COUNTERPART_OF*1..3]-(b:Trope {id: $to})
WHERE a.id <> b.id AND length(p) <= $steps
WITH DISTINCT [n IN nodes(p) | n.id] AS ids
WHERE all(i IN range(1, size(ids) - 1) WHERE NOT ids[i] IN ids[0..i])
WITH ids
ORDER BY size(ids), ids
LIMIT $limit
WITH collect(ids) AS ways
UNWIND range(1, size(ways)) AS way
UNWIND range(1, size(ways[way - 1]) - 1) AS step
WITH way, step, ways[way - 1][step - 1] AS one, ways[way - 1][step] AS other
MATCH (here:Trope {id: one})-[r:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|SEE_ALSO|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|LEADS_TO|INVOLVES|VARIANT_OF|COUNTERPART_OF]-(there:Trope {id: other})
RETURN way, step, here.name AS name, here.id AS id, type(r) AS relation,
  CASE
    WHEN type(r) IN ['SISTER_TROPE', 'INVERSE_OF', 'CONTRAST_WITH', 'COMPARE_WITH', 'NOT_TO_BE_CONFUSED_WITH', 'OVERLAPS_WITH', 'COUNTERPART_OF'] THEN 'both'
    WHEN startNode(r).id = here.id THEN 'out'
    ELSE 'in'
  END AS direction, there.name AS next, there.id AS next_id, r.evidence AS evidence, r.pages AS pages
ORDER BY way, step, relation, direction
