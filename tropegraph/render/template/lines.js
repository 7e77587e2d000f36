// The way of a line from dot to dot, straight or bent: { from, via, to }, points [x, y] of which `via` draws it to its side
// as in a quadratic Bézier curve.

const BEND = 0.14; // of the second line between two nodes, and of each further one as much more
const PIECES = 12; // straight ones that stand for a bent line where a pointer looks for it

// How far each edge is bent, by edge; the first between its two nodes is straight. The sign is the side, seen from its
// source: all of a pair lie on the same one.
function bendsOf({ source, target }, edges) {
  const between = new Map();
  const bends = new Map();
  for (const e of edges) {
    const pair = Math.min(source[e], target[e]) + ' ' + Math.max(source[e], target[e]);
    const before = between.get(pair) || 0;
    between.set(pair, before + 1);
    bends.set(e, BEND * before * (source[e] < target[e] ? 1 : -1));
  }
  return bends;
}

// The line of an edge with that bend: as vis-network draws `curvedCW` with that roundness, or `curvedCCW` for less than 0.
function lineBetween(from, to, bend = 0) {
  const reach = (1 + Math.abs(bend)) / 2;
  const [cos, sin] = [Math.cos((bend * Math.PI) / 2), -Math.sin((bend * Math.PI) / 2)];
  const [dx, dy] = [reach * (to[0] - from[0]), reach * (to[1] - from[1])];
  return { from, via: [from[0] + cos * dx - sin * dy, from[1] + sin * dx + cos * dy], to };
}

const mix = ([ax, ay], [bx, by], t) => [ax + (bx - ax) * t, ay + (by - ay) * t];

// The point after the share t of a line.
const pointOn = ({ from, via, to }, t) => mix(mix(from, via, t), mix(via, to, t), t);

// The share of a line after which `distance` is left to its end, as the crow flies.
function shareBefore(line, distance) {
  let [low, high] = [0, 1];
  for (let k = 0; k < 24; k++) {
    const t = (low + high) / 2;
    const [x, y] = pointOn(line, t);
    if (Math.hypot(line.to[0] - x, line.to[1] - y) > distance) low = t;
    else high = t;
  }
  return low;
}

// A line as far as that share of it.
const startOf = (line, t) => ({ from: line.from, via: mix(line.from, line.via, t), to: pointOn(line, t) });

// How far a point is from a line; a straight one is a single piece.
function fromLine(point, line, bend = 0) {
  if (!bend) return fromPiece(point, line.from, line.to);
  const cuts = Array.from({ length: PIECES + 1 }, (_, k) => pointOn(line, k / PIECES));
  return Math.min(...cuts.slice(1).map((cut, k) => fromPiece(point, cuts[k], cut)));
}

function fromPiece([x, y], [ax, ay], [bx, by]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
