// On a phone the panel is a sheet at the bottom: dragged higher or lower by its grip, or pulled away.

const HEIGHTS = [0.25, 0.52, 0.92]; // of the window, where it stays
const AWAY = 0.14; // let go below this, it closes

const nearest = (values, wanted) => values.reduce((best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best));

class Sheet {
  // root holds the height for the styles; onClose(); onSized() once it stands at another height.
  constructor(root, box, grip, onClose, onSized) {
    Object.assign(this, { root, box, grip, onClose, onSized, at: HEIGHTS[1], from: null });
    grip.addEventListener('pointerdown', (event) => this.take(event));
    grip.addEventListener('pointermove', (event) => this.drag(event));
    grip.addEventListener('pointerup', (event) => this.release(event));
    grip.addEventListener('pointercancel', () => this.stay(this.at));
    grip.addEventListener('click', () => this.dragged || this.stay(this.at < HEIGHTS[2] ? HEIGHTS[2] : HEIGHTS[1]));
    grip.addEventListener('keydown', (event) => {
      const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = HEIGHTS[HEIGHTS.indexOf(this.at) + step];
      if (next) this.stay(next);
      else if (step < 0) this.onClose();
    });
    this.stay(this.at);
  }

  take(event) {
    this.from = { y: event.clientY, height: this.box.offsetHeight };
    this.dragged = false;
    this.grip.setPointerCapture(event.pointerId);
  }

  drag(event) {
    if (!this.from) return;
    const share = this.shareAt(event.clientY);
    this.dragged ||= Math.abs(event.clientY - this.from.y) > 6;
    if (this.dragged) this.set(Math.max(0.05, Math.min(HEIGHTS[2], share)));
  }

  release(event) {
    const share = this.from && this.shareAt(event.clientY);
    this.from = null;
    if (!this.dragged) return;
    this.stay(share < AWAY ? HEIGHTS[1] : nearest(HEIGHTS, share));
    if (share < AWAY) this.onClose();
  }

  shareAt(y) {
    return (this.from.height + this.from.y - y) / window.innerHeight;
  }

  set(share) {
    this.root.style.setProperty('--sheet', `${(100 * share).toFixed(2)}%`);
  }

  stay(share) {
    this.from = null;
    this.at = share;
    this.set(share);
    this.grip.setAttribute('aria-expanded', String(share === HEIGHTS[2]));
    this.onSized();
  }
}
