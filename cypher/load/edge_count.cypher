// name: edge_count
// purpose: All edges of one type, whoever made them; the server keeps this number.
// params: none
// columns: n
// engines: neo4j
MATCH ()-[r:RELATION_TYPE]->()
RETURN count(r) AS n
