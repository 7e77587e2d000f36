// The report: single facts, filtered by outcome, type and words.

const STEP = 100;
const OUTCOMES = [
  ['errors', 'Errors', (fact) => fact.outcome !== 'found'],
  ['missed', 'Missed', (fact) => fact.outcome === 'missed'],
  ['wrong', 'Wrong', (fact) => fact.outcome === 'wrong'],
  ['found', 'Right', (fact) => fact.outcome === 'found'],
];
const SAID = { missed: 'missed', wrong: 'wrong', found: 'right' };
const data = JSON.parse(document.getElementById('report-data').textContent);
const byId = (id) => document.getElementById(id);
const decimals = (share, counted) => (counted ? share.toFixed(3) : '–');
const state = { show: 'errors', type: '', find: '' };
let shown = [];
let drawn = 0;

for (const fact of data.facts) {
  const page = data.pages[fact.page];
  const sentence = fact.sentence.map(([piece]) => piece).join('');
  fact.words = fold([fact.source, fact.target, page.title, page.id, sentence].join(' \n '));
}

// What is shown: type "" is all of them; a part's name stands for its types.
const ofType = (fact, type) => !type || data.kinds[fact.kind].name === type || data.kinds[fact.kind].part === type;
const outcomeOf = (name) => OUTCOMES.find(([known]) => known === name) || OUTCOMES[0];

function matching() {
  const wanted = fold(state.find);
  return data.facts.filter((fact) => ofType(fact, state.type) && fact.words.includes(wanted));
}

// ---- the figures, which are the filter of types as well

function figureRow(row, kind, label) {
  const press = () => change({ type: state.type === row.name ? '' : row.name });
  const button = element('button', { type: 'button', className: 'kind', textContent: label, onclick: press });
  button.dataset.type = row.name;
  const count = (n) => element('td', { textContent: many(n), className: n ? '' : 'none' });
  const cells = [
    count(row.missed),
    count(row.wrong),
    element('td', { textContent: decimals(row.precision, row.found + row.wrong) }),
    element('td', { textContent: decimals(row.recall, row.gold) }),
    element('td', { textContent: decimals(row.f1, row.gold) }),
  ];
  return element('tr', { className: kind }, element('th', { scope: 'row' }, button), ...cells);
}

function drawFigures() {
  const rows = [];
  for (const part of data.parts) {
    rows.push(figureRow(part, 'part', part.name));
    const kinds = data.kinds.filter((kind) => kind.part === part.name);
    if (kinds.length > 1) rows.push(...kinds.map((kind) => figureRow(kind, 'one', words(kind.name))));
  }
  byId('rows').replaceChildren(...rows);
  const absent = data.pages.filter((page) => !page.read).length;
  const lacking = absent ? `, ${plural(absent, 'page')} of them not read: all its facts count as missed` : '';
  byId('about').textContent = `${plural(data.pages.length, 'annotated page')}${lacking}`;
}

// ---- single facts

function sentenceOf(fact, page) {
  const quote = element('blockquote', { dir: 'auto' });
  for (const [piece, isName] of fact.sentence) quote.append(isName ? element('mark', { textContent: piece }) : piece);
  if (fact.sentence.length) return quote;
  const why = page.read ? 'No sentence with this name was found.' : 'This page was not read.';
  return element('p', { className: 'quiet gone', textContent: why });
}

function titleOf(page) {
  const address = webAddress(page.url);
  const title = element('bdi', { textContent: page.title || page.id });
  if (!address) return title;
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, title);
}

function card(fact) {
  const kind = data.kinds[fact.kind];
  const page = data.pages[fact.page];
  const modifier = kind.part === 'modifiers' ? element('span', { className: 'tag', textContent: words(kind.name) }) : null;
  return element(
    'article',
    { className: fact.outcome, tabIndex: -1 },
    element(
      'p',
      { className: 'fact' },
      element('span', { className: 'outcome', textContent: SAID[fact.outcome] }),
      ' ',
      element('bdi', { textContent: fact.source }),
      element('span', { className: 'quiet', textContent: ` ${kind.words} ` }),
      element('bdi', { textContent: fact.target }),
      modifier ? ' ' : null,
      modifier,
    ),
    sentenceOf(fact, page),
    element('figcaption', {}, titleOf(page), ' ', element('bdi', { className: 'id', textContent: page.title ? page.id : '' })),
  );
}

// Facts of one type stand together; the next hundred are drawn when asked for.
function drawMore() {
  const box = byId('facts');
  box.querySelector('.more')?.remove();
  for (const fact of shown.slice(drawn, drawn + STEP)) {
    if (drawn === 0 || shown[drawn - 1].kind !== fact.kind) box.append(headingOf(fact.kind));
    box.append(card(fact));
    drawn += 1;
  }
  const left = shown.length - drawn;
  if (left) {
    const next = `Show ${many(Math.min(left, STEP))} more`;
    box.append(element('button', { type: 'button', className: 'more', textContent: next, onclick: drawMore }));
  }
}

function headingOf(kind) {
  const count = shown.filter((fact) => fact.kind === kind).length;
  const label = element('span', { className: 'count', textContent: many(count) });
  return element('h2', {}, words(data.kinds[kind].name), label);
}

function draw() {
  const all = matching();
  const [, , wanted] = outcomeOf(state.show);
  shown = all.filter(wanted).sort((a, b) => a.kind - b.kind);
  for (const [name, , fits] of OUTCOMES) {
    const button = byId('outcomes').querySelector(`[data-show="${name}"]`);
    button.setAttribute('aria-pressed', name === state.show);
    button.querySelector('.count').textContent = many(all.filter(fits).length);
  }
  for (const button of byId('rows').querySelectorAll('button')) {
    button.setAttribute('aria-pressed', button.dataset.type === state.type);
  }
  byId('say').textContent = shown.length ? plural(shown.length, 'fact') : 'Nothing here.';
  byId('facts').replaceChildren();
  drawn = 0;
  drawMore();
}

// ---- what is chosen stands in the address

function change(to) {
  Object.assign(state, to);
  history.replaceState(null, '', '#' + new URLSearchParams(Object.entries(state).filter(([, value]) => value)));
  draw();
}

function readAddress() {
  const given = new URLSearchParams(location.hash.slice(1));
  const known = [...data.parts, ...data.kinds].some((row) => row.name === given.get('type'));
  state.show = outcomeOf(given.get('show'))[0];
  state.type = known ? given.get('type') : '';
  state.find = given.get('find') || '';
  byId('query').value = state.find;
  draw();
}

// ---- keys

function step(by) {
  const cards = [...byId('facts').querySelectorAll('article')];
  const at = cards.indexOf(document.activeElement?.closest('article'));
  if (at + by >= cards.length && drawn < shown.length) {
    drawMore();
    return step(by);
  }
  const next = cards[Math.max(0, at + by)];
  next?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'center' });
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => byId('query').focus(),
  Escape: () => change({ type: '' }),
  ...Object.fromEntries(OUTCOMES.map(([name], i) => [String(i + 1), () => change({ show: name })])),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(KEYS, event.key)) return;
  if (event.target === byId('query')) {
    if (event.key === 'Escape') event.target.blur();
    return;
  }
  event.preventDefault();
  KEYS[event.key]();
}

byId('outcomes').append(
  ...OUTCOMES.map(([name, label]) => {
    const press = () => change({ show: name });
    const button = element('button', { type: 'button', onclick: press }, label + ' ', element('span', { className: 'count' }));
    button.dataset.show = name;
    return button;
  }),
);
byId('query').addEventListener('input', (event) => change({ find: event.target.value }));
addEventListener('keydown', onKey);
addEventListener('hashchange', readAddress);
if (matchMedia('(max-width: 1000px)').matches) byId('figures').open = false;
drawFigures();
readAddress();
