// name: indexes
// purpose: The indexes that list a node, and those that list these, each at its least height.
// params: name (node), height (1-6, 6), limit (int, 100)
// columns: height, name, id, entries
// engines: embedded, neo4j
// example: name="Kid Hero"
MATCH p = (n {id: $name})-[:IN_INDEX*1..6]->(i)
WHERE i.id <> $name
WITH i, min(length(p)) AS height
WHERE height <= $height
RETURN height, i.name AS name, i.id AS id, COUNT { (i)<-[:IN_INDEX]-() } AS entries
ORDER BY height, id
LIMIT $limit
