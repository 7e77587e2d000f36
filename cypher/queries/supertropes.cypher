// name: supertropes
// purpose: The tropes above a trope: its supertropes, theirs, and so on, each at its least distance.
// params: name (trope), depth (1-6, 3), limit (int, 200)
// columns: distance, trope, id
// engines: embedded, neo4j
// example: name="Kid Hero"
MATCH p = (t:Trope {id: $name})-[:SUBTROPE_OF*1..6]->(o:Trope)
WHERE o.id <> $name
WITH o, min(length(p)) AS distance
WHERE distance <= $depth
RETURN distance, o.name AS trope, o.id AS id
ORDER BY distance, id
LIMIT $limit
