// What is said of a node, put in order for reading.

// What is said of node i, as [{ title, type, rows: [{ node, edge }] }] in the vocabulary's order.
function groupsOf(data, i) {
  const groups = new Map();
  for (const edge of edgesOf(data, i)) {
    const relation = data.relations[data.type[edge]];
    const outward = data.source[edge] === i;
    const title = outward || relation.symmetric ? relation.forward : relation.backward;
    const key = data.type[edge] + title;
    if (!groups.has(key)) groups.set(key, { title, type: data.type[edge], rows: [] });
    groups.get(key).rows.push({ node: otherEnd(data, edge, i), edge });
  }
  return [...groups.values()].map((group) => ({ ...group, rows: group.rows.sort(byWorth(data)) }));
}

// "has the subtrope" reads "has subtropes" above several.
const titleFor = (title, count) => (count > 1 ? title.replace(/^has the (\w+)$/, 'has $1s') : title);

// Those with a sentence first, then the most important.
function byWorth(data) {
  const told = (row) => (data.evidence(row.edge).length ? 0 : 1);
  return (a, b) => told(a) - told(b) || a.node - b.node;
}

// The medium of a work, or an empty string.
const mediumOf = (data, i) => (data.medium[i] ? data.media[data.medium[i] - 1] : '');

// Rows by the medium of the work, or of the heading it stands under: [[medium, rows]], the largest first.
function byMedium(data, rows) {
  const parts = new Map();
  for (const row of rows) {
    const medium = mediumOf(data, row.node) || data.mediaOf(row.edge)[0] || '';
    if (!parts.has(medium)) parts.set(medium, []);
    parts.get(medium).push(row);
  }
  return [...parts].sort((a, b) => b[1].length - a[1].length);
}

// Rows that the very same sentences state, together: one sentence often names a whole list.
function bySentence(data, rows) {
  const bundles = new Map();
  for (const row of rows) {
    const evidence = data.evidence(row.edge);
    const key = evidence.length ? JSON.stringify(evidence.map((e) => [e.page, e.section, e.sentence])) : row.edge;
    if (!bundles.has(key)) bundles.set(key, []);
    bundles.get(key).push(row);
  }
  return [...bundles.values()];
}

// The words of an edge when it is walked from one of its ends.
function wordsFrom(data, edge, from) {
  const relation = data.relations[data.type[edge]];
  return data.source[edge] === from || relation.symmetric ? relation.forward : relation.backward;
}

const STATED = { work: "the work's page", trope: "the trope's page", index: 'an index', dataset: 'a published list, which gives no sentences' };

// "work, trope", as the data names who states an edge, in words.
const statedBy = (text) => text.split(', ').filter(Boolean).map((who) => STATED[who] || who).join(' and ');
