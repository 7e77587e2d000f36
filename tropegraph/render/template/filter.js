// What the legend leaves to be seen. In the address each part names the fewer: `types=only,SUBTROPE_OF` or
// `types=not,MENTIONS`; by name, so that links outlive the file.

const NONE = '-';
const ONLY = 'only';
const NOT = 'not';
const WHOLE = /^\d{1,9}$/;

// Names of what can be ticked, by part.
function choices(data) {
  return {
    types: data.relations.map((relation) => relation.name),
    kinds: data.kinds.map((kind) => kind.name),
    media: data.media, // of nodes; those of none are shown with any
    modifiers: [...data.modifierNames, NONE],
    community: [NONE, ...data.communities.map(({ node }) => data.id(node))],
  };
}

function allShown(data) {
  const ticked = Object.entries(choices(data)).map(([key, names]) => [key, names.map(() => true)]);
  return { ...Object.fromEntries(ticked), degree: 0 };
}

// The filter that an address asks for; list(key) gives the values it has there.
function filterFrom(data, list) {
  const filter = { degree: WHOLE.test(list('degree')[0]) ? Number(list('degree')[0]) : 0 };
  for (const [key, names] of Object.entries(choices(data))) {
    const [how, ...named] = list(key);
    const some = new Set(named);
    filter[key] = names.map((name) => (how === ONLY ? some.has(name) : !(how === NOT && some.has(name))));
  }
  return filter;
}

// The other way round.
function filterInAddress(data, filter) {
  const changes = { degree: filter.degree ? [String(filter.degree)] : [] };
  for (const [key, names] of Object.entries(choices(data))) {
    const on = names.filter((_, k) => filter[key][k]);
    const off = names.filter((_, k) => !filter[key][k]);
    changes[key] = !off.length ? [] : on.length < off.length ? [ONLY, ...on] : [NOT, ...off];
  }
  return changes;
}

// 1 for each edge whose type and one of whose modifiers are ticked.
function wantedEdges(data, { types, modifiers }) {
  const plain = modifiers[data.modifierNames.length];
  const every = modifiers.every(Boolean);
  let bits = 0;
  modifiers.slice(0, -1).forEach((on, m) => (bits |= on ? 1 << m : 0));
  const wanted = new Uint8Array(data.edgeCount);
  for (let e = 0; e < data.edgeCount; e++) {
    const played = data.modifierBits[e];
    wanted[e] = types[data.type[e]] && (every || (played ? played & bits : plain)) ? 1 : 0;
  }
  return wanted;
}

// 1 for each node and each edge to be drawn: { nodes, edges }. A node is drawn where its kind, medium and community are
// ticked, and so is one of its edges, if it has any; an edge, where both its ends are. The least degree counts these.
function sift(data, filter) {
  const wanted = wantedEdges(data, filter);
  const { count, edgeCount, source, target, kind, medium, community, first } = data;
  const fits = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    fits[i] = filter.kinds[kind[i]] && (!medium[i] || filter.media[medium[i] - 1]) && filter.community[community[i]] ? 1 : 0;
  }
  const joined = new Uint8Array(count);
  const degree = new Uint32Array(count);
  for (let e = 0; e < edgeCount; e++) {
    if (!wanted[e]) continue;
    const [s, t] = [source[e], target[e]];
    joined[s] = joined[t] = 1;
    if (fits[s] && fits[t]) {
      degree[s]++;
      if (s !== t) degree[t]++;
    }
  }
  for (let i = 0; i < count; i++) {
    if (!(joined[i] || first[i] === first[i + 1]) || degree[i] < filter.degree) fits[i] = 0;
  }
  for (let e = 0; e < edgeCount; e++) wanted[e] &= fits[source[e]] & fits[target[e]];
  return { nodes: fits, edges: wanted };
}

const countOf = (mask) => mask.reduce((sum, on) => sum + on, 0);

function maskOf(numbers, count) {
  const mask = new Uint8Array(count);
  for (const k of numbers) mask[k] = 1;
  return mask;
}

// The first `most` of the values that fit, without a look at the rest.
function firstOf(values, most, fits) {
  const found = [];
  for (let k = 0; k < values.length && found.length < most; k++) if (fits(values[k])) found.push(values[k]);
  return found;
}

// How often each code stands among those of a mask.
function countBy(codes, mask, length) {
  const counts = new Array(length).fill(0);
  for (let k = 0; k < codes.length; k++) counts[codes[k]] += mask[k];
  return counts;
}

// How many of the edges in a mask bear each modifier, and how many none.
function countModifiers(data, edges) {
  const plain = data.modifierNames.length;
  const counts = new Array(plain + 1).fill(0);
  for (let e = 0; e < data.edgeCount; e++) {
    if (!edges[e]) continue;
    const bits = data.modifierBits[e];
    if (!bits) counts[plain]++;
    for (let m = 0, rest = bits; rest; m++, rest >>>= 1) counts[m] += rest & 1;
  }
  return counts;
}

// How many nodes or edges each choice would show beside the other parts of the filter: { types: [count], ... } as in
// choices(). What is ticked in a part does not tell on that part's own counts. `seen` is what sift() gives for the filter.
function countsBeside(data, filter, seen) {
  const whole = allShown(data);
  const count = {
    types: ({ edges }) => countBy(data.type, edges, data.relations.length),
    kinds: ({ nodes }) => countBy(data.kind, nodes, data.kinds.length),
    media: ({ nodes }) => countBy(data.medium, nodes, data.media.length + 1).slice(1), // 0 is none
    modifiers: ({ edges }) => countModifiers(data, edges),
    community: ({ nodes }) => countBy(data.community, nodes, data.communities.length + 1),
  };
  const without = (key) => (filter[key].every(Boolean) ? seen : sift(data, { ...filter, [key]: whole[key] }));
  return Object.fromEntries(Object.keys(count).map((key) => [key, count[key](without(key))]));
}
