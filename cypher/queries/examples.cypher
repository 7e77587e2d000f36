// name: examples
// purpose: Works that use a trope, by medium: how each plays it, and the sentences that say so.
// params: name (trope), medium (string, ""), limit (int, 200)
// columns: medium, work, id, modifiers, stated_on, evidence, pages
// engines: embedded, neo4j
MATCH (w:Work)-[r:EXAMPLE_OF]->(t:Trope {id: $name})
WHERE $medium = '' OR toLower(w.medium) = toLower($medium)
RETURN w.medium AS medium, w.name AS work, w.id AS id, r.modifiers AS modifiers,
  r.stated_on AS stated_on, r.evidence AS evidence, r.pages AS pages
ORDER BY medium, id
LIMIT $limit
