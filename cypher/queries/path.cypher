// name: path
// purpose: A shortest path between two nodes along edges of any type; of several, the first in id order.
// params: from (node), to (node)
// columns: length, names, ids, relations
// engines: embedded, neo4j
MATCH (a {id: $from}), (b {id: $to})
WITH a, b
WHERE a.id <> b.id
MATCH p = allShortestPaths((a)-[*..8]-(b))
WITH p, [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS relations
RETURN length(p) AS length, [n IN nodes(p) | n.name] AS names, ids, relations
ORDER BY ids, relations
LIMIT 1
