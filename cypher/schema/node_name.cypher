// name: node_name
// purpose: Quick lookups by title.
// params: none
// columns: none
// engines: neo4j
CREATE INDEX IF NOT EXISTS FOR (n:NodeLabel) ON (n.name)
