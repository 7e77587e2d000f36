// name: node_id
// purpose: One node for each id; the lookups of every load go through it.
// params: none
// columns: none
// engines: neo4j
CREATE CONSTRAINT IF NOT EXISTS FOR (n:NodeLabel) REQUIRE n.id IS UNIQUE
