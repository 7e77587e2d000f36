// The legend, which is the filter as well.

const SVG = 'http://www.w3.org/2000/svg';

// A dot in the colour of a kind; the colour itself comes from a style property, so that it follows the theme.
function dotOf(kind) {
  const dot = element('span', { className: 'dot', 'aria-hidden': 'true' });
  dot.style.setProperty('background', `var(--kind-${kind})`);
  return dot;
}

// A piece of line as the map draws a relation.
function swatch(relation, type) {
  const svg = document.createElementNS(SVG, 'svg');
  const line = document.createElementNS(SVG, 'path');
  svg.setAttribute('class', 'swatch');
  svg.setAttribute('viewBox', '0 0 24 8');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', 'M1 4h22');
  line.setAttribute('stroke-dasharray', relation.dashes.join(' '));
  line.style.setProperty('stroke', `var(--line-${type})`);
  svg.append(line);
  return svg;
}

// A dot in one of the colours of `by`, for its choice k.
function dotBy(by, k) {
  const dot = dotOf(0);
  dot.style.setProperty('background', `var(--${by}-${k})`);
  return dot;
}

const MOST_DEGREE = 50;
const FOLDED = new Set(['media', 'modifiers', 'community']);

// Shows the filter that it is given, and calls onFilter(filter) and onColour(by) with what the reader asks for; the
// address keeps both.
class Legend {
  constructor(box, data, { onFilter, onColour }) {
    Object.assign(this, { box, data, onFilter, onColour });
    this.filter = allShown(data);
    this.all = countsBeside(data, this.filter, sift(data, this.filter));
    this.boxes = {};
    this.counts = {}; // elements, as boxes are
    this.summary = element('p', { className: 'summary' });
    this.reset = this.button('Reset', () => {
      this.onFilter(allShown(data));
      box.parentElement.querySelector('summary').focus(); // the button is gone
    });
    this.colours = element('div', { className: 'colours', role: 'group', 'aria-label': 'Colour by' }, ...this.colourChoices());
    box.replaceChildren(
      element('div', { className: 'state' }, this.summary, this.reset),
      element('div', { className: 'colour' }, element('span', { className: 'quiet', textContent: 'Colour by' }), this.colours),
      ...this.parts(),
      this.degree(),
    );
  }

  parts() {
    const { data } = this;
    const played = [...data.modifierNames.map(words), 'nothing said'];
    return [
      this.part('Kinds', 'kinds', data.kinds.map((kind) => kind.name), (k) => dotBy('kind', k)),
      this.part('Relations', 'types', data.relations.map((relation) => relation.forward), (t) => swatch(data.relations[t], t)),
      this.part('Media', 'media', data.media, (m) => dotBy('medium', m + 1)),
      this.part('How it is played', 'modifiers', played, () => null),
      this.part('Communities', 'community', ['Others', ...data.communities.map((one) => one.name)], (c) => dotBy('community', c)),
    ];
  }

  // One row for each choice that the map has at all.
  part(title, key, labels, mark) {
    const counts = this.all[key];
    const present = labels.map((_, k) => k).filter((k) => counts[k]);
    if (FOLDED.has(key)) present.sort((a, b) => counts[b] - counts[a]);
    this.boxes[key] = new Map();
    this.counts[key] = new Map();
    const rows = present.map((k) => this.row(key, k, mark(k), labels[k], counts[k]));
    const set = element('div', { role: 'group', 'aria-label': title }, ...rows);
    if (present.length > 2) set.prepend(this.switches(key));
    const telling = present.length > (FOLDED.has(key) ? 1 : 0);
    return element('details', { hidden: !telling, open: !FOLDED.has(key), className: `part ${key}` }, element('summary', { textContent: title }), set);
  }

  row(key, k, mark, label, count) {
    const box = element('input', { type: 'checkbox', checked: true, value: String(k) });
    box.addEventListener('change', () => this.change(key, (on, j) => (j === k ? box.checked : on)));
    this.boxes[key].set(k, box);
    // no stop for the Tab key, which has "none" and the box itself: that would double the way through the legend
    const only = this.button('only', () => this.change(key, (_, j) => j === k), { 'aria-label': `Only ${label}`, tabIndex: -1 });
    only.className = 'only';
    const what = element('span', { className: 'what', dir: 'auto', textContent: label });
    const number = element('span', { className: 'count', textContent: many(count) });
    this.counts[key].set(k, number);
    return element('div', { className: 'row' }, element('label', {}, box, mark, what, number), only);
  }

  switches(key) {
    return element('p', { className: 'switches' }, this.button('all', () => this.change(key, () => true)), this.button('none', () => this.change(key, () => false)));
  }

  button(text, act, more = {}) {
    const made = element('button', { type: 'button', textContent: text, ...more });
    made.addEventListener('click', act);
    return made;
  }

  change(key, ticked) {
    this.onFilter({ ...this.filter, [key]: this.filter[key].map(ticked) });
  }

  degree() {
    const most = Math.min(MOST_DEGREE, this.data.degree.reduce((most, d) => Math.max(most, d), 0));
    this.slider = element('input', { type: 'range', min: '0', max: String(most), value: '0', id: 'degree' });
    this.least = element('span', { className: 'count', textContent: '0' });
    this.slider.addEventListener('input', () => (this.least.textContent = this.slider.value));
    this.slider.addEventListener('change', () => this.onFilter({ ...this.filter, degree: Number(this.slider.value) }));
    return element('div', { className: 'degree', hidden: most < 2 }, element('label', { htmlFor: 'degree', textContent: 'At least so many links' }), this.slider, this.least);
  }

  colourChoices() {
    const { media, communities } = this.data;
    const telling = { kind: true, medium: media.length > 0, community: communities.length > 1 };
    const title = (by) => by[0].toUpperCase() + by.slice(1);
    return COLOUR_BY.filter((by) => telling[by]).map((by) => this.button(title(by), () => this.onColour(by), { value: by }));
  }

  // What each choice would show beside the others; what would show nothing steps back.
  count(seen) {
    const counts = countsBeside(this.data, this.filter, seen);
    for (const [key, numbers] of Object.entries(this.counts)) {
      for (const [k, number] of numbers) {
        const text = many(counts[key][k]);
        if (number.textContent === text) continue;
        number.textContent = text;
        number.closest('.row').classList.toggle('quiet', !counts[key][k]);
      }
    }
  }

  // Follows the address. seen: { nodes, edges }, 1 for each that is shown.
  show(filter, by, seen) {
    const changed = JSON.stringify(filter) !== JSON.stringify(this.filter);
    this.filter = filter;
    if (changed) this.count(seen);
    for (const [key, boxes] of Object.entries(this.boxes)) for (const [k, box] of boxes) box.checked = filter[key][k];
    this.slider.value = String(filter.degree);
    this.least.textContent = String(filter.degree);
    for (const one of this.colours.children) one.setAttribute('aria-pressed', String(one.value === by));
    this.box.dataset.by = by;
    const [shown, all] = [countOf(seen.nodes), this.data.count];
    this.summary.textContent = shown === all ? `All ${many(all)} shown` : `${many(shown)} of ${many(all)} shown`;
    this.reset.hidden = asHash(filterInAddress(this.data, filter)) === '#';
  }
}
