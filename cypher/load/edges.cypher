// name: edges
// purpose: Edges of one type between two labels, each made once; what was there and is no load's own is to be kept.
// params: rows (list)
// columns: rows
// engines: neo4j
UNWIND $rows AS row
MATCH (source:SourceLabel {id: row.source})
MATCH (target:TargetLabel {id: row.target})
MERGE (source)-[r:RELATION_TYPE]->(target)
ON MATCH SET r.keep = CASE WHEN r.evidence_count IS NULL THEN true ELSE r.keep END
SET r += row.properties
RETURN count(*) AS rows
