// The page's data as columns. Nodes are numbers from 0, most important first; so are edges, by type.
// The other side of this is pack.py.

function numbersOf(column) {
  const signs = atob(column.base64);
  const bytes = new Uint8Array(signs.length);
  for (let k = 0; k < signs.length; k++) bytes[k] = signs.charCodeAt(k);
  const types = { Uint8Array, Uint16Array, Uint32Array, Int16Array, Int32Array };
  return new types[column.type](bytes.buffer);
}

function decode(raw) {
  const nodes = raw.nodes;
  const edges = raw.edges;
  const spaceOf = numbersOf(nodes.space);
  const plain = numbersOf(nodes.address.plain);
  const source = numbersOf(edges.source);
  const target = numbersOf(edges.target);
  const id = (i) => (nodes.spaces[spaceOf[i]] ? nodes.spaces[spaceOf[i]] + '/' : '') + nodes.local[i];
  const others = (column, i) => (i in column.others ? column.others[i] : column.usual);
  return {
    title: raw.title,
    focus: raw.focus,
    count: nodes.count,
    name: nodes.name,
    local: nodes.local,
    id,
    number: new Map(Array.from({ length: nodes.count }, (_, i) => [id(i), i])),
    kinds: raw.kinds,
    kind: numbersOf(nodes.kind),
    media: raw.media,
    medium: numbersOf(nodes.medium), // 0: none; else a position in media, plus 1
    x: numbersOf(nodes.x),
    y: numbersOf(nodes.y),
    radius: Float32Array.from(numbersOf(nodes.radius10), (r) => r / 10),
    aliases: (i) => nodes.aliases[i] || [],
    address: (i) => (plain[i] ? nodes.address.start + id(i) : nodes.address.others[i] || ''),
    relations: raw.relations,
    edgeCount: edges.count,
    perType: edges.per_type,
    source,
    target,
    type: typesOf(edges.per_type, edges.count),
    modifiers: (e) => (edges.modifiers[e] || []).map((m) => raw.modifiers[m]),
    mediaOf: (e) => (edges.media[e] || []).map((m) => raw.media[m]),
    statedOn: (e) => others(edges.stated_on, e),
    evidence: evidenceOf(raw.evidence),
    ...neighbourhoods(nodes.count, source, target),
  };
}

function typesOf(perType, count) {
  const type = new Uint8Array(count);
  let start = 0;
  perType.forEach((many, t) => type.fill(t, start, (start += many)));
  return type;
}

// Edges of each node: at[first[i]] to at[first[i + 1]], in the order of the edges.
function neighbourhoods(count, source, target) {
  const first = new Uint32Array(count + 1);
  for (let e = 0; e < source.length; e++) {
    first[source[e] + 1]++;
    if (source[e] !== target[e]) first[target[e] + 1]++;
  }
  for (let i = 0; i < count; i++) first[i + 1] += first[i];
  const next = first.slice();
  const at = new Uint32Array(first[count]);
  for (let e = 0; e < source.length; e++) {
    at[next[source[e]]++] = e;
    if (source[e] !== target[e]) at[next[target[e]]++] = e;
  }
  return { first, at };
}

function evidenceOf(packed) {
  const rows = new Map();
  for (const [edge, page, section, written, sentence] of packed.rows) {
    if (!rows.has(edge)) rows.set(edge, []);
    rows.get(edge).push({ page: packed.pages[page], section: packed.sections[section], written, sentence });
  }
  return (edge) => rows.get(edge) || [];
}

const edgesOf = (data, i) => data.at.subarray(data.first[i], data.first[i + 1]);
const otherEnd = (data, edge, i) => (data.source[edge] === i ? data.target[edge] : data.source[edge]);
