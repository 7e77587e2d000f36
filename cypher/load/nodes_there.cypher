// name: nodes_there
// purpose: Nodes of one label that a load made.
// params: none
// columns: id
// engines: neo4j
MATCH (n:NodeLabel)
WHERE n.has_page IS NOT NULL AND n.keep IS NULL
RETURN n.id AS id
