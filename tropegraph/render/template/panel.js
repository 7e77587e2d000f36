// The side panel: what is known of the chosen node, edge or path, in words.

const STEP = 12;
const NEXT_STEP = 20; // and twice as many each time: long lists open in few steps
const MOST_ALIASES = 10;

// A name keeps its own direction of writing and turns nothing around it.
const nameOf = (data, i) => element('bdi', { textContent: data.name[i] });

function button(className, text, act, more = {}) {
  const made = element('button', { type: 'button', className, textContent: text, ...more });
  made.addEventListener('click', act);
  return made;
}

class Panel {
  // go(node), close(); pathTo(node) begins a path there, clearPath() forgets it, share() copies the address: where one
  // of these is missing, so is its button.
  constructor(box, data, go, close, { pathTo, clearPath, share } = {}) {
    Object.assign(this, { box, data, go, close, pathTo, clearPath, share });
  }

  show(i) {
    if (this.shown === i) return; // it stays as far open as the reader has it
    this.fill(this.heading(i), ...this.body(i));
    this.shown = i;
  }

  // Both ends of an edge and every piece of evidence.
  showEdge(e) {
    const { data } = this;
    const [from, to] = [data.source[e], data.target[e]];
    const title = element('h2', { id: 'chosen', className: 'link' }, nameOf(data, from), ` ${wordsFrom(data, e, from)} `, nameOf(data, to));
    const ends = element('ul', {}, ...[from, to].map((i) => element('li', {}, this.nameButton(i), ' ', element('span', { className: 'quiet small', textContent: this.kindOf(i) }))));
    const tags = [...this.tags(e), ...data.mediaOf(e).map((medium) => element('span', { className: 'tag', textContent: medium }))];
    const told = data.evidence(e);
    const quotes = told.map((row) => this.quote(row, [row.written]));
    const none = told.length ? null : element('p', { className: 'quiet', textContent: 'No sentence of it is in this file.' });
    const stated = statedBy(data.statedOn(e));
    this.fill(
      this.top([swatch(data.relations[data.type[e]], data.type[e]), element('span', { textContent: 'Link' })], title, this.actions()),
      element('section', {}, element('h3', {}, 'Its two ends'), ends, ...(tags.length ? [element('p', { className: 'tags' }, ...tags)] : [])),
      element('section', {}, element('h3', {}, 'Evidence ', this.count(told.length)), ...quotes, none, stated ? element('p', { className: 'quiet small', textContent: `Stated by ${stated}.` }) : null),
    );
  }

  // The steps of a path: its nodes in order, and the edge from each to the next.
  showPath({ nodes, edges }) {
    const { data } = this;
    const [from, to] = [nodes[0], nodes[nodes.length - 1]];
    const title = element('h2', { id: 'chosen', className: 'link' }, ...(nodes.length ? [nameOf(data, from), ' to ', nameOf(data, to)] : ['No path']));
    const steps = edges.map((e, k) => this.step(e, nodes[k], nodes[k + 1]));
    const clear = this.clearPath && button('action', 'Clear the path', this.clearPath);
    this.fill(
      this.top([element('span', { textContent: edges.length ? `Path · ${plural(edges.length, 'step')}` : 'Path' })], title, this.actions(clear)),
      nodes.length
        ? element('ol', { className: 'path' }, element('li', {}, this.nameButton(from)), ...steps)
        : element('p', { className: 'quiet', textContent: 'Nothing joins the two with what is shown.' }),
    );
  }

  hide() {
    this.box.hidden = true;
    this.shown = null;
    this.box.replaceChildren();
  }

  fill(...parts) {
    this.shown = null;
    this.box.replaceChildren(...parts.filter(Boolean));
    this.box.hidden = false;
    this.box.scrollTop = 0;
  }

  // --- parts ---------------------------------------------------------------------------------------------------------

  top(kind, ...rest) {
    const close = button('close', '×', this.close, { 'aria-label': 'Close (Escape)', title: 'Close (Esc)' });
    return element('header', {}, close, element('p', { className: 'kind' }, ...kind), ...rest);
  }

  heading(i) {
    const { data } = this;
    const address = webAddress(data.address(i));
    const link = address && element('a', { href: address, target: '_blank', rel: 'noopener noreferrer', textContent: 'Its page on the wiki ↗' });
    const path = this.pathTo && button('action', 'Path to …', () => this.pathTo(i));
    return this.top(
      [dotOf(data.kind[i]), element('span', { textContent: this.kindOf(i) })],
      element('h2', { id: 'chosen' }, nameOf(data, i)),
      element('p', { className: 'id' }, element('bdi', { textContent: shorten(data.id(i), 80) })),
      link || null,
      this.actions(path),
    );
  }

  actions(...more) {
    const share = this.share && button('action', 'Copy link', this.share);
    const all = [share, ...more].filter(Boolean);
    return all.length ? element('p', { className: 'actions' }, ...all) : null;
  }

  kindOf(i) {
    return [this.data.kinds[this.data.kind[i]].name, mediumOf(this.data, i)].filter(Boolean).join(' · ');
  }

  count(number) {
    return element('span', { className: 'count', textContent: many(number) });
  }

  body(i) {
    const { data } = this;
    const groups = groupsOf(data, i);
    const none = groups.length ? [] : [element('p', { className: 'quiet', textContent: 'No relation of it is known.' })];
    return [...this.aliases(data.aliases(i)), ...groups.map((group) => this.group(i, group)), ...none];
  }

  aliases(names) {
    if (!names.length) return [];
    const list = element('p', { className: 'aliases' }, element('span', { className: 'quiet', textContent: 'Also: ' }));
    const add = (some) => some.forEach((name) => list.append(list.childElementCount > 1 ? ', ' : '', element('bdi', { textContent: name })));
    add(names.slice(0, MOST_ALIASES));
    const rest = names.slice(MOST_ALIASES);
    const more = button('more', `Show ${many(rest.length)} more names`, () => {
      add(rest);
      more.remove();
      list.tabIndex = -1;
      list.focus();
    });
    more.dataset.left = many(rest.length);
    return rest.length ? [list, more] : [list];
  }

  group(i, { title, type, rows }) {
    const heading = element('h3', {}, swatch(this.data.relations[type], type), titleFor(title, rows.length), ' ', this.count(rows.length));
    const section = element('section', {}, heading);
    const works = this.data.relations[type].name === 'EXAMPLE_OF' && this.data.target[rows[0].edge] === i;
    const parts = works ? byMedium(this.data, rows) : [['', rows]];
    for (const [medium, some] of parts) {
      if (works && (medium || parts.length > 1)) section.append(element('h4', {}, medium || 'Medium unknown', ' ', this.count(some.length)));
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
    let step = NEXT_STEP;
    const open = (count) => {
      const from = list.childElementCount;
      list.append(...rows.slice(from, from + count).map((row) => this.row(row)));
      const left = rows.length - list.childElementCount;
      more.hidden = !left;
      more.dataset.left = many(left); // paper says how many it leaves out
      more.textContent = `Show ${many(Math.min(step, left))} more` + (left > step ? ` of ${many(left)}` : '');
      return list.children[from];
    };
    const more = button('more', '', () => {
      const count = step;
      step *= 2;
      open(count)?.querySelector('button')?.focus();
    });
    open(rows.length <= STEP + 3 ? rows.length : STEP);
    return more.hidden ? [list] : [list, more];
  }

  row(bundle) {
    const names = bundle.map(({ node, edge }) => [this.nameButton(node), ...this.tags(edge)]);
    const told = bundle.map(({ edge }) => this.data.evidence(edge));
    const quotes = told[0].map((row, k) => this.quote(row, told.map((rows) => rows[k].written)));
    return element('li', {}, ...names.flat(), ...quotes);
  }

  step(edge, from, to) {
    const type = this.data.type[edge];
    const how = element('p', { className: 'how' }, swatch(this.data.relations[type], type), wordsFrom(this.data, edge, from), ' ', ...this.tags(edge));
    const quotes = this.data.evidence(edge).slice(0, 2).map((row) => this.quote(row, [row.written]));
    return element('li', {}, how, ...quotes, this.nameButton(to));
  }

  nameButton(node) {
    const name = button('name', '', () => this.go(node));
    name.append(dotOf(this.data.kind[node]), nameOf(this.data, node));
    return name;
  }

  tags(edge) {
    return this.data.modifiers(edge).map((modifier) => element('span', { className: 'tag', textContent: words(modifier) }));
  }

  quote({ page, section, sentence }, written) {
    const text = pieces(sentence, written).map(([piece, marked]) => (marked ? element('mark', { textContent: piece }) : piece));
    const known = this.data.number.get(page);
    const place = section.replace(/:(?= \/|$)/g, '');
    const name = known === undefined ? shorten(page, 80) : this.data.name[known];
    const where = known === undefined ? name && element('bdi', { textContent: name }) : button('where', '', () => this.go(known));
    if (known !== undefined) where.append(nameOf(this.data, known));
    const caption = element('figcaption', {}, where || '', where && place ? ' · ' : '', place && element('bdi', { textContent: place }));
    return element('figure', {}, element('blockquote', { dir: 'auto' }, ...text), caption);
  }
}
