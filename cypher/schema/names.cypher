// name: names
// purpose: Search by words of titles and other titles: CALL db.index.fulltext.queryNodes('tropegraph_names', 'words').
// params: none
// columns: none
// engines: neo4j
CREATE FULLTEXT INDEX tropegraph_names IF NOT EXISTS FOR (n:NodeLabels) ON EACH [n.name, n.aliases]
