// name: evidence
// purpose: Every sentence that joins two nodes, whichever way their edges lead, with the page it stands on.
// params: from (node), to (node), limit (int, 200)
// columns: relation, direction, sentence, page, modifiers, stated_on
// engines: embedded, neo4j
// example: from="Big Bad" to="The Hero"
MATCH (a {id: $from})-[r]-(b {id: $to})
WITH DISTINCT r
WITH r, CASE
    WHEN type(r) IN ['SISTER_TROPE', 'INVERSE_OF', 'CONTRAST_WITH', 'COMPARE_WITH', 'NOT_TO_BE_CONFUSED_WITH', 'OVERLAPS_WITH', 'COUNTERPART_OF'] THEN 'both'
    WHEN startNode(r).id = $from THEN 'out'
    ELSE 'in'
  END AS direction
UNWIND CASE WHEN coalesce(size(r.evidence), 0) = 0 THEN [-1] ELSE range(0, size(r.evidence) - 1) END AS i
RETURN type(r) AS relation, direction, CASE WHEN i < 0 THEN '' ELSE r.evidence[i] END AS sentence,
  CASE WHEN i < 0 THEN '' ELSE r.pages[i] END AS page, r.modifiers AS modifiers, r.stated_on AS stated_on
ORDER BY relation, direction, page, sentence
LIMIT $limit
