// name: progress_set
// purpose: How far a load is; written in one transaction with the rows that it counts.
// params: part (int), load (str), step (int), done (int)
// columns: none
// engines: neo4j
MERGE (p:TropegraphLoad {part: $part})
SET p.load = $load, p.step = $step, p.done = $done
