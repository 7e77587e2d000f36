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

function setColours(data, theme) {
  const style = document.documentElement.style;
  data.kinds.forEach((kind, k) => style.setProperty(`--kind-${k}`, kind[theme]));
  data.relations.forEach((relation, t) => style.setProperty(`--line-${t}`, relation[theme]));
}

class Legend {
  constructor(box, data, onChange) {
    Object.assign(this, { box, data, onChange });
    this.filter = allShown(data);
    const kinds = countBy(data.kind, data.kinds.length);
    const media = countBy(data.medium, data.media.length + 1).slice(1);
    box.replaceChildren(
      this.part('Kinds', 'kinds', data.kinds, kinds, (kind, k) => dotOf(k), (kind) => kind.name),
      this.part('Relations', 'types', data.relations, data.perType, swatch, (relation) => relation.forward),
      this.part('Media', 'media', data.media, media, () => null, (medium) => medium),
    );
  }

  part(title, key, items, counts, mark, label) {
    const present = items.map((item, k) => [item, k]).filter(([, k]) => counts[k]);
    if (key === 'media') present.sort((a, b) => counts[b[1]] - counts[a[1]]);
    const boxes = present.map(([item, k]) => this.tick(key, k, mark(item, k), label(item), counts[k]));
    const set = element('div', { role: 'group', 'aria-label': title }, ...boxes);
    if (present.length > 2) set.prepend(this.switches(key, set));
    return element('details', { hidden: !present.length, open: key !== 'media' }, element('summary', { textContent: title }), set);
  }

  tick(key, k, mark, label, count) {
    const box = element('input', { type: 'checkbox', checked: true, value: String(k) });
    box.addEventListener('change', () => {
      this.filter[key][k] = box.checked;
      this.onChange(this.filter);
    });
    return element('label', {}, box, mark, element('span', { className: 'what', textContent: label }), element('span', { className: 'count', textContent: many(count) }));
  }

  switches(key, set) {
    const all = (on) => {
      for (const box of set.querySelectorAll('input')) {
        box.checked = on;
        this.filter[key][Number(box.value)] = on;
      }
      this.onChange(this.filter);
    };
    const button = (text, on) => {
      const made = element('button', { type: 'button', textContent: text });
      made.addEventListener('click', () => all(on));
      return made;
    };
    return element('p', { className: 'switches' }, button('all', true), button('none', false));
  }
}
