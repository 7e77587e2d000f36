// name: aliases
// purpose: Search by words of other titles only. Not a range index: that one refuses lists of more than 8 kB.
// params: none
// columns: none
// engines: neo4j
CREATE FULLTEXT INDEX tropegraph_aliases IF NOT EXISTS FOR (n:NodeLabels) ON EACH [n.aliases]
