// name: shared-tropes
// purpose: Tropes that two works both use, the rarest first, with how each plays them.
// params: work (work), other (work), limit (int, 50)
// columns: trope, id, works, modifiers, other_modifiers, evidence, other_evidence
// engines: embedded, neo4j
// example: work="Galaxy Quest" other="A New Hope" limit=2
MATCH (a:Work {id: $work})-[:EXAMPLE_OF]->(t:Trope)
WITH collect(t.id) AS mine
MATCH (b:Work {id: $other})-[s:EXAMPLE_OF]->(t:Trope)
WHERE t.id IN mine
WITH t, s, t.works AS works
ORDER BY works, t.id
LIMIT $limit
MATCH (a:Work {id: $work})-[r:EXAMPLE_OF]->(t)
RETURN t.name AS trope, t.id AS id, works, r.modifiers AS modifiers, s.modifiers AS other_modifiers,
  r.evidence AS evidence, s.evidence AS other_evidence
ORDER BY works, id
