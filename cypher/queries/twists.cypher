// name: twists
// purpose: Works that do not play a trope as it stands: that subvert, avert or invert it, or as the modifier says.
// params: name (trope), modifier (modifier, ""), limit (int, 200)
// columns: twist, work, id, medium, modifiers, evidence, pages
// engines: embedded, neo4j
// example: name="The Hero" limit=3
MATCH (t:Trope {id: $name})<-[r:EXAMPLE_OF]-(w:Work)
UNWIND r.modifiers AS twist
WITH twist, w, r
WHERE twist = $modifier OR $modifier = '' AND twist IN ['SUBVERTED', 'DOUBLE_SUBVERTED', 'AVERTED', 'INVERTED', 'GENDER_INVERTED']
WITH twist, w, r
ORDER BY twist, w.id
LIMIT $limit
RETURN twist, w.name AS work, w.id AS id, w.medium AS medium, r.modifiers AS modifiers, r.evidence AS evidence, r.pages AS pages
ORDER BY twist, id
