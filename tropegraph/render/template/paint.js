// Drawing. All dots are painted from the columns into a picture that is larger than the window, which vis-network's
// drawing hook lays under its own nodes and edges. While the map moves the picture is only shifted and scaled; it is
// painted anew when it no longer fits. Names come last, over everything.

const MARGIN = 0.35; // how much wider and higher the picture is than the window, on each side
const STRETCH = 1.5; // how far the picture may be scaled before it is painted anew
const REST = 120; // milliseconds after the last movement until the picture is painted anew, sharp
const MOST_LINES = 5000;
const MOST_NAMES = 60; // names around a chosen node
const USES = 'EXAMPLE_OF';

class Painter extends Sizes {
  constructor(element, data, inset, dark) {
    super(element, data, inset, dark);
    this.picture = { canvas: document.createElement('canvas'), stale: true };
    this.filter = allShown(data);
    this.chosen = -1;
    this.hovered = -1;
    this.neighbours = []; // of the chosen node
    this.around = []; // its edges
  }

  // Many lines together must not become one blot.
  faint(lines) {
    return Math.max(0.1, Math.min(0.55, 4 / Math.sqrt(lines + 1)));
  }

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
    const far = scale < 0.28 && data.count > LARGE;
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
      if (this.cut(left, right)) continue;
      this.name(ctx, i, (left + right) / 2, top);
    }
  }

  // Whether the edge of the legend or the panel would cut through a name.
  cut(left, right) {
    const { left: from, width } = this.clear;
    return (left < from && from < right) || (left < from + width && from + width < right);
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
      const box = boxes.find(([left, top, right, bottom]) => !this.cut(left, right) && taken.take(left - 5, top - 2, right + 5, bottom + 2));
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
