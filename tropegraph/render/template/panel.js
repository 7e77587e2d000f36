// The side panel: what is known of the chosen node, in words.

const STEP = 12;
const NEXT_STEP = 60;

// A name keeps its own direction of writing and turns nothing around it.
const nameOf = (data, i) => element('bdi', { textContent: data.name[i] });

// What is said of node i, as [{ title, type, rows: [{ node, edge }] }] in the vocabulary's order.
function groupsOf(data, i) {
  const groups = new Map();
  for (const edge of edgesOf(data, i)) {
    const relation = data.relations[data.type[edge]];
    const outward = data.source[edge] === i;
    const title = outward || relation.symmetric ? relation.forward : relation.backward;
    const key = data.type[edge] + title;
    if (!groups.has(key)) groups.set(key, { title, type: data.type[edge], rows: [] });
    groups.get(key).rows.push({ node: otherEnd(data, edge, i), edge });
  }
  return [...groups.values()].map((group) => ({ ...group, rows: group.rows.sort(byWorth(data)) }));
}

// Those with a sentence first, then the most important.
function byWorth(data) {
  const told = (row) => (data.evidence(row.edge).length ? 0 : 1);
  return (a, b) => told(a) - told(b) || a.node - b.node;
}

// Rows by the medium of the work, or of the heading it stands under: [[medium, rows]], the largest first.
function byMedium(data, rows) {
  const parts = new Map();
  for (const row of rows) {
    const medium = data.medium[row.node] ? data.media[data.medium[row.node] - 1] : data.mediaOf(row.edge)[0] || '';
    if (!parts.has(medium)) parts.set(medium, []);
    parts.get(medium).push(row);
  }
  return [...parts].sort((a, b) => b[1].length - a[1].length);
}

// Rows that the very same sentences state, together: one sentence often names a whole list.
function bySentence(data, rows) {
  const bundles = new Map();
  for (const row of rows) {
    const evidence = data.evidence(row.edge);
    const key = evidence.length ? JSON.stringify(evidence.map((e) => [e.page, e.section, e.sentence])) : row.edge;
    if (!bundles.has(key)) bundles.set(key, []);
    bundles.get(key).push(row);
  }
  return [...bundles.values()];
}

class Panel {
  constructor(box, data, go, close) {
    Object.assign(this, { box, data, go, close });
  }

  show(i) {
    this.box.replaceChildren(this.heading(i), ...this.body(i));
    this.box.hidden = false;
    this.box.scrollTop = 0;
  }

  hide() {
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  heading(i) {
    const { data } = this;
    const medium = data.medium[i] ? data.media[data.medium[i] - 1] : '';
    const kind = element('p', { className: 'kind' }, dotOf(data.kind[i]), element('span', { textContent: [data.kinds[data.kind[i]].name, medium].filter(Boolean).join(' · ') }));
    const close = element('button', { type: 'button', className: 'close', 'aria-label': 'Close (Escape)', title: 'Close (Esc)', textContent: '×' });
    close.addEventListener('click', this.close);
    const address = webAddress(data.address(i));
    const link = address && element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', textContent: 'Its page on the wiki ↗' });
    return element('header', {}, close, kind, element('h2', { id: 'chosen' }, nameOf(data, i)), element('p', { className: 'id' }, element('bdi', { textContent: shorten(data.id(i), 80) })), link || null);
  }

  body(i) {
    const { data } = this;
    const parts = [];
    const aliases = data.aliases(i);
    if (aliases.length) parts.push(this.aliases(aliases));
    const groups = groupsOf(data, i);
    for (const group of groups) parts.push(this.group(i, group));
    if (!groups.length) parts.push(element('p', { className: 'quiet', textContent: 'No relation of it is known.' }));
    return parts;
  }

  aliases(names) {
    const list = element('p', { className: 'aliases' }, element('span', { className: 'quiet', textContent: 'Also: ' }));
    names.slice(0, 30).forEach((name, k) => list.append(k ? ', ' : '', element('bdi', { textContent: name })));
    return list;
  }

  group(i, { title, type, rows }) {
    const heading = element('h3', {}, swatch(this.data.relations[type], type), title, ' ', element('span', { className: 'count', textContent: many(rows.length) }));
    const section = element('section', {}, heading);
    const works = this.data.relations[type].name === 'EXAMPLE_OF' && this.data.target[rows[0].edge] === i;
    const parts = works ? byMedium(this.data, rows) : [['', rows]];
    for (const [medium, some] of parts) {
      if (works && (medium || parts.length > 1)) {
        section.append(element('h4', {}, medium || 'Medium unknown', ' ', element('span', { className: 'count', textContent: many(some.length) })));
      }
      section.append(...this.list(some));
    }
    if (rows.every(({ edge }) => this.data.statedOn(edge) === 'dataset')) {
      section.append(element('p', { className: 'quiet small', textContent: 'From a published list, which gives no sentences.' }));
    }
    return section;
  }

  // A list that opens in steps.
  list(all) {
    const rows = bySentence(this.data, all);
    const list = element('ul', {});
    const more = element('button', { type: 'button', className: 'more' });
    const open = (step) => {
      const from = list.childElementCount;
      list.append(...rows.slice(from, from + step).map((row) => this.row(row)));
      const left = rows.length - list.childElementCount;
      more.hidden = !left;
      more.textContent = `Show ${many(Math.min(NEXT_STEP, left))} more` + (left > NEXT_STEP ? ` of ${many(left)}` : '');
      return list.children[from];
    };
    open(rows.length <= STEP + 3 ? rows.length : STEP);
    more.addEventListener('click', () => open(NEXT_STEP)?.querySelector('button')?.focus());
    return more.hidden ? [list] : [list, more];
  }

  row(bundle) {
    const names = bundle.map((row) => this.name(row));
    const told = bundle.map(({ edge }) => this.data.evidence(edge));
    const quotes = told[0].map((row, k) => this.quote(row, told.map((rows) => rows[k].written)));
    return element('li', {}, ...names.flat(), ...quotes);
  }

  name({ node, edge }) {
    const { data } = this;
    const name = element('button', { type: 'button', className: 'name' }, dotOf(data.kind[node]), nameOf(data, node));
    name.addEventListener('click', () => this.go(node));
    const tags = data.modifiers(edge).map((modifier) => element('span', { className: 'tag', textContent: words(modifier) }));
    return [name, ...tags];
  }

  quote({ page, section, sentence }, written) {
    const text = pieces(sentence, written).map(([piece, marked]) => (marked ? element('mark', { textContent: piece }) : piece));
    const known = this.data.number.get(page);
    const place = section.replace(/:(?= \/|$)/g, '');
    const where = [known === undefined ? shorten(page, 80) : this.data.name[known], place].filter(Boolean).join(' · ');
    return element('figure', {}, element('blockquote', { dir: 'auto' }, ...text), element('figcaption', { textContent: where }));
  }
}
