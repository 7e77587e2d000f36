// Drawing. vis-network holds the view, the fingers and at most some hundred live nodes and edges; all other dots are
// painted from the columns into a picture that is larger than the window, which vis-network's drawing hook lays under
// its own. While the map moves the picture is only shifted and scaled; it is painted anew when it no longer fits.

const MARGIN = 0.35; // how much wider and higher the picture is than the window, on each side
const STRETCH = 1.5; // how far the picture may be scaled before it is painted anew
const LIVE_AROUND = 400; // live nodes around a chosen one
const MOST_LINES = 5000;
const USES = 'EXAMPLE_OF';
const MOST_NAMES = 60; // names around a chosen node
const CLOSEST = 2.6;
const REST = 120; // milliseconds after the last movement until the picture is painted anew, sharp

const THEMES = {
  light: { key: 'light', ground: '#f6f4ee', text: '#22242c', halo: '#f6f4ee', line: 'rgba(70,74,92,.2)', dot: 0.78 },
  dark: { key: 'dark', ground: '#11131a', text: '#eceae4', halo: '#11131a', line: 'rgba(170,180,215,.17)', dot: 0.85 },
};

const FONTS = [
  { from: 16.5, size: 16, weight: 600 },
  { from: 11.5, size: 13.5, weight: 600 },
  { from: 0, size: 12, weight: 400 },
];
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const LONGEST_LABEL = 42;

class View {
  // start: the nodes, edges and options that pyvis gave; inset: what of the window is covered; onPick(node or -1).
  constructor(element, data, start, inset, dark, onPick) {
    Object.assign(this, { element, data, start, inset, onPick });
    this.picture = { canvas: document.createElement('canvas'), stale: true };
    this.setTheme(dark);
    this.startEdges = new Set(start.edges.map((edge) => edge.id));
    this.shown = new Uint8Array(data.count).fill(1);
    this.filter = allShown(data);
    this.chosen = -1;
    this.hovered = -1;
    this.labels = data.name.map((name) => shorten(name, LONGEST_LABEL));
    this.widths = new Float32Array(data.count).fill(-1);
    this.fontOf = Uint8Array.from(data.radius, (r) => FONTS.findIndex((font) => r >= font.from));
    this.pen = document.createElement('canvas').getContext('2d');
    this.nodes = new vis.DataSet();
    this.edges = new vis.DataSet();
    this.network = new vis.Network(element, { nodes: this.nodes, edges: this.edges }, this.options());
    this.canvas = element.querySelector('canvas');
    this.bounds = this.extent(data.x.keys());
    this.measure();
    this.planLabels();
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
    network.on('click', ({ pointer }) => this.onPick(this.at(pointer.DOM)));
    network.on('zoom', () => this.keepScale());
    network.on('resize', () => this.measure() || this.refresh());
    element.addEventListener('pointermove', (event) => this.hover(event));
    element.addEventListener('pointerleave', () => this.setHovered(-1));
  }

  setTheme(dark) {
    this.theme = THEMES[dark ? 'dark' : 'light'];
    this.kindColours = this.data.kinds.map((kind) => kind[this.theme.key]);
    this.lineColours = this.data.relations.map((relation) => relation[this.theme.key]);
    this.picture.stale = true;
  }

  // --- places and sizes ---------------------------------------------------------------------------------------------

  // What depends on the size of the window: the scale that shows all, and how large a dot may be there.
  measure() {
    const free = this.free();
    const narrow = free.width < 500;
    this.type = narrow ? 0.86 : 1;
    this.whole = Math.min(this.scaleFor(this.bounds, narrow ? 28 : 60), 1.4);
    this.floor = Math.max(0.45, Math.min(1.6, 0.16 * Math.sqrt((free.width * free.height) / (this.data.count + 1))));
  }

  // Radius on the screen: true to scale when close, and never too small to be seen.
  radius(i, scale) {
    const r = this.data.radius[i];
    return Math.max(r * scale, this.floor * (0.5 + 0.11 * r) * (scale / this.whole) ** 0.35);
  }

  font(which) {
    return `${FONTS[which].weight} ${FONTS[which].size * this.type}px ${FAMILY}`;
  }

  width(i) {
    if (this.widths[i] < 0) {
      this.pen.font = this.font(this.fontOf[i]);
      this.widths[i] = Math.min(this.pen.measureText(this.labels[i]).width, 420);
    }
    return this.widths[i];
  }

  // The box of a name around a dot at x, y.
  boxAt(i, scale, side, x, y) {
    const half = this.width(i) / 2;
    const high = FONTS[this.fontOf[i]].size * this.type + 3;
    const r = this.radius(i, scale);
    const middle = side < 2 ? x : side === 2 ? x + r + 4 + half : x - r - 4 - half;
    const top = side === 0 ? y + r + 2 : side === 1 ? y - r - 2 - high : y - high / 2;
    return [middle - half, top, middle + half, top + high];
  }

  dotBox(i, scale) {
    const [x, y, r] = [this.data.x[i] * scale, this.data.y[i] * scale, this.radius(i, scale) - 1];
    return [x - r, y - r, x + r, y + r];
  }

  labelBox(i, scale, side) {
    return this.boxAt(i, scale, side, this.data.x[i] * scale, this.data.y[i] * scale);
  }

  planLabels() {
    // one plan for the map's life: it depends on the window's size, but need not follow it
    const small = this.data.count < 400;
    const rule = small ? { most: this.data.count, gap: 1, sides: SIDES, dot: this.dotBox.bind(this), over: Math.ceil(this.data.count / 12) } : { most: 40 };
    rule.shown = (i) => this.shown[i];
    this.plan = new LabelPlan(this.data.count, this.whole * 0.6, this.labelBox.bind(this), rule);
  }

  extent(nodes) {
    const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (const i of nodes) {
      box.left = Math.min(box.left, this.data.x[i]);
      box.right = Math.max(box.right, this.data.x[i]);
      box.top = Math.min(box.top, this.data.y[i]);
      box.bottom = Math.max(box.bottom, this.data.y[i]);
    }
    return box.left <= box.right ? box : { left: 0, top: 0, right: 0, bottom: 0 };
  }

  // The part of the window that no card covers: { left, top, width, height }.
  free() {
    const { left, top, right, bottom } = this.inset();
    const { clientWidth, clientHeight } = this.element;
    return { left, top, width: Math.max(80, clientWidth - left - right), height: Math.max(80, clientHeight - top - bottom) };
  }

  scaleFor(box, pad = 60) {
    const free = this.free();
    const across = (box.right - box.left) || 1;
    const down = (box.bottom - box.top) || 1;
    return Math.max(0.005, Math.min((free.width - 2 * pad) / across, (free.height - 2 * pad) / down));
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
    this.network.moveTo({ position: { x, y }, scale, offset, animation });
    if (still) this.refresh();
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
    const told = this.around.filter((e) => this.data.relations[this.data.type[e]].name !== USES);
    const ends = told.length > 2 ? told.map((e) => otherEnd(this.data, e, i)) : this.neighbours;
    const near = ends.map((j) => Math.max(Math.abs(x[j] - x[i]), Math.abs(y[j] - y[i]))).sort((a, b) => a - b);
    const reach = Math.max(120, near[Math.floor(near.length * (near.length > 6 ? 0.7 : 0.99))] || 0);
    const box = { left: x[i] - reach, right: x[i] + reach, top: y[i] - reach, bottom: y[i] + reach };
    this.moveToBox(box, Math.max(this.whole * 1.15, Math.min(1.1, this.scaleFor(box, 30))));
  }

  inSight(i) {
    const free = this.free();
    const { x, y } = this.network.canvasToDOM({ x: this.data.x[i], y: this.data.y[i] });
    const near = 60;
    return x > free.left + near && y > free.top + near && x < free.left + free.width - near && y < free.top + free.height - near;
  }

  // --- what is live -------------------------------------------------------------------------------------------------

  showStart() {
    const nodes = this.start.nodes.filter((node) => this.shown[node.id]);
    const edges = this.start.edges.filter(({ id }) => edgeShown(this.data, this.filter, this.shown, id));
    this.setLive(nodes.map((node) => node.id), edges.map((edge) => edge.id));
  }

  setLive(nodes, edges) {
    this.ready = false;
    this.edges.clear();
    this.nodes.clear();
    this.nodes.add(nodes.map((id) => ({ id, x: this.data.x[id], y: this.data.y[id] })));
    this.edges.add(this.liveEdges(edges));
    this.liveEdge = new Set(edges);
    this.widthScale = this.network.getScale();
    this.ready = true;
  }

  // Many lines together must not become one blot.
  faint(lines) {
    return Math.max(0.1, Math.min(0.55, 4 / Math.sqrt(lines + 1)));
  }

  // Edges between the same two nodes are bent apart.
  liveEdges(edges) {
    const seen = new Map();
    const faint = this.faint(edges.length);
    const quiet = this.data.count > 2000 ? 0.5 : 0.85;
    return edges.map((id) => {
      const [from, to, t] = [this.data.source[id], this.data.target[id], this.data.type[id]];
      const pair = Math.min(from, to) + ' ' + Math.max(from, to);
      const before = seen.get(pair) || 0;
      seen.set(pair, before + 1);
      const relation = this.data.relations[t];
      const bent = { enabled: true, type: from < to ? 'curvedCW' : 'curvedCCW', roundness: 0.14 * before };
      return {
        id, from, to,
        color: { color: this.lineColours[t], opacity: relation.name === USES ? faint : this.chosen < 0 ? quiet : 0.9 },
        width: this.lineWidth(id),
        dashes: relation.dashes.length ? relation.dashes : false,
        arrows: { to: { enabled: !relation.symmetric && relation.name !== USES } },
        smooth: before ? bent : false,
      };
    });
  }

  // vis-network's widths are in units of the map; lines should be as wide at every scale.
  lineWidth(edge) {
    const scale = this.network.getScale();
    const width = this.data.relations[this.data.type[edge]].name === USES ? 0.9 : 1.7;
    const thin = this.chosen < 0 && this.data.count > 2000 ? Math.min(1, 0.4 + 1.5 * scale) : 1;
    return (thin * width) / scale;
  }

  keepWidths() {
    const scale = this.network.getScale();
    if (Math.abs(Math.log(scale / this.widthScale)) < 0.15) return;
    this.widthScale = scale;
    this.edges.update(this.edges.getIds().map((id) => ({ id, width: this.lineWidth(id) })));
  }

  choose(i) {
    this.chosen = i;
    this.neighbours = [];
    if (i < 0) {
      this.showStart();
    } else {
      const edges = Array.from(edgesOf(this.data, i)).filter((e) => this.filter.types[this.data.type[e]]);
      const seen = edges.filter((e) => this.shown[otherEnd(this.data, e, i)]);
      this.around = seen;
      this.neighbours = [...new Set(seen.map((e) => otherEnd(this.data, e, i)))].filter((j) => j !== i);
      const live = new Set(this.neighbours.slice(0, LIVE_AROUND)).add(i);
      this.setLive([...live], seen.filter((e) => live.has(otherEnd(this.data, e, i))).slice(0, LIVE_AROUND * 2));
    }
    this.network.redraw();
  }

  setFilter(filter) {
    this.filter = filter;
    this.shown = shownNodes(this.data, filter);
    this.planLabels();
    this.picture.stale = true;
    this.choose(this.chosen);
  }

  refresh() {
    this.picture.stale = true;
    this.network.redraw();
  }

  // --- pointing -----------------------------------------------------------------------------------------------------

  // The node at a place of the window, or -1: of several the nearest to its edge.
  at({ x, y }) {
    const scale = this.network.getScale();
    const point = this.network.DOMtoCanvas({ x, y });
    const reach = (this.coarse ? 18 : 7) / scale;
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

  // --- drawing ------------------------------------------------------------------------------------------------------

  drawUnder(ctx) {
    const view = this.currentView();
    if (!this.fits(view)) this.paint(view);
    if (view.scale !== this.picture.scale) this.paintSoon();
    this.lay(ctx, view);
    if (this.chosen >= 0) this.drawFarLines(ctx, view);
  }

  currentView() {
    const { x, y } = this.network.getViewPosition();
    const ratio = this.canvas.width / (this.element.clientWidth || 1);
    return { x, y, scale: this.network.getScale(), ratio, width: this.element.clientWidth, height: this.element.clientHeight };
  }

  // Whether the picture covers the window and is not scaled too far.
  fits(view) {
    const { picture } = this;
    if (picture.stale || picture.ratio !== view.ratio) return false;
    const stretch = view.scale / picture.scale;
    if (stretch > STRETCH || stretch < 1 / STRETCH) return false;
    const across = (picture.width / picture.scale - view.width / view.scale) / 2;
    const down = (picture.height / picture.scale - view.height / view.scale) / 2;
    return picture.whole || (Math.abs(view.x - picture.x) <= across && Math.abs(view.y - picture.y) <= down);
  }

  paintSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), REST);
  }

  settle() {
    this.keepWidths();
    this.refresh();
  }

  paint(view) {
    const { picture } = this;
    const [width, height] = [view.width * (1 + 2 * MARGIN), view.height * (1 + 2 * MARGIN)];
    picture.canvas.width = Math.ceil(width * view.ratio);
    picture.canvas.height = Math.ceil(height * view.ratio);
    Object.assign(picture, { ...view, width, height, stale: false });
    const { left, top, right, bottom } = this.bounds;
    const [w, h] = [width / 2 / view.scale, height / 2 / view.scale];
    picture.whole = left > view.x - w && right < view.x + w && top > view.y - h && bottom < view.y + h;
    const ctx = picture.canvas.getContext('2d');
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ctx.clearRect(0, 0, width, height);
    this.paintLines(ctx, picture);
    this.paintDots(ctx, picture);
  }

  paintLines(ctx, { x, y, scale, width, height }) {
    const { data, shown, filter } = this;
    const far = scale < 0.28 && data.count > 2000;
    const longest = far ? 0.06 * scale * (this.bounds.right - this.bounds.left) : Infinity;
    ctx.strokeStyle = this.theme.line;
    ctx.lineWidth = far ? 0.5 : 0.8;
    ctx.beginPath();
    let drawn = 0;
    for (let e = 0; e < data.edgeCount && drawn < MOST_LINES; e++) {
      const [s, t] = [data.source[e], data.target[e]];
      if (!shown[s] || !shown[t] || !filter.types[data.type[e]] || this.startEdges.has(e)) continue;
      const [sx, sy] = [(data.x[s] - x) * scale + width / 2, (data.y[s] - y) * scale + height / 2];
      if (sx < 0 || sy < 0 || sx > width || sy > height) continue;
      const [tx, ty] = [(data.x[t] - x) * scale + width / 2, (data.y[t] - y) * scale + height / 2];
      if (tx < 0 || ty < 0 || tx > width || ty > height) continue;
      if (Math.abs(sx - tx) + Math.abs(sy - ty) > longest) continue;
      ctx.moveTo(sx, sy);
      ctx.lineTo(tx, ty);
      drawn++;
    }
    ctx.stroke();
  }

  // The least important first, in slices, so that no kind lies on top of all others.
  paintDots(ctx, place) {
    ctx.globalAlpha = this.theme.dot;
    const step = Math.max(500, Math.ceil(this.data.count / 10));
    for (let to = this.data.count; to > 0; to -= step) {
      this.kindColours.forEach((colour, kind) => this.paintSlice(ctx, place, kind, colour, Math.max(0, to - step), to));
    }
    ctx.globalAlpha = 1;
  }

  paintSlice(ctx, { x, y, scale, width, height }, kind, colour, from, to) {
    const { data, shown } = this;
    ctx.fillStyle = colour;
    ctx.beginPath();
    for (let i = from; i < to; i++) {
      if (data.kind[i] !== kind || !shown[i]) continue;
      const px = (data.x[i] - x) * scale + width / 2;
      const py = (data.y[i] - y) * scale + height / 2;
      const r = this.radius(i, scale);
      if (px < -r || py < -r || px > width + r || py > height + r) continue;
      if (r < 1.3) {
        ctx.rect(px - 0.88 * r, py - 0.88 * r, 1.76 * r, 1.76 * r);
      } else {
        ctx.moveTo(px + r, py);
        ctx.arc(px, py, r, 0, 6.2832);
      }
    }
    ctx.fill();
  }

  // Lays the picture under what vis-network draws; the context is in units of the map.
  lay(ctx, view) {
    const { picture } = this;
    ctx.save();
    ctx.globalAlpha = this.chosen >= 0 ? 0.16 : 1;
    const [w, h] = [picture.width / picture.scale, picture.height / picture.scale];
    ctx.imageSmoothingEnabled = view.scale !== picture.scale;
    ctx.drawImage(picture.canvas, picture.x - w / 2, picture.y - h / 2, w, h);
    ctx.restore();
  }

  // Lines from the chosen node to neighbours that are not live.
  drawFarLines(ctx, { scale }) {
    const { data } = this;
    ctx.save();
    ctx.lineWidth = 0.6 / scale;
    ctx.globalAlpha = this.faint(this.around.length);
    ctx.strokeStyle = this.lineColours[data.relations.findIndex((relation) => relation.name === USES)];
    ctx.beginPath();
    for (const e of this.around) {
      if (this.liveEdge.has(e)) continue;
      ctx.moveTo(data.x[data.source[e]], data.y[data.source[e]]);
      ctx.lineTo(data.x[data.target[e]], data.y[data.target[e]]);
    }
    ctx.stroke();
    ctx.restore();
    for (const i of this.neighbours.slice(LIVE_AROUND)) this.dot(ctx, i, data.x[i], data.y[i], this.radius(i, scale) / scale);
  }

  dot(ctx, i, x, y, radius) {
    this.disc(ctx, x, y, radius, this.kindColours[this.data.kind[i]]);
  }

  drawOver(ctx) {
    const view = this.currentView();
    ctx.save();
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'top';
    ctx.lineJoin = 'round';
    if (this.chosen >= 0) this.drawChosen(ctx, view);
    else this.drawNames(ctx, view);
    if (this.hovered >= 0 && this.hovered !== this.chosen) this.drawHovered(ctx, view);
    ctx.restore();
    this.frames = (this.frames || 0) + 1;
    this.firstFrame ??= performance.now();
  }

  onScreen(i, { x, y, scale, width, height }) {
    return [(this.data.x[i] - x) * scale + width / 2, (this.data.y[i] - y) * scale + height / 2];
  }

  drawNames(ctx, view) {
    const level = this.plan.upTo(view.scale);
    const now = this.plan.levelAt(view.scale);
    for (let i = 0; i < this.data.count; i++) {
      if (level[i] > now || !this.shown[i]) continue;
      const [x, y] = this.onScreen(i, view);
      if (x < -200 || y < -40 || x > view.width + 200 || y > view.height + 20) continue;
      const [left, top, right] = this.boxAt(i, view.scale, this.plan.side[i], x, y);
      this.name(ctx, i, (left + right) / 2, top);
    }
  }

  name(ctx, i, x, y, strong = false) {
    ctx.font = this.font(strong ? 0 : this.fontOf[i]);
    ctx.strokeStyle = this.theme.halo;
    ctx.lineWidth = 3.5;
    ctx.strokeText(this.labels[i], x, y, 420);
    ctx.fillStyle = this.theme.text;
    ctx.fillText(this.labels[i], x, y, 420);
  }

  drawChosen(ctx, view) {
    const taken = new Taken();
    const [x, y] = this.onScreen(this.chosen, view);
    const r = this.radius(this.chosen, view.scale);
    const half = this.width(this.chosen) * 0.65;
    taken.take(x - half, y - r, x + half, y + r + 26, true);
    let named = 0;
    for (const i of this.neighbours) {
      if (named >= MOST_NAMES) break;
      const [nx, ny] = this.onScreen(i, view);
      if (nx < 0 || ny < 0 || nx > view.width || ny > view.height) continue;
      const boxes = SIDES.map((side) => this.boxAt(i, view.scale, side, nx, ny));
      const box = boxes.find(([left, top, right, bottom]) => taken.take(left - 5, top - 2, right + 5, bottom + 2));
      if (!box) continue;
      this.name(ctx, i, (box[0] + box[2]) / 2, box[1]);
      named++;
    }
    this.disc(ctx, x, y, r + 4.5, this.theme.ground);
    this.disc(ctx, x, y, r, this.kindColours[this.data.kind[this.chosen]]);
    this.ring(ctx, x, y, r + 4);
    this.name(ctx, this.chosen, x, y + r + 7, true);
  }

  drawHovered(ctx, view) {
    const [x, y] = this.onScreen(this.hovered, view);
    const r = this.radius(this.hovered, view.scale);
    this.ring(ctx, x, y, r + 2.5);
    this.name(ctx, this.hovered, x, y + r + 5, true);
  }

  disc(ctx, x, y, radius, colour) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 6.2832);
    ctx.fill();
  }

  ring(ctx, x, y, radius) {
    ctx.beginPath();
    ctx.arc(x, y, radius, 0, 6.2832);
    ctx.lineWidth = 2;
    ctx.strokeStyle = this.theme.text;
    ctx.stroke();
  }
}
