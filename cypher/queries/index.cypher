// name: index
// purpose: What an index lists, and the indexes within it list, each at its least depth.
// params: name (index), depth (1-6, 1), limit (int, 500)
// columns: depth, kind, name, id, has_page
// engines: embedded, neo4j
// example: name="Hero Tropes" limit=3
MATCH p = (i:Index {id: $name})<-[:IN_INDEX*1..6]-(n)
WHERE n.id <> $name
WITH n, min(length(p)) AS depth
WHERE depth <= $depth
RETURN depth, n.kind AS kind, n.name AS name, n.id AS id, n.has_page AS has_page
ORDER BY depth, kind, id
LIMIT $limit
