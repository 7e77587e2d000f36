// name: node_lists
// purpose: Empty lists of nodes, which neo4j-admin leaves out when it imports; a list of one empty text stands as BLANK.
// params: none
// columns: none
// engines: neo4j
MATCH (n:NodeLabel)
WHERE n.has_page IS NOT NULL
CALL (n) {
  UNWIND LIST_PROPERTIES AS name
  WITH n, name WHERE n[name] IS NULL OR n[name] = [BLANK]
  SET n[name] = CASE WHEN n[name] IS NULL THEN [] ELSE [''] END
} IN TRANSACTIONS OF 5000 ROWS
