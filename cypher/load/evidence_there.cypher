// name: evidence_there
// purpose: Sentences that a load made nodes of.
// params: none
// columns: id
// engines: neo4j
MATCH (e:Evidence)
WHERE e.as_written IS NOT NULL AND e.keep IS NULL
RETURN e.id AS id
