// name: edges
// purpose: Edges of one type between nodes of two labels, each made once, with properties as in the graph folder.
// params: rows (list)
// columns: none
// engines: neo4j
UNWIND $rows AS row
MATCH (source:SourceLabel {id: row.source})
MATCH (target:TargetLabel {id: row.target})
MERGE (source)-[r:RELATION_TYPE]->(target)
SET r += row.properties
