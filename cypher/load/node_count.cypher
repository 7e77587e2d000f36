// name: node_count
// purpose: All nodes of one label, whoever made them; the server keeps this number.
// params: none
// columns: n
// engines: neo4j
MATCH (n:NodeLabel)
RETURN count(n) AS n
