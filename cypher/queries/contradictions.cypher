// name: contradictions
// purpose: Pairs of tropes of which two things are said that do not go together, as that one is a subtrope and the inverse of the other.
// params: limit (int, 100)
// columns: kind, trope, id, other, other_id, relations, evidence, pages
// engines: embedded, neo4j
// example: limit=3
MATCH (a:Trope)-[r:SUBTROPE_OF|VARIANT_OF|LEADS_TO]->(b:Trope)-[s:SUBTROPE_OF|SISTER_TROPE|INVERSE_OF|NOT_TO_BE_CONFUSED_WITH|LEADS_TO|VARIANT_OF]-(a)
WHERE a.tied > 0 AND b.tied > 0
WITH a, r, b, s, type(r) AS one, type(s) AS two, startNode(s).id = b.id AS turned
WITH a, r, b, s, one, two, CASE
    WHEN one = two AND turned AND a.id < b.id THEN
      CASE one WHEN 'SUBTROPE_OF' THEN 'subtrope-both-ways' WHEN 'VARIANT_OF' THEN 'variant-both-ways' ELSE 'leads-both-ways' END
    WHEN one = 'SUBTROPE_OF' AND two = 'VARIANT_OF' AND turned THEN 'subtrope-variant'
    WHEN one = 'SUBTROPE_OF' AND two = 'INVERSE_OF' THEN 'subtrope-inverse'
    WHEN one = 'SUBTROPE_OF' AND two = 'SISTER_TROPE' THEN 'subtrope-sister'
    WHEN one = 'VARIANT_OF' AND two = 'INVERSE_OF' THEN 'variant-inverse'
    WHEN one <> 'LEADS_TO' AND two = 'NOT_TO_BE_CONFUSED_WITH' THEN 'confused-kin'
  END AS kind
WHERE kind IS NOT NULL
RETURN kind, a.name AS trope, a.id AS id, b.name AS other, b.id AS other_id, [one, two] AS relations,
  r.evidence + s.evidence AS evidence, r.pages + s.pages AS pages
ORDER BY kind, id, other_id, relations
LIMIT $limit
