// Walking: what lies around a node, and the shortest way from one to another. `edges` has 1 for each edge that may be
// walked; directions do not matter.

const UNSEEN = 255;

// Nodes at most `depth` steps from `from`, nearest first, and the edges between them that were walked: { nodes, edges }.
// The nodes `opened` bring their own neighbours along, one step each.
function around(data, edges, from, depth, opened = []) {
  const ring = new Uint8Array(data.count).fill(UNSEEN);
  const walked = new Uint8Array(data.edgeCount);
  const found = { nodes: [from], edges: [] };
  ring[from] = 0;
  const step = (i) => {
    for (let k = data.first[i]; k < data.first[i + 1]; k++) {
      const e = data.at[k];
      if (!edges[e] || walked[e]) continue;
      walked[e] = 1;
      found.edges.push(e);
      const j = otherEnd(data, e, i);
      if (ring[j] !== UNSEEN) continue;
      ring[j] = ring[i] + 1;
      found.nodes.push(j);
    }
  };
  for (let k = 0; k < found.nodes.length && ring[found.nodes[k]] < depth; k++) step(found.nodes[k]);
  for (const i of opened) {
    if (ring[i] === UNSEEN) {
      ring[i] = depth;
      found.nodes.push(i);
    }
    step(i);
  }
  return found;
}

// A shortest way between two nodes: { nodes, edges } in order, both empty where there is none. Of several ways it is the
// one of which sentences state most, then one whose edges come first (relations between tropes before examples).
function shortestPath(data, edges, from, to) {
  const by = new Int32Array(data.count).fill(-1); // the edge by which a node is left towards the end
  const away = new Int32Array(data.count); // steps from the end, and one
  const told = new Int32Array(data.count); // edges on the way from here that a sentence states
  const queue = new Uint32Array(data.count);
  let end = 1;
  queue[0] = to; // backwards, so that the way unrolls in order
  away[to] = 1;
  for (let k = 0; k < end && (!away[from] || away[queue[k]] < away[from]); k++) {
    const i = queue[k];
    for (let n = data.first[i]; n < data.first[i + 1]; n++) {
      const e = data.at[n];
      if (!edges[e]) continue;
      const j = otherEnd(data, e, i);
      if (away[j] && away[j] <= away[i]) continue;
      const said = told[i] + (data.evidence(e).length > 0);
      if (away[j] && said <= told[j]) continue;
      if (!away[j]) queue[end++] = j;
      [away[j], told[j], by[j]] = [away[i] + 1, said, e];
    }
  }
  const path = { nodes: [], edges: [] };
  if (!away[from]) return path;
  for (let i = from; ; i = otherEnd(data, by[i], i)) {
    path.nodes.push(i);
    if (i === to) return path;
    path.edges.push(by[i]);
  }
}

// An edge as the address names it, by its ends and its type; -1 where there is none.
function edgeNamed(data, [source, type, target]) {
  const [s, t] = [data.number.get(source), data.number.get(target)];
  const fits = (e) => data.source[e] === s && data.target[e] === t && data.relations[data.type[e]].name === type;
  return s === undefined ? -1 : (edgesOf(data, s).find(fits) ?? -1);
}

const edgeName = (data, e) => [data.id(data.source[e]), data.relations[data.type[e]].name, data.id(data.target[e])];
