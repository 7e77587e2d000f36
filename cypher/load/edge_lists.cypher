// name: edge_lists
// purpose: Empty lists of edges, which neo4j-admin leaves out when it imports; a list of one empty text stands as BLANK.
// params: none
// columns: none
// engines: neo4j
MATCH ()-[r:RELATION_TYPE]->()
WHERE r.evidence_count IS NOT NULL
CALL (r) {
  UNWIND LIST_PROPERTIES AS name
  WITH r, name WHERE r[name] IS NULL OR r[name] = [BLANK]
  SET r[name] = CASE WHEN r[name] IS NULL THEN [] ELSE [''] END
} IN TRANSACTIONS OF 5000 ROWS
