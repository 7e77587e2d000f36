// name: orphans
// purpose: Nodes that no edge joins to any other.
// params: kind (kind, ""), limit (int, 100)
// columns: kind, name, id, has_page
// engines: embedded, neo4j
// example:
MATCH (n)
// One that only its own loops join has at most one of each type.
WHERE n.edges <= 15 AND (n.kind = $kind OR $kind = '' AND n.kind IS NOT NULL)
  AND (n.edges = 0 OR NOT EXISTS { (n)--(m) WHERE m.id <> n.id })
RETURN n.kind AS kind, n.name AS name, n.id AS id, n.has_page AS has_page
ORDER BY kind, id
LIMIT $limit
