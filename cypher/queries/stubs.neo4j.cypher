// name: stubs
// purpose: Nodes whose own page was not read, those with most edges first: the pages to read next.
// params: kind (kind, "Trope"), limit (int, 50)
// columns: name, id, edges
// engines: neo4j
// example: limit=3
// Types are named, so that nodes of evidence do not count.
MATCH (n)
WHERE n.kind = $kind AND NOT n.has_page
WITH n, COUNT { (n)-[:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|CONTRAST_WITH|COMPARE_WITH|SEE_ALSO|NOT_TO_BE_CONFUSED_WITH|OVERLAPS_WITH|LEADS_TO|INVOLVES|VARIANT_OF|COUNTERPART_OF|EXAMPLE_OF|IN_INDEX|MENTIONS]-() } AS edges
ORDER BY edges DESC, n.id
LIMIT $limit
RETURN n.name AS name, n.id AS id, edges
ORDER BY edges DESC, id
