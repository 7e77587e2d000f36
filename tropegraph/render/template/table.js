// What is on the screen as a table: for a screen reader, for sorting, for copying into something else.

const ROWS = 200; // opened at a time

// The nodes that are lit, or else those of which the window shows the dot, most important first.
function nodesOnScreen(view) {
  if (view.lit) return [...view.lit.nodes].sort((a, b) => a - b);
  const place = view.currentView();
  const inside = ([x, y]) => x >= 0 && y >= 0 && x <= place.width && y <= place.height;
  return [...view.data.x.keys()].filter((i) => view.shown[i] && inside(view.onScreen(i, place)));
}

const linksOf = (data, i) => data.first[i + 1] - data.first[i];

// Columns: title, what of node i stands there, and whether it is a number.
const COLUMNS = [
  { title: 'Name', of: (data, i) => data.name[i] },
  { title: 'Kind', of: (data, i) => data.kinds[data.kind[i]].name },
  { title: 'Medium', of: mediumOf },
  { title: 'Links', of: linksOf, number: true },
];

// `nodes` by a column: words by the alphabet, empty ones last; numbers from the largest; equals by importance.
function sortedBy(data, nodes, { of, number }, down) {
  const words = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
  const keys = new Map(nodes.map((i) => [i, of(data, i)]));
  const compare = number ? (a, b) => b - a : (a, b) => (a === '') - (b === '') || words.compare(a, b);
  const sign = down ? -1 : 1;
  return [...nodes].sort((a, b) => sign * compare(keys.get(a), keys.get(b)) || a - b);
}

class Table {
  // onGo(node) and onClose() are told what the reader wants; the page's address decides whether the table is open.
  constructor(box, view, onGo, onClose) {
    Object.assign(this, { box, view, data: view.data, onGo, onClose, column: -1, down: false });
    box.addEventListener('cancel', (event) => event.preventDefault() || onClose());
    box.addEventListener('click', (event) => event.target === box && onClose()); // beside the table
    box.addEventListener('keydown', (event) => {
      event.stopPropagation(); // the map's keys are not meant
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onClose();
    });
  }

  show(open) {
    if (open === this.box.open) return;
    if (!open) return void this.box.close();
    this.nodes = nodesOnScreen(this.view);
    this.column = -1;
    this.fill();
    this.box.showModal();
    this.box.scrollTop = 0;
  }

  fill() {
    const close = button('close', '×', this.onClose, { 'aria-label': 'Close the table (Escape)', title: 'Close (Esc)' });
    this.caption = element('caption', {});
    this.body = element('tbody', {});
    this.heads = COLUMNS.map((column, k) => element('th', { scope: 'col', className: column.number ? 'number' : '' }, button('', column.title, () => this.sort(k))));
    this.more = button('more', '', () => this.open()?.querySelector('button').focus());
    this.box.replaceChildren(close, element('h2', { id: 'table-title', textContent: 'On the screen' }), element('table', {}, this.caption, element('thead', {}, element('tr', {}, ...this.heads)), this.body), this.more);
    this.order();
  }

  sort(column) {
    this.down = column === this.column && !this.down;
    this.column = column;
    this.order();
    say(this.caption.textContent);
  }

  order() {
    const { column, down } = this;
    this.rows = column < 0 ? this.nodes : sortedBy(this.data, this.nodes, COLUMNS[column], down);
    this.heads.forEach((head, k) => {
      if (k !== column) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', Boolean(COLUMNS[k].number) !== down ? 'descending' : 'ascending');
    });
    const by = column < 0 ? 'the most important first' : `sorted by ${COLUMNS[column].title.toLowerCase()}${down ? ', turned round' : ''}`;
    this.caption.textContent = this.nodes.length ? `${plural(this.nodes.length, 'name')}, ${by}` : 'Nothing is on the screen.';
    this.body.replaceChildren();
    this.open();
  }

  // The next rows; gives the first of them.
  open() {
    const from = this.body.childElementCount;
    this.body.append(...this.rows.slice(from, from + ROWS).map((i) => this.row(i)));
    const left = this.rows.length - this.body.childElementCount;
    this.more.hidden = !left;
    this.more.textContent = `Show ${many(Math.min(ROWS, left))} more` + (left > ROWS ? ` of ${many(left)}` : '');
    return this.body.children[from];
  }

  row(i) {
    const name = button('name', '', () => this.onGo(i));
    name.append(dotOf(this.data.kind[i]), nameOf(this.data, i));
    const cells = COLUMNS.slice(1).map(({ of, number }) => {
      const value = of(this.data, i);
      return element('td', { className: number ? 'number' : '' }, number ? many(value) : element('bdi', { textContent: value }));
    });
    return element('tr', {}, element('th', { scope: 'row' }, name), ...cells);
  }
}
