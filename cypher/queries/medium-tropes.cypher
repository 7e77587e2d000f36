// name: medium-tropes
// purpose: Tropes over-represented in a medium: how many times more often its works use them than works of all media do.
// params: medium (medium), min_works (int, 3), limit (int, 20)
// columns: trope, id, works, all_works, ratio
// engines: embedded, neo4j
// example: medium="video game" limit=3
// hint: counting, top
MATCH (w:Work {medium: $medium})-[:EXAMPLE_OF]->(t:Trope)
WITH t.id AS id, t.works AS all_works, count(*) AS works
WHERE works >= $min_works
WITH id, works, all_works, toFloat(works) / all_works AS share
ORDER BY share DESC, works DESC, id
LIMIT $limit
WITH collect({id: id, works: works, all_works: all_works}) AS found
CALL () {
  MATCH (w:Work)
  RETURN count(w) AS everywhere
}
CALL () {
  MATCH (w:Work {medium: $medium})
  RETURN count(w) AS here
}
UNWIND found AS one
MATCH (t:Trope {id: one.id})
RETURN t.name AS trope, t.id AS id, one.works AS works, one.all_works AS all_works,
  toFloat(one.works * everywhere) / (one.all_works * here) AS ratio
ORDER BY ratio DESC, works DESC, id
