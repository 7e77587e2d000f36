// The bar beneath a walk: how many steps around the chosen node are lit, and where a path is to end.

const DEPTHS = [1, 2, 3];

class WalkBar {
  // on: depth(n), aim() to ask for the other end of a path, drop() to leave the path or give up asking.
  constructor(box, on) {
    this.box = box;
    const button = (text, act, more) => {
      const made = element('button', { type: 'button', textContent: text, ...more });
      made.addEventListener('click', act);
      return made;
    };
    this.depths = DEPTHS.map((n) => button(String(n), () => on.depth(n), { 'aria-label': plural(n, 'step'), title: `${plural(n, 'step')} around it (${n})` }));
    this.steps = element('span', { className: 'steps', role: 'group', 'aria-label': 'Steps around it' }, element('span', { className: 'quiet', textContent: 'Steps' }), ...this.depths);
    this.aim = button('Path to …', on.aim, { className: 'aim', title: 'Shortest path from here: search, or click its other end (shift-click does it at once)' });
    this.text = element('span', { className: 'text' });
    this.drop = button('Back', on.drop, { title: 'Back (Esc)' });
    box.replaceChildren(this.steps, this.aim, this.text, this.drop);
  }

  // What is chosen: { depth, aiming, path: its number of steps, -1 without one, lit: number of nodes, opened }.
  show({ chosen, depth, aiming, path, lit, opened }) {
    const plain = path === undefined && !aiming;
    const left = document.activeElement === this.drop;
    this.box.hidden = !chosen;
    this.depths.forEach((made, k) => made.setAttribute('aria-pressed', String(DEPTHS[k] === depth)));
    this.steps.hidden = this.aim.hidden = !plain;
    this.drop.hidden = plain && !opened;
    if (left && this.drop.hidden && chosen) this.aim.focus();
    this.text.textContent = aiming ? 'Path to: search, or click its end' : path === undefined ? plural(lit - 1, 'node') : path < 0 ? 'No path in what is shown' : `Path of ${plural(path, 'step')}`;
  }
}
