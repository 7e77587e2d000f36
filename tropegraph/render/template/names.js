// What stands over the dots: names, the rings around what is meant, and the path.

const CROWD = 60; // neighbours in the window; of more, some dots are covered by names
const EDGE = 6; // pixels from the window's edge to a name

// Left and right of the window, where a name would be cut.
const besides = ({ width, height }) => [[-420, 0, -1, height], [width + 1, 0, width + 420, height]];

// A box around a place in the window, pushed aside so far that nothing of it is cut.
function inside([left, top, right, bottom], x, width) {
  const aside = x < 0 || x > width ? 0 : Math.max(EDGE - left, Math.min(0, width - EDGE - right));
  return [left + aside, top, right + aside, bottom];
}

class Namer extends Painter {
  drawOver(ctx) {
    const view = this.currentView();
    ctx.save();
    ctx.setTransform(view.ratio, 0, 0, view.ratio, 0, 0);
    ctx.textAlign = 'center';
    ctx.textBaseline = 'top';
    ctx.lineJoin = 'round';
    if (this.path) this.drawPath(ctx, view);
    else if (this.chosen >= 0) this.markNode(ctx, view, this.chosen, 4.5);
    for (const name of this.names(view)) this.write(ctx, name);
    if (this.hovered >= 0 && this.hovered !== this.chosen) this.drawHovered(ctx, view);
    ctx.restore();
    this.frames = (this.frames || 0) + 1;
    this.firstFrame ??= performance.now();
  }

  // Names that are seen: [{ text, x, y (its top), size, font, strength, colour }]. None stands under the edge of one of
  // the `cards`, [left, top, right, bottom].
  names(view, cards = (this.cards ??= this.inset().cards)) {
    const taken = new Taken();
    for (const card of [...cards, ...besides(view)]) taken.take(...card, true);
    if (this.lit) return this.namesOfLit(view, taken);
    const regions = this.namesOfRegions(view, taken);
    return [...this.namesOfMap(view, taken), ...regions];
  }

  nameOf(i, x, y, strong = false) {
    const which = strong ? 0 : this.fontOf[i];
    return { text: this.labels[i], x, y, size: FONTS[which].size * this.type, font: this.font(which), strength: 1, colour: this.theme.text };
  }

  namesOfMap(view, taken) {
    const level = this.plan.upTo(view.scale);
    const now = this.plan.levelAt(view.scale);
    const asRegion = new Set(this.regionsAt(view.scale).map((k) => this.regions[k].node));
    const names = [];
    for (let i = 0; i < this.data.count; i++) {
      if (level[i] > now || !this.shown[i] || asRegion.has(i)) continue;
      const [x, y] = this.onScreen(i, view);
      if (x < -200 || y < -40 || x > view.width + 200 || y > view.height + 20) continue;
      const box = this.boxAt(i, view.scale, this.plan.side[i], x, y);
      if (taken.take(...box)) names.push(this.nameOf(i, (box[0] + box[2]) / 2, box[1]));
    }
    return names;
  }

  namesOfRegions(view, taken) {
    const strength = regionStrength(view.scale / this.whole);
    return this.regionsAt(view.scale).flatMap((k) => {
      const { x, y, name, community } = this.regions[k];
      const [at, down] = [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2];
      const box = inside(this.regionBox(k, at, down), at, view.width);
      if (!taken.take(...box)) return [];
      const { key, text } = this.theme;
      const colour = this.by === 'community' ? mixed(this.data.communities[community - 1][key], text, INK) : text;
      return [{ text: name, x: (box[0] + box[2]) / 2, y: box[1], size: regionSize(this.regions[k]) * this.type, font: this.regionFont(k), strength, colour }];
    });
  }

  // The names of what is lit, as many as find room; of a path, all. Where few are lit none covers another's dot.
  namesOfLit(view, taken) {
    const strong = this.path ? this.path.nodes : [this.chosen];
    for (const i of strong) taken.take(...this.ringBox(i, view), true);
    const names = strong.map((i) => this.strongName(i, view, taken));
    const near = this.path ? [] : this.inWindow(this.neighbours, view, MOST_TRIED);
    const dots = new Taken();
    for (const { i, x, y } of near) dots.take(...this.boxOfDot(i, view.scale, x, y), true);
    for (const { i, x, y } of near) {
      if (names.length > MOST_NAMES) break;
      const boxes = SIDES.map((side) => this.boxAt(i, view.scale, side, x, y));
      const free = ([left, top, right, bottom]) => taken.take(left - 5, top - 2, right + 5, bottom + 2);
      const box = boxes.find((one) => dots.isFree(...one) && free(one)) ?? (near.length > CROWD ? boxes.find(free) : undefined);
      if (box) names.unshift(this.nameOf(i, (box[0] + box[2]) / 2, box[1]));
    }
    return names;
  }

  // The first `most` of some nodes that are in the window, [{ i, x, y }].
  inWindow(nodes, view, most) {
    const found = [];
    for (const i of nodes) {
      if (found.length >= most) break;
      const [x, y] = this.onScreen(i, view);
      if (x >= 0 && y >= 0 && x <= view.width && y <= view.height) found.push({ i, x, y });
    }
    return found;
  }

  ringBox(i, view) {
    const [x, y] = this.onScreen(i, view);
    const r = Math.max(4, this.radius(i, view.scale)) + 4;
    return [x - r, y - r, x + r, y + r];
  }

  // The name of a node that stands out: where it meets nothing, and below it where there is no such place.
  strongName(i, view, taken) {
    const [left, top, right, bottom] = this.ringBox(i, view);
    this.pen.font = this.font(0);
    const half = Math.min(this.pen.measureText(this.labels[i]).width, 420) / 2 + 3;
    const high = FONTS[0].size * this.type + 4;
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    const places = [[x, bottom + 3], [x, top - 3 - high], [right + 5 + half, y - high / 2], [left - 5 - half, y - high / 2]];
    const free = ([at, from]) => taken.take(at - half, from, at + half, from + high);
    const [at, from] = places.find(free) ?? places[0];
    return this.nameOf(i, at, from, true);
  }

  write(ctx, { text, x, y, font, strength, colour }) {
    ctx.globalAlpha = strength;
    ctx.font = font;
    ctx.strokeStyle = this.theme.halo;
    ctx.lineWidth = 3.5;
    ctx.strokeText(text, x, y, 420);
    ctx.fillStyle = colour;
    ctx.fillText(text, x, y, 420);
    ctx.globalAlpha = 1;
  }

  drawPath(ctx, view) {
    for (const [width, colour] of [[7, this.theme.halo], [3, null]]) {
      ctx.lineWidth = width;
      for (const e of this.path.edges) {
        ctx.strokeStyle = colour || this.lineColours[this.data.type[e]];
        this.strokeLines(ctx, [this.lineOf(e, view)]);
      }
    }
    for (const i of this.path.nodes) this.markNode(ctx, view, i, 3);
  }

  markNode(ctx, view, i, gap) {
    const [x, y] = this.onScreen(i, view);
    const r = Math.max(4, this.radius(i, view.scale));
    this.disc(ctx, x, y, r + gap, this.theme.ground);
    this.disc(ctx, x, y, r, this.colourOf(i));
    this.ring(ctx, x, y, r + gap);
  }

  drawHovered(ctx, view) {
    const [x, y] = this.onScreen(this.hovered, view);
    const r = this.radius(this.hovered, view.scale);
    this.ring(ctx, x, y, r + 2.5);
    this.write(ctx, this.nameOf(this.hovered, x, y + r + 5, true));
  }
}
