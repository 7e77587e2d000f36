// name: in_use
// purpose: Labels and types that the database knows.
// params: none
// columns: names
// engines: neo4j
CALL db.labels() YIELD label
WITH collect(label) AS labels
CALL db.relationshipTypes() YIELD relationshipType
WITH labels, collect(relationshipType) AS types
RETURN labels + types AS names
