// name: in_use
// purpose: Labels and types that the database knows.
// params: none
// columns: name
// engines: neo4j
CALL db.labels() YIELD label
RETURN label AS name
UNION
CALL db.relationshipTypes() YIELD relationshipType
RETURN relationshipType AS name
