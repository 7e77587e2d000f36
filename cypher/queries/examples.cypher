// name: examples
// purpose: Works that use a trope, by medium: how each plays it, and the sentences that say so.
// params: name (trope), medium (medium, ""), modifier (modifier, ""), limit (int, 200)
// columns: medium, work, id, modifiers, stated_on, evidence, pages
// engines: embedded, neo4j
// example: name="The Hero" medium=film limit=3
MATCH (t:Trope {id: $name})<-[r:EXAMPLE_OF]-(w:Work)
WHERE ($medium = '' OR w.medium = $medium) AND ($modifier = '' OR $modifier IN r.modifiers)
WITH w, r
ORDER BY w.medium, w.id
LIMIT $limit
RETURN w.medium AS medium, w.name AS work, w.id AS id, r.modifiers AS modifiers,
  r.stated_on AS stated_on, r.evidence AS evidence, r.pages AS pages
ORDER BY medium, id
