// name: nodes
// purpose: Nodes of one label, each made once; their properties become those of the graph folder.
// params: rows (list)
// columns: none
// engines: neo4j
UNWIND $rows AS row
MERGE (n:NodeLabel {id: row.id})
SET n += row.properties
