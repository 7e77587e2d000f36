// name: evidence
// purpose: Sentences as nodes of their own, each joined to both ends of the edge that it states.
// params: rows (list)
// columns: rows
// engines: neo4j
UNWIND $rows AS row
MATCH (source:SourceLabel {id: row.source})
MATCH (target:TargetLabel {id: row.target})
MERGE (e:Evidence {id: row.id})
SET e += row.properties
MERGE (e)-[:EVIDENCE_FROM]->(source)
MERGE (e)-[:EVIDENCE_TO]->(target)
RETURN count(*) AS rows
