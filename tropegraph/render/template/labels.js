// Which names can stand on the map at which scale without touching.

const GAP = 6; // empty space around it
const SIDES = [0, 1, 2, 3]; // where it may stand: below its dot, above, right, left

// Boxes that are taken, kept in cells so that a new one is held against its neighbours only.
class Taken {
  constructor(width = 96, height = 24) {
    this.width = width;
    this.height = height;
    this.cells = new Map();
  }

  // Takes the box and says true, or says false where something stands in it.
  take(left, top, right, bottom, always = false) {
    if (!always && !this.isFree(left, top, right, bottom)) return false;
    const box = [left, top, right, bottom];
    for (const key of this.cellsOf(...box)) {
      const boxes = this.cells.get(key);
      if (boxes) boxes.push(box);
      else this.cells.set(key, [box]);
    }
    return true;
  }

  isFree(left, top, right, bottom) {
    const meets = (b) => b[0] < right && left < b[2] && b[1] < bottom && top < b[3];
    return !this.cellsOf(left, top, right, bottom).some((key) => this.cells.get(key)?.some(meets));
  }

  cellsOf(left, top, right, bottom) {
    const keys = [];
    for (let row = Math.floor(top / this.height); row <= Math.floor(bottom / this.height); row++) {
      for (let column = Math.floor(left / this.width); column <= Math.floor(right / this.width); column++) keys.push(row * 1048576 + column);
    }
    return keys;
  }
}

const NEVER = 255;

// Levels of scale, each half as large again as the one before. A name that is seen at one level is seen at all closer
// ones, wherever the map is moved: names neither flicker nor jump.
class LabelPlan {
  // box(i, scale, side) gives [left, top, right, bottom] around the node's name, in pixels of a map of that scale.
  // At the first level only the first `most` nodes may be named, and with each level as many more as the map has grown:
  // empty places on the map stay empty instead of drawing the eye to names of no weight.
  // dot(i, scale) gives what of a node no name may cover, but those of the first `over` nodes.
  // before(scale): boxes that stand there before any name.
  // order: the nodes that may be named, most important first, of `count`.
  constructor(count, order, smallest, box, { most = count, gap = GAP, sides = [0], dot = null, over = count, before = () => [] } = {}) {
    Object.assign(this, { order, smallest, box, most, gap, sides, dot, over, before, done: 0 });
    this.level = new Uint8Array(count).fill(NEVER);
    this.side = new Uint8Array(count);
  }

  levelAt(scale) {
    return Math.max(0, Math.min(NEVER - 1, Math.floor(Math.log(scale / this.smallest) / Math.log(1.5) + 0.001)));
  }

  // Level of each node at which its name appears, worked out as far as `scale` needs it.
  upTo(scale) {
    for (const wanted = this.levelAt(scale); this.done <= wanted; this.done++) this.place(this.done);
    return this.level;
  }

  place(level) {
    const taken = new Taken();
    const scale = this.smallest * 1.5 ** level;
    for (const box of this.before(scale)) taken.take(...box, true);
    const some = this.order.slice(0, Math.ceil(this.most * 1.5 ** (2 * level)));
    for (const i of some) if (this.level[i] < level) this.free(taken, i, scale, [this.side[i]], true);
    for (const i of some.slice(0, this.over)) this.add(taken, i, level, scale);
    if (this.dot) for (const i of this.order) taken.take(...this.dot(i, scale), true);
    for (const i of some.slice(this.over)) this.add(taken, i, level, scale);
  }

  add(taken, i, level, scale) {
    if (this.level[i] !== NEVER) return;
    const side = this.free(taken, i, scale, this.sides, false);
    if (side === undefined) return;
    this.level[i] = level;
    this.side[i] = side;
  }

  // The first side on which the name takes its place.
  free(taken, i, scale, sides, always) {
    return sides.find((side) => {
      const [left, top, right, bottom] = this.box(i, scale, side);
      return taken.take(left - this.gap, top - this.gap, right + this.gap, bottom + this.gap, always);
    });
  }
}
