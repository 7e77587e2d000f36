// name: progress_drop
// purpose: Forget how far any load but this one was; none is this one when it is done.
// params: load (str)
// columns: none
// engines: neo4j
MATCH (p:TropegraphLoad)
WHERE p.load <> $load
DELETE p
