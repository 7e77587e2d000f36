// Where things lie and how large they are, on the map and on the screen.

const THEMES = {
  light: { key: 'light', ground: '#f6f4ee', text: '#22242c', halo: '#f6f4ee', line: 'rgba(70,74,92,.2)', dot: 0.78 },
  dark: { key: 'dark', ground: '#11131a', text: '#eceae4', halo: '#11131a', line: 'rgba(170,180,215,.17)', dot: 0.85 },
};
THEMES.paper = { ...THEMES.light, ground: '#ffffff', halo: '#ffffff', text: '#111111' };

const FONTS = [
  { from: 16.5, size: 16, weight: 600 }, // from: radius of the dot
  { from: 11.5, size: 13.5, weight: 600 },
  { from: 0, size: 12, weight: 400 },
];
const FAMILY = 'system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif';
const LONGEST_LABEL = 42;
const LARGE = 2000; // nodes; of fewer, every one is meant to be told apart at once
const SMALL = 400; // nodes; of fewer, every name is meant to be read at once
const WIDEST = 1.4; // scale at which a tiny graph fills the window

class Sizes {
  // inset(): how much of the window is covered on each side, and by which cards.
  constructor(element, data, inset, dark) {
    Object.assign(this, { element, data, inset });
    this.by = data.colourBy;
    this.setTheme(dark);
    this.setShown({ nodes: new Uint8Array(data.count).fill(1), edges: new Uint8Array(data.edgeCount).fill(1) });
    this.labels = data.name.map((name) => shorten(name, LONGEST_LABEL));
    this.widths = new Float32Array(data.count).fill(-1);
    this.fontOf = Uint8Array.from(data.radius, (r) => FONTS.findIndex((font) => r >= font.from));
    this.pen = document.createElement('canvas').getContext('2d');
    this.bounds = this.extent(data.x.keys());
    this.measure();
    this.planLabels();
  }

  setTheme(dark, paper = false) {
    this.theme = THEMES[paper ? 'paper' : dark ? 'dark' : 'light'];
    this.colourBy(this.by);
    this.lineColours = this.data.relations.map((relation) => relation[this.theme.key]);
  }

  colourBy(by) {
    this.by = by;
    this.colours = colouring(this.data, by, this.theme.key);
  }

  colourOf(i) {
    return this.colours.palette[this.colours.code[i]];
  }

  // 1 for each node and each edge that the filter leaves.
  setShown({ nodes, edges }) {
    this.shown = nodes;
    this.shownEdges = edges;
    this.seen = countOf(nodes);
  }

  // What depends on the size of the window: the scale that shows all, and how large a dot may be there.
  measure() {
    const free = this.free();
    this.cards = null; // read when names are next placed: some come after this
    const narrow = free.width < 500;
    this.type = narrow ? 0.86 : 1;
    const beside = (narrow ? 28 : 60) * (this.seen < SMALL ? 1.8 : 1); // for names beside the outermost dots
    this.whole = Math.min(this.scaleFor(this.bounds, beside, narrow ? 28 : 60), WIDEST);
    this.floor = Math.max(0.45, Math.min(1.6, 0.16 * Math.sqrt((free.width * free.height) / (this.seen + 1))));
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
    return this.boxOfDot(i, scale, this.data.x[i] * scale, this.data.y[i] * scale);
  }

  // What of a dot at x, y no name may cover.
  boxOfDot(i, scale, x, y) {
    const r = this.radius(i, scale) - 1;
    return [x - r, y - r, x + r, y + r];
  }

  labelBox(i, scale, side) {
    return this.boxAt(i, scale, side, this.data.x[i] * scale, this.data.y[i] * scale);
  }

  planLabels() {
    // one plan until the filter changes: it depends on the window's size, but need not follow it
    const order = Uint32Array.from(this.data.x.keys()).filter((i) => this.shown[i]);
    const few = { most: order.length, gap: 1, sides: SIDES, dot: this.dotBox.bind(this), over: Math.ceil(order.length / 12) };
    const rule = this.seen < SMALL ? few : { most: 40, before: this.planRegions() };
    this.plan = new LabelPlan(this.data.count, order, this.whole * 0.6, this.labelBox.bind(this), rule);
  }

  // Names of communities go first; gives the boxes that are theirs at a scale.
  planRegions() {
    this.regions = regionsOf(this.data, this.shown);
    const order = this.regions.map((_, k) => k);
    const box = (k, scale) => this.regionBox(k, this.regions[k].x * scale, this.regions[k].y * scale);
    this.regionPlan = new LabelPlan(order.length, order, this.whole * 0.6, box, { gap: 3 });
    return (scale) => this.regionsAt(scale).map((k) => box(k, scale));
  }

  // The communities that are named at a scale.
  regionsAt(scale) {
    if (this.seen < SMALL || regionStrength(scale / this.whole) <= 0) return [];
    const level = this.regionPlan.upTo(scale);
    const now = this.regionPlan.levelAt(scale);
    return this.regions.map((_, k) => k).filter((k) => level[k] <= now);
  }

  regionFont(k) {
    return `italic 600 ${regionSize(this.regions[k]) * this.type}px ${REGION.family}`;
  }

  regionBox(k, x, y) {
    const region = this.regions[k];
    if (!region.width) {
      this.pen.font = this.regionFont(k);
      region.width = this.pen.measureText(region.name).width;
    }
    const high = regionSize(region) * this.type * 1.2;
    return [x - region.width / 2, y - high / 2, x + region.width / 2, y + high / 2];
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

  scaleFor(box, beside, above = beside) {
    const free = this.free();
    const across = (box.right - box.left) || 1;
    const down = (box.bottom - box.top) || 1;
    return Math.max(0.005, Math.min((free.width - 2 * beside) / across, (free.height - 2 * above) / down));
  }
}
