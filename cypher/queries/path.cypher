// name: path
// purpose: A shortest way of at most six steps between two nodes, with every edge on it and its sentences; of several the first by id.
// params: from (node), to (node)
// columns: step, name, id, relation, direction, next, next_id, evidence, pages
// engines: embedded, neo4j
// example: from="Boldly Coming" to="Celibate Hero"
MATCH (a {id: $from}), (b {id: $to})
WITH a, b
WHERE a.id <> b.id
MATCH s = shortestPath((a)-[*..6]-(b))
WITH a, b, (length(s) + 1) / 2 AS near, length(s) / 2 AS far
// The middle: the first node that is near steps from a and far steps from b.
CALL (a, b, near, far) {
  CALL (a, near) {
    WITH a, near WHERE near = 1 MATCH (a)--(m) RETURN DISTINCT m, 1 AS side
    UNION ALL
    WITH a, near WHERE near = 2 MATCH (a)--(x) WITH DISTINCT x MATCH (x)--(m) RETURN DISTINCT m, 1 AS side
    UNION ALL
    WITH a, near WHERE near = 3 MATCH (a)--(x) WITH DISTINCT x MATCH (x)--(y) WITH DISTINCT y
    MATCH (y)--(m) RETURN DISTINCT m, 1 AS side
  }
  RETURN m, side
  UNION ALL
  CALL (b, far) {
    WITH b, far WHERE far = 0 RETURN b AS m, 2 AS side
    UNION ALL
    WITH b, far WHERE far = 1 MATCH (b)--(m) RETURN DISTINCT m, 2 AS side
    UNION ALL
    WITH b, far WHERE far = 2 MATCH (b)--(x) WITH DISTINCT x MATCH (x)--(m) RETURN DISTINCT m, 2 AS side
    UNION ALL
    WITH b, far WHERE far = 3 MATCH (b)--(x) WITH DISTINCT x MATCH (x)--(y) WITH DISTINCT y
    MATCH (y)--(m) RETURN DISTINCT m, 2 AS side
  }
  RETURN m, side
}
WITH a, b, near, far, m, count(*) AS sides
WHERE sides = 2
WITH a, b, near, far, m
ORDER BY m.id
LIMIT 1
// The nodes before and after the middle.
CALL (a, m, near) {
  WITH a, m, near WHERE near = 1 RETURN [a] AS before
  UNION ALL
  WITH a, m, near WHERE near = 2 MATCH (a)--(x)--(m)
  WITH a, x ORDER BY x.id LIMIT 1 RETURN [a, x] AS before
  UNION ALL
  WITH a, m, near WHERE near = 3 MATCH (a)--(x)--(y)--(m)
  WITH a, x, y ORDER BY x.id, y.id LIMIT 1 RETURN [a, x, y] AS before
}
CALL (m, b, far) {
  WITH m, b, far WHERE far = 0 RETURN [m] AS after
  UNION ALL
  WITH m, b, far WHERE far = 1 RETURN [m, b] AS after
  UNION ALL
  WITH m, b, far WHERE far = 2 MATCH (m)--(x)--(b)
  WITH m, b, x ORDER BY x.id LIMIT 1 RETURN [m, x, b] AS after
  UNION ALL
  WITH m, b, far WHERE far = 3 MATCH (m)--(x)--(y)--(b)
  WITH m, b, x, y ORDER BY x.id, y.id LIMIT 1 RETURN [m, x, y, b] AS after
}
WITH before + after AS way
UNWIND range(1, size(way) - 1) AS step
WITH step, way[step - 1] AS here, way[step] AS there
MATCH (here)-[r]-(there)
RETURN step, here.name AS name, here.id AS id, type(r) AS relation,
  CASE
    WHEN type(r) IN ['SISTER_TROPE', 'INVERSE_OF', 'CONTRAST_WITH', 'COMPARE_WITH', 'NOT_TO_BE_CONFUSED_WITH', 'OVERLAPS_WITH', 'COUNTERPART_OF'] THEN 'both'
    WHEN startNode(r).id = here.id THEN 'out'
    ELSE 'in'
  END AS direction,
  there.name AS next, there.id AS next_id, r.evidence AS evidence, r.pages AS pages
ORDER BY step, relation, direction
