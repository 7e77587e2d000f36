// Finding a node by name or alias.

const EXACT = 0, START = 1, WORD = 2, JOINED = 3, INSIDE = 4;
const ARTICLES = /^(the|a|an) $/;
const ALIAS_PENALTY = 0.5;

function searchIndex(data) {
  const keys = [];
  const owners = [];
  const aliasOf = [];
  for (let i = 0; i < data.count; i++) {
    for (const name of [data.name[i], ...data.aliases(i)]) {
      keys.push(fold(name));
      owners.push(i);
      aliasOf.push(name === data.name[i] ? '' : name);
    }
  }
  return { keys, owners, aliasOf, joined: keys.map((key) => key.replaceAll(' ', '')) };
}

// How well `key` answers `query`, both folded: the lower the better, Infinity not at all.
function match(key, joined, query, squeezed) {
  if (key === query) return EXACT;
  const at = key.indexOf(query);
  if (at > 0 && ARTICLES.test(key.slice(0, at))) return key.length === at + query.length ? EXACT : START;
  if (at === 0) return START;
  if (at > 0 && (key[at - 1] === ' ' || key.includes(' ' + query))) return WORD;
  if (joined.startsWith(squeezed)) return JOINED;
  return at > 0 ? INSIDE : Infinity;
}

// The best nodes for a query: [{ node, alias }], an exact name first, then by place of the match and importance.
function find(index, text, limit, shown = () => true) {
  const query = fold(text.replace(/^.*\//, ''));
  if (!query) return [];
  const squeezed = query.replaceAll(' ', '');
  const best = new Map();
  for (let k = 0; k < index.keys.length; k++) {
    const rank = match(index.keys[k], index.joined[k], query, squeezed) + (index.aliasOf[k] ? ALIAS_PENALTY : 0);
    const node = index.owners[k];
    if (rank === Infinity || !shown(node)) continue;
    const known = best.get(node);
    if (!known || rank < known.rank) best.set(node, { node, rank, alias: index.aliasOf[k] });
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.node - b.node).slice(0, limit);
}
