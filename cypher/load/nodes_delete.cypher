// name: nodes_delete
// purpose: Remove nodes that a load made, but for those that have edges of others.
// params: rows (list)
// columns: none
// engines: neo4j
UNWIND $rows AS row
MATCH (n:NodeLabel {id: row.id})
WHERE n.has_page IS NOT NULL AND n.keep IS NULL AND NOT EXISTS { (n)--() }
DELETE n
