// The map as a reader handles it: moving, pointing, choosing. vis-network holds the view, the fingers and at most some
// hundred live nodes and edges; the painter sees to the rest.

const LIVE_AROUND = 400; // live nodes around a chosen one
const CLOSEST = 2.6; // scale
const FEW_EDGES = 500; // of so few every one is meant to be seen
const NEAREST = 0.75; // share of a node's neighbours that are seen with it
const REACH = { mouse: 7, touch: 18 }; // pixels beside a dot at which it is still meant
const EDGE_REACH = { mouse: 5, touch: 12 };

class View extends Namer {
  // start: the nodes, edges and options that pyvis gave; on.pick({ node, edge, shift }), each -1 where there is none, and
  // on.open(node) for two clicks.
  constructor(element, data, start, inset, dark, on) {
    super(element, data, inset, dark);
    Object.assign(this, { start, on, neighbours: [] });
    this.startEdges = new Set(this.startingEdges());
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(element, { nodes: this.nodes, edges: this.edges }, this.options());
    this.canvas = element.querySelector('canvas');
    this.listen();
    this.moveToBox(this.bounds, this.whole, false);
  }

  options() {
    const dot = ({ ctx, id, x, y }) => {
      const radius = this.radius(id, this.network.getScale()) / this.network.getScale();
      const drawNode = () => this.dot(ctx, id, x, y, radius);
      return { drawNode, nodeDimensions: { width: 2 * radius, height: 2 * radius } };
    };
    const options = structuredClone(this.start.options);
    return { ...options, nodes: { ...options.nodes, ctxRenderer: dot } };
  }

  listen() {
    const { network, element } = this;
    // while live nodes change, vis-network draws after each step; only the last counts
    network.on('beforeDrawing', (ctx) => this.ready && this.drawUnder(ctx));
    network.on('afterDrawing', (ctx) => this.ready && this.drawOver(ctx));
    network.on('click', ({ pointer, event }) => this.pick(pointer.DOM, event.srcEvent?.shiftKey));
    network.on('doubleClick', ({ pointer }) => this.at(pointer.DOM) >= 0 && this.on.open(this.at(pointer.DOM)));
    network.on('zoom', () => this.keepScale());
    network.on('resize', () => this.measure() || this.refresh());
    element.addEventListener('pointerdown', (event) => (this.coarse = event.pointerType === 'touch'), true);
    element.addEventListener('pointermove', (event) => this.hover(event));
    element.addEventListener('pointerleave', () => this.setHovered(-1));
  }

  // --- moving -------------------------------------------------------------------------------------------------------

  moveTo(x, y, scale, animate = true) {
    const free = this.free();
    const offset = {
      x: free.left + free.width / 2 - this.element.clientWidth / 2,
      y: free.top + free.height / 2 - this.element.clientHeight / 2,
    };
    const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const animation = still ? false : { duration: 650, easingFunction: 'easeInOutCubic' };
    this.keepWidths(scale); // those of the end: on the way there lines would swell with the map
    this.network.moveTo({ position: { x, y }, scale, offset, animation });
    if (still) this.settle();
  }

  moveToBox(box, scale, animate) {
    this.moveTo((box.left + box.right) / 2, (box.top + box.bottom) / 2, scale, animate);
  }

  showWhole(animate = true) {
    this.moveToBox(this.bounds, this.whole, animate);
  }

  zoomBy(factor) {
    const { x, y } = this.network.getViewPosition();
    const scale = this.clamp(this.network.getScale() * factor);
    this.network.moveTo({ position: { x, y }, scale, animation: { duration: 180, easingFunction: 'easeOutQuad' } });
  }

  panBy(dx, dy) {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
  }

  clamp(scale) {
    return Math.max(this.whole * 0.5, Math.min(Math.max(CLOSEST, this.whole), scale));
  }

  keepScale() {
    const scale = this.network.getScale();
    const kept = this.clamp(scale);
    if (kept !== scale) this.network.moveTo({ scale: kept });
  }

  // So that a node and most of its neighbours are seen, and the nearest names can be read; works that use a trope lie
  // all over the map, so where it has other relations, these count.
  moveToNode(i) {
    const { x, y } = this.data;
    const told = this.lit.edges.filter((e) => this.data.source[e] === i || this.data.target[e] === i).filter((e) => this.data.relations[this.data.type[e]].name !== USES);
    const ends = told.length > 2 ? told.map((e) => otherEnd(this.data, e, i)) : this.neighbours;
    const away = (j) => Math.hypot(x[j] - x[i], y[j] - y[i]);
    const near = [...ends].sort((a, b) => away(a) - away(b)).slice(0, Math.ceil(ends.length * (ends.length > 6 ? NEAREST : 1)));
    const box = this.extent([i, ...near]);
    const room = Math.max(0, 120 - (box.right - box.left) / 2, 120 - (box.bottom - box.top) / 2);
    const roomy = { left: box.left - room, right: box.right + room, top: box.top - room, bottom: box.bottom + room };
    this.moveToBox(roomy, Math.max(this.whole, Math.min(1.1, this.scaleFor(roomy, 80, 48))));
  }

  // So that all of some nodes are seen.
  moveToNodes(nodes) {
    const [box, free] = [this.extent(nodes), this.free()];
    this.moveToBox(box, Math.max(this.whole * 0.9, Math.min(1.4, this.scaleFor(box, Math.min(90, free.width / 5), Math.min(90, free.height / 4)))));
  }

  inSight(i) {
    const free = this.free();
    const { x, y } = this.network.canvasToDOM({ x: this.data.x[i], y: this.data.y[i] });
    const near = 60;
    return x > free.left + near && y > free.top + near && x < free.left + free.width - near && y < free.top + free.height - near;
  }

  // --- what is live -------------------------------------------------------------------------------------------------

  showStart() {
    const edges = [...this.startEdges].filter((e) => this.shownEdges[e]);
    const nodes = this.start.nodes.map((node) => node.id).filter((i) => this.shown[i]);
    this.setLive([...new Set([...nodes, ...this.endsOf(edges)])], edges);
  }

  endsOf(edges) {
    return edges.flatMap((e) => [this.data.source[e], this.data.target[e]]);
  }

  // The edges that vis-network draws while nothing is chosen: those that pyvis gave, and of a map that a filter has made
  // small all that are left.
  startingEdges() {
    const left = countOf(this.shownEdges);
    if (left > FEW_EDGES || left === this.data.edgeCount) return this.start.edges.map((edge) => edge.id);
    return [...this.data.source.keys()].filter((e) => this.shownEdges[e]);
  }

  setLive(nodes, edges) {
    this.ready = false;
    this.edges.clear();
    this.nodes.clear();
    this.nodes.add(nodes.map((id) => ({ id, x: this.data.x[id], y: this.data.y[id] })));
    // vis-network takes our dots for squares, beside which the arrows would end
    for (const { id, shape } of Object.values(this.network.body.nodes)) {
      shape.distanceToBorder = () => this.radius(id, this.network.getScale()) / this.network.getScale();
    }
    this.bends = bendsOf(this.data, edges);
    this.widthScale = this.network.getScale();
    this.edges.add(edges.map((e) => this.liveEdge(e, edges.length)));
    this.ready = true;
  }

  // An edge as vis-network takes it, whose lengths are in units of the map; ours are as long at every scale.
  liveEdge(id, among) {
    const { color, width, dashes, arrow } = this.lineLook(id, among);
    const bend = this.bends.get(id);
    return {
      id,
      from: this.data.source[id],
      to: this.data.target[id],
      color,
      width: width / this.widthScale,
      dashes: dashes.length ? dashes.map((d) => d / this.widthScale) : false,
      arrows: { to: { enabled: arrow } },
      smooth: bend ? { enabled: true, type: bend > 0 ? 'curvedCW' : 'curvedCCW', roundness: Math.abs(bend) } : false,
    };
  }

  // How a live edge looks, one of so many: { color: { color, opacity }, width and dashes in pixels, arrow }.
  lineLook(e, among) {
    const type = this.data.type[e];
    const relation = this.data.relations[type];
    const uses = relation.name === USES;
    const large = !this.lit && this.seen > LARGE;
    const opacity = uses ? this.faint(among) : this.lit ? 0.9 : large ? 0.5 : 0.85;
    const thin = large ? Math.min(1, 0.4 + 1.5 * this.widthScale) : 1;
    return { color: { color: this.lineColours[type], opacity }, width: thin * (uses ? 0.9 : 1.7), dashes: relation.dashes, arrow: !relation.symmetric && !uses };
  }

  keepWidths(scale = this.network.getScale()) {
    if (Math.abs(Math.log(scale / this.widthScale)) < 0.15) return;
    this.widthScale = scale;
    const live = this.edges.getIds().map((e) => this.liveEdge(e, this.edges.length));
    this.edges.update(live.map(({ id, width, dashes }) => ({ id, width, dashes })));
  }

  // The line of an edge in the window.
  lineAt(e, place) {
    const { source, target } = this.data;
    return lineBetween(this.onScreen(source[e], place), this.onScreen(target[e], place), this.bends.get(e));
  }

  // Lights what was walked to, { nodes, edges }, or nothing; `chosen` is what stands out in it, and `path` a way through.
  light(lit, chosen = -1, path = null) {
    Object.assign(this, { lit, chosen, path, farNodes: null });
    this.neighbours = lit ? lit.nodes.filter((i) => i !== chosen) : [];
    if (lit) this.showLit(lit);
    else this.showStart();
    this.far.stale = true;
    this.network.redraw();
  }

  showLit({ nodes, edges }) {
    const { source, target, count } = this.data;
    const live = nodes.slice(0, LIVE_AROUND + 1);
    const near = maskOf(live, count);
    this.setLive(live, firstOf(edges, LIVE_AROUND * 2, (e) => near[source[e]] && near[target[e]]));
    if (nodes.length === live.length && edges.length === this.bends.size) return;
    this.farNodes = maskOf(nodes, count);
    for (const i of live) this.farNodes[i] = 0;
  }

  setFilter(filter) {
    this.setShown(sift(this.data, filter));
    this.startEdges = new Set(this.startingEdges());
    this.measure();
    this.planLabels();
    this.spoil();
  }

  setColour(by) {
    if (by === this.by) return;
    this.colourBy(by);
    this.refresh();
  }

  // --- pointing -----------------------------------------------------------------------------------------------------

  pick(place, shift = false) {
    const node = this.at(place);
    this.on.pick({ node, edge: node < 0 ? this.edgeAt(place) : -1, shift });
  }

  // The edge at a place of the window, of those that stand out, or -1.
  edgeAt({ x, y }) {
    const view = this.currentView();
    const edges = this.lit ? this.lit.edges : this.edges.getIds();
    let best = -1;
    let least = EDGE_REACH[this.coarse ? 'touch' : 'mouse'];
    for (const e of edges) {
      const away = fromLine([x, y], this.lineAt(e, view), this.bends.get(e));
      if (away < least) [best, least] = [e, away];
    }
    return best;
  }

  // The node at a place of the window, or -1: of several the nearest to its edge.
  at({ x, y }) {
    const scale = this.network.getScale();
    const point = this.network.DOMtoCanvas({ x, y });
    const reach = REACH[this.coarse ? 'touch' : 'mouse'] / scale;
    let best = -1;
    let least = reach;
    for (let i = 0; i < this.data.count; i++) {
      const dx = this.data.x[i] - point.x;
      const dy = this.data.y[i] - point.y;
      const away = Math.sqrt(dx * dx + dy * dy) - this.radius(i, scale) / scale;
      if (away < least && this.shown[i]) [best, least] = [i, away];
    }
    return best;
  }

  hover(event) {
    this.coarse = event.pointerType === 'touch';
    if (event.buttons || this.coarse) return this.setHovered(-1);
    const box = this.element.getBoundingClientRect();
    this.setHovered(this.at({ x: event.clientX - box.left, y: event.clientY - box.top }));
  }

  setHovered(i) {
    if (i === this.hovered) return;
    this.hovered = i;
    this.element.classList.toggle('pointing', i >= 0);
    this.network.redraw();
  }
}
