// name: evidence_delete
// purpose: Remove sentences that a load made nodes of, but for those that have edges of others.
// params: rows (list)
// columns: none
// engines: neo4j
UNWIND $rows AS row
MATCH (e:Evidence {id: row.id})
WHERE e.as_written IS NOT NULL AND e.keep IS NULL
OPTIONAL MATCH (e)-[r:EVIDENCE_FROM|EVIDENCE_TO]->()
DELETE r
WITH DISTINCT e
WHERE NOT EXISTS { (e)--() }
DELETE e
