// name: search
// purpose: Nodes whose title or one of whose other titles holds all the words, or their beginnings or parts; exact titles first.
// params: words (string), kind (kind, ""), limit (int, 20)
// columns: found, name, id, kind, aliases
// engines: embedded, neo4j
// example: words="hero" limit=4
WITH toLower(trim($words)) AS wanted
WITH wanted, [word IN split(reduce(key = wanted, c IN ['-', '+', '&', '|', '!', '(', ')', '{', '}', '[', ']', '^', '"', "'", '~', '*', '?', ':', ';', ',', '.', '/', '\\', '<', '>', '=', '@', '#', '$', '%', '_', '`', '’'] | replace(key, c, ' ')), ' ') WHERE word <> ''] AS words
MATCH (n)
WHERE n.words CONTAINS words[0] AND all(word IN words WHERE n.words CONTAINS word)
WITH n, CASE
    WHEN $kind <> '' AND n.kind <> $kind THEN null
    WHEN toLower(n.name) = wanted THEN 'name'
    WHEN any(alias IN n.aliases WHERE toLower(alias) = wanted) THEN 'alias'
    WHEN toLower(n.name) STARTS WITH wanted THEN 'start'
    WHEN all(word IN words WHERE toLower(n.name) CONTAINS word) THEN 'part'
    WHEN any(alias IN n.aliases WHERE all(word IN words WHERE toLower(alias) CONTAINS word)) THEN 'part of an alias'
  END AS found
WHERE found IS NOT NULL
RETURN found, n.name AS name, n.id AS id, n.kind AS kind, n.aliases AS aliases
ORDER BY CASE found WHEN 'name' THEN 0 WHEN 'alias' THEN 1 WHEN 'start' THEN 2 WHEN 'part' THEN 3 ELSE 4 END, size(name), id
LIMIT $limit
