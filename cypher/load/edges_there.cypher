// name: edges_there
// purpose: Edges of one type between two labels that a load made.
// params: none
// columns: source, target
// engines: neo4j
MATCH (source:SourceLabel)-[r:RELATION_TYPE]->(target:TargetLabel)
WHERE r.evidence_count IS NOT NULL AND r.keep IS NULL
RETURN source.id AS source, target.id AS target
