// name: progress_get
// purpose: How far a writer of an interrupted load was.
// params: load (str), part (int)
// columns: step, done
// engines: neo4j
MATCH (p:TropegraphLoad {load: $load, part: $part})
RETURN p.step AS step, p.done AS done
