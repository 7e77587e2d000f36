// name: edges_delete
// purpose: Remove edges that a load made.
// params: rows (list)
// columns: none
// engines: neo4j
UNWIND $rows AS row
MATCH (source:SourceLabel {id: row.source})
MATCH (target:TargetLabel {id: row.target})
MATCH (source)-[r:RELATION_TYPE]->(target)
WHERE r.evidence_count IS NOT NULL AND r.keep IS NULL
DELETE r
