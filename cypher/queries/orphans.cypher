// name: orphans
// purpose: Nodes that no edge joins to any other.
// params: kind (kind, ""), limit (int, 100)
// columns: kind, name, id, has_page
// engines: embedded, neo4j
// example:
MATCH (n)
WHERE (n.kind = $kind OR $kind = '' AND n.kind IS NOT NULL) AND NOT EXISTS { (n)--(m) WHERE m.id <> n.id }
RETURN n.kind AS kind, n.name AS name, n.id AS id, n.has_page AS has_page
ORDER BY kind, id
LIMIT $limit
