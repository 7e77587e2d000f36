// name: find
// purpose: Nodes by id, title or alias, however it is capitalised; then those whose title holds the words.
// params: name (string), kind (kind, ""), limit (int, 10)
// columns: found, name, id, kind, aliases
// engines: embedded, neo4j
// example: name="the hero" limit=2
WITH toLower($name) AS wanted,
  reduce(key = '/' + toLower($name), c IN [' ', '-', "'", '’', ',', '.', '!', '?', ':'] | replace(key, c, '')) AS key
MATCH (n)
WHERE n.words CONTAINS wanted OR n.words CONTAINS key
WITH n, CASE
    WHEN $kind <> '' AND n.kind <> $kind THEN null
    WHEN n.id = $name THEN 'id'
    WHEN toLower(n.id) = wanted THEN 'id'
    WHEN toLower(n.name) = wanted THEN 'name'
    WHEN toLower(n.id) ENDS WITH key AND '/' + toLower(split(n.id, '/')[1]) = key THEN 'name'
    WHEN any(alias IN n.aliases WHERE toLower(alias) = wanted) THEN 'alias'
    WHEN toLower(n.name) CONTAINS wanted THEN 'part'
  END AS found
WHERE found IS NOT NULL
RETURN found, n.name AS name, n.id AS id, n.kind AS kind, n.aliases AS aliases
ORDER BY CASE found WHEN 'id' THEN 0 WHEN 'name' THEN 1 WHEN 'alias' THEN 2 ELSE 3 END, size(name), id
LIMIT $limit
