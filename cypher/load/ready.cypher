// name: ready
// purpose: Wait until every index answers.
// params: none
// columns: none
// engines: neo4j
CALL db.awaitIndexes(600)
