// name: edges_bare
// purpose: As edges, without the sentences; those of an earlier load go.
// params: rows (list)
// columns: rows
// engines: neo4j
UNWIND $rows AS row
MATCH (source:SourceLabel {id: row.source})
MATCH (target:TargetLabel {id: row.target})
MERGE (source)-[r:RELATION_TYPE]->(target)
ON MATCH SET r.keep = CASE WHEN r.evidence_count IS NULL THEN true ELSE r.keep END
SET r += row.properties
REMOVE r.evidence, r.pages
RETURN count(*) AS rows
