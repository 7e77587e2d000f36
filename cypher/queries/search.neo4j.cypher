// name: search
// purpose: Nodes whose title or one of whose other titles holds all the words, or their beginnings or parts; exact titles first.
// params: words (string), kind (kind, ""), limit (int, 20)
// columns: found, name, id, kind, aliases
// engines: neo4j
// example: words="hero" limit=4
WITH toLower(trim($words)) AS wanted
WITH wanted, [word IN split(reduce(key = wanted, c IN ['-', '+', '&', '|', '!', '(', ')', '{', '}', '[', ']', '^', '"', "'", '~', '*', '?', ':', ';', ',', '.', '/', '\\', '<', '>', '=', '@', '#', '$', '%', '_', '`', '’'] | replace(key, c, ' ')), ' ') WHERE word <> ''] AS words
WITH wanted, words,
  CASE WHEN size(words) = 0 THEN 'none' ELSE reduce(query = '', word IN words | query + ' +*' + word + '*') END AS query
CALL db.index.fulltext.queryNodes('tropegraph_names', query) YIELD node AS n
WITH n, wanted, words
WHERE ($kind = '' OR n.kind = $kind) AND size(words) > 0
  AND any(title IN [n.name] + n.aliases WHERE all(word IN words WHERE toLower(title) CONTAINS word))
WITH n, CASE
    WHEN toLower(n.name) = wanted THEN 'name'
    WHEN any(alias IN n.aliases WHERE toLower(alias) = wanted) THEN 'alias'
    WHEN toLower(n.name) STARTS WITH wanted THEN 'start'
    WHEN all(word IN words WHERE toLower(n.name) CONTAINS word) THEN 'part'
    ELSE 'part of an alias'
  END AS found
RETURN found, n.name AS name, n.id AS id, n.kind AS kind, n.aliases AS aliases
ORDER BY CASE found WHEN 'name' THEN 0 WHEN 'alias' THEN 1 WHEN 'start' THEN 2 WHEN 'part' THEN 3 ELSE 4 END, size(name), id
LIMIT $limit
