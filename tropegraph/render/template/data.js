// The page's data as columns. Nodes are numbers from 0, most important first; so are edges, by type.
// The other side of this is pack.py. What decode() gives, beside title, focus (an id or '') and count:
//
//   asked for   colourBy 'kind' | 'medium' | 'community'; physics true | false; sentences 'full' | 'short' | 'none'
//   of node i   name[i], local[i], id(i), aliases(i), address(i); number: Map from id to i; x[i], y[i], radius[i];
//               kind[i] in kinds; medium[i] - 1 in media, community[i] - 1 in communities, where 0 is none;
//               read[i] 1 where its own page was read; degree[i] number of its edges, of all types
//   of edge e   source[e], target[e], type[e] in relations; statedOn(e); evidence(e): [{ page, section, written, sentence }];
//               modifiers(e), mediaOf(e): names; modifierBits[e]: bit m is set for modifierNames[m]
//   tables      kinds [{ name, light, dark }]; relations [{ name, forward, backward, symmetric, dashes, light, dark }];
//               media [name]; mediumColours [{ light, dark }], one each; modifierNames [name];
//               communities [{ name, node, size, light, dark }], largest first, called after their top trope `node`;
//               otherColour { light, dark }: of nodes without medium or community
//   counts      edgeCount, perType[t]
//   walking     edgesOf(data, i) edges of a node; otherEnd(data, e, i)

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
    colourBy: raw.colour_by,
    physics: raw.physics,
    sentences: raw.evidence.how,
    count: nodes.count,
    name: nodes.name,
    local: nodes.local,
    id,
    number: new Map(Array.from({ length: nodes.count }, (_, i) => [id(i), i])),
    kinds: raw.kinds,
    kind: numbersOf(nodes.kind),
    media: raw.media,
    medium: numbersOf(nodes.medium),
    mediumColours: raw.medium_colours,
    communities: raw.communities,
    community: numbersOf(nodes.community),
    otherColour: raw.other_colour,
    read: numbersOf(nodes.read),
    x: raw.physics ? Float32Array.from(numbersOf(nodes.x)) : numbersOf(nodes.x),
    y: raw.physics ? Float32Array.from(numbersOf(nodes.y)) : numbersOf(nodes.y),
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
    modifierNames: raw.modifiers,
    modifierBits: bitsOf(edges.modifiers, edges.count),
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

// Lists of few small numbers, by row, as one number a row whose bits they are.
function bitsOf(sparse, count) {
  const bits = new Uint32Array(count);
  for (const row in sparse) for (const k of sparse[row]) bits[row] |= 1 << k;
  return bits;
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
  return { first, at, degree: Uint32Array.from({ length: count }, (_, i) => first[i + 1] - first[i]) };
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
