// name: nodes
// purpose: Nodes of one label, each made once; what was there and is no load's own (it lacks has_page) is to be kept.
// params: rows (list)
// columns: rows
// engines: neo4j
UNWIND $rows AS row
MERGE (n:NodeLabel {id: row.id})
ON MATCH SET n.keep = CASE WHEN n.has_page IS NULL THEN true ELSE n.keep END
SET n += row.properties
RETURN count(*) AS rows
