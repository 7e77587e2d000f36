// Drawing. All dots are painted from the columns into a picture that is larger than the window, which vis-network's
// drawing hook lays under its own nodes and edges; what is lit beyond these has a second picture. While the map moves
// the pictures are only shifted and scaled; one is painted anew when it no longer fits. Names come last, over everything.

const MARGIN = 0.35; // how much wider and higher a picture is than the window, on each side
const STRETCH = 1.5; // how far a picture may be scaled before it is painted anew
const REST = 120; // milliseconds after the last movement until the pictures are painted anew, sharp
const MOST_LINES = 5000;
const MOST_NAMES = 60; // names around a chosen node
const MOST_TRIED = 400; // and how many are tried for a place
const DIM = 0.16; // what is not lit
const USES = 'EXAMPLE_OF';

const emptyPicture = () => ({ canvas: document.createElement('canvas'), stale: true });

class Painter extends Sizes {
  constructor(element, data, inset, dark) {
    super(element, data, inset, dark);
    this.picture = emptyPicture();
    this.far = emptyPicture(); // lit nodes and edges that are not live
    this.lit = null; // { nodes, edges }, where anything is chosen
    this.farNodes = null; // 1 for each node of it that is not live
    this.path = null; // { nodes, edges }
    this.chosen = -1;
    this.hovered = -1;
  }

  // Many lines together must not become one blot.
  faint(lines) {
    return Math.max(0.1, Math.min(0.55, 4 / Math.sqrt(lines + 1)));
  }

  // Lines behind everything are a ground, and stay one however many there are.
  hush(lines) {
    return Math.min(1, 28 / Math.sqrt(lines + 1));
  }

  drawUnder(ctx) {
    const view = this.currentView();
    if (!this.fits(this.picture, view)) this.paint(this.picture, view, (pen, place) => this.paintAll(pen, place));
    if (view.scale !== this.picture.scale) this.paintSoon();
    this.lay(ctx, view, this.picture, this.lit ? DIM : 1);
    if (!this.farNodes) return;
    if (!this.fits(this.far, view)) this.paint(this.far, view, (pen, place) => this.paintFar(pen, place));
    this.lay(ctx, view, this.far, 1);
  }

  currentView() {
    const { x, y } = this.network.getViewPosition();
    const ratio = this.canvas.width / (this.element.clientWidth || 1);
    return { x, y, scale: this.network.getScale(), ratio, width: this.element.clientWidth, height: this.element.clientHeight };
  }

  // Whether a picture covers the window and is not scaled too far.
  fits(picture, view) {
    if (picture.stale || picture.ratio !== view.ratio) return false;
    const stretch = view.scale / picture.scale;
    if (stretch > STRETCH || stretch < 1 / STRETCH) return false;
    const across = (picture.width / picture.scale - view.width / view.scale) / 2;
    const down = (picture.height / picture.scale - view.height / view.scale) / 2;
    return picture.whole || (Math.abs(view.x - picture.x) <= across && Math.abs(view.y - picture.y) <= down);
  }

  spoil() {
    this.picture.stale = this.far.stale = true;
  }

  refresh() {
    this.spoil();
    this.network.redraw();
  }

  paintSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settle(), REST);
  }

  settle() {
    this.keepWidths();
    this.refresh();
  }

  paint(picture, view, fill) {
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
    fill(ctx, picture);
  }

  paintAll(ctx, place) {
    ctx.strokeStyle = this.theme.line;
    ctx.lineWidth = this.isFar(place) ? 0.5 : 0.8;
    const lines = this.linesIn(place);
    ctx.globalAlpha = this.hush(lines.length);
    this.strokeLines(ctx, lines);
    ctx.globalAlpha = this.theme.dot;
    this.paintDots(ctx, place, this.shown);
    ctx.globalAlpha = 1;
  }

  paintFar(ctx, place) {
    const lines = this.farLines();
    ctx.globalAlpha = this.faint(this.lit.edges.length);
    ctx.lineWidth = 0.6;
    for (let t = 0; t < this.lineColours.length; t++) {
      const some = lines.filter((e) => this.data.type[e] === t);
      if (!some.length) continue;
      ctx.strokeStyle = this.lineColours[t];
      this.strokeLines(ctx, some.map((e) => this.lineOf(e, place)));
    }
    ctx.globalAlpha = 1;
    this.paintDots(ctx, place, this.farNodes);
  }

  // Edges that are lit but not live, as many as are drawn.
  farLines() {
    return firstOf(this.lit.edges, 2 * MOST_LINES, (e) => !this.bends.has(e));
  }

  isFar({ scale }) {
    return scale < 0.28 && this.data.count > LARGE;
  }

  lineOf(e, place) {
    const { source, target } = this.data;
    return [...this.onScreen(source[e], place), ...this.onScreen(target[e], place)];
  }

  // The lines behind everything, as [x, y, x, y]: those that vis-network does not draw, within the window, and from
  // afar only short ones, which show where the map is dense.
  linesIn({ x, y, scale, width, height }) {
    const { data, shownEdges } = this;
    const longest = this.isFar({ scale }) ? 0.06 * scale * (this.bounds.right - this.bounds.left) : Infinity;
    const lines = [];
    for (let e = 0; e < data.edgeCount && lines.length < MOST_LINES; e++) {
      if (!shownEdges[e] || this.startEdges.has(e)) continue;
      const [s, t] = [data.source[e], data.target[e]];
      const sx = (data.x[s] - x) * scale + width / 2;
      const sy = (data.y[s] - y) * scale + height / 2;
      if (sx < 0 || sy < 0 || sx > width || sy > height) continue;
      const tx = (data.x[t] - x) * scale + width / 2;
      const ty = (data.y[t] - y) * scale + height / 2;
      if (tx < 0 || ty < 0 || tx > width || ty > height) continue;
      if (Math.abs(sx - tx) + Math.abs(sy - ty) <= longest) lines.push([sx, sy, tx, ty]);
    }
    return lines;
  }

  strokeLines(ctx, lines) {
    ctx.beginPath();
    for (const [sx, sy, tx, ty] of lines) {
      ctx.moveTo(sx, sy);
      ctx.lineTo(tx, ty);
    }
    ctx.stroke();
  }

  // The least important first, in slices, so that no colour lies on top of all others.
  paintDots(ctx, place, mask) {
    const step = Math.max(500, Math.ceil(this.data.count / 10));
    for (let to = this.data.count; to > 0; to -= step) {
      this.colours.palette.forEach((colour, k) => this.paintSlice(ctx, place, mask, k, colour, Math.max(0, to - step), to));
    }
  }

  paintSlice(ctx, { x, y, scale, width, height }, mask, k, colour, from, to) {
    const { data } = this;
    const { code } = this.colours;
    ctx.fillStyle = colour;
    ctx.beginPath();
    for (let i = from; i < to; i++) {
      if (code[i] !== k || !mask[i]) continue;
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

  // Lays a picture under what vis-network draws; the context is in units of the map.
  lay(ctx, view, picture, strength) {
    ctx.save();
    ctx.globalAlpha = strength;
    const [w, h] = [picture.width / picture.scale, picture.height / picture.scale];
    ctx.imageSmoothingEnabled = view.scale !== picture.scale;
    ctx.drawImage(picture.canvas, picture.x - w / 2, picture.y - h / 2, w, h);
    ctx.restore();
  }

  dot(ctx, i, x, y, radius) {
    this.disc(ctx, x, y, radius, this.colourOf(i));
  }

  onScreen(i, { x, y, scale, width, height }) {
    return [(this.data.x[i] - x) * scale + width / 2, (this.data.y[i] - y) * scale + height / 2];
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
