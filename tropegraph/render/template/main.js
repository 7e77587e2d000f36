// Puts the parts together. The address is the one home of what is chosen: everything that chooses writes there, and the
// page follows it; so the browser's own back button works.

const $ = (id) => document.getElementById(id);
const HITS = 10;

function start() {
  const data = decode(JSON.parse($('map-data').textContent));
  const held = JSON.parse($('vis-data').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const narrow = matchMedia('(max-width: 45em)');
  const view = new (data.physics ? MovingView : View)($('map'), data, { ...held, options: JSON.parse(held.options) }, covered, dark.matches, pick);
  const panel = new Panel($('panel'), data, go, leave, { share: () => shareLink($('panel').querySelector('.actions')) });
  new Legend($('filters'), data, (filter) => view.setFilter(filter));
  let index = null;
  let still = false; // the next choice was made on the map: what is pointed at should not run away

  $('counts').textContent = summary(data);
  document.body.classList.toggle('empty', !data.count);
  $('legend').open = !narrow.matches;
  setColours(data, view.theme.key);
  const address = new Address(follow, data.focus);
  const aids = readingAids(view, address, { leave, theme });
  follow();

  dark.addEventListener('change', theme);
  searchBox(data, (text) => find((index ??= searchIndex(data)), text, HITS), go);
  $('closer').addEventListener('click', () => view.zoomBy(1.6));
  $('farther').addEventListener('click', () => view.zoomBy(1 / 1.6));
  $('whole').addEventListener('click', () => view.showWhole());
  document.addEventListener('keydown', (event) => keys(event, view, leave));

  // For tests and for the curious: what is chosen and seen at this moment.
  window.tropegraphMap = {
    get chosen() { return view.chosen < 0 ? null : data.id(view.chosen); },
    get shown() { return view.seen; },
    get live() { return { nodes: view.nodes.length, edges: view.edges.length }; },
    get frames() { return view.frames; },
    get firstFrame() { return view.firstFrame; },
    get resting() { return !data.physics || !!view.settled; },
    panel,
    edge: (source, target) => data.source.findIndex((from, e) => data.id(from) === source && data.id(data.target[e]) === target),
    place: (id) => view.network.canvasToDOM({ x: data.x[data.number.get(id)], y: data.y[data.number.get(id)] }),
  };

  function theme() {
    view.setTheme(dark.matches && !matchMedia('print').matches);
    view.picture.stale = true;
    setColours(data, view.theme.key);
    view.choose(view.chosen);
  }

  function pick(i) {
    if (i < 0) return leave();
    still = true;
    return go(i);
  }

  function go(i) {
    address.put({ node: data.id(i), to: '' });
  }

  function leave() {
    address.put({ node: '', to: '' });
  }

  // Shows what the address names.
  function follow() {
    const i = data.number.get(address.node) ?? -1;
    const before = view.chosen;
    const inside = $('panel').contains(document.activeElement);
    document.body.classList.toggle('chosen', i >= 0);
    $('hint').hidden = i >= 0 || before >= 0;
    if (i < 0) panel.hide();
    else panel.show(i);
    view.measure(); // the panel covers another part of the window
    view.choose(i);
    if (inside) $(i < 0 ? 'map' : 'panel').focus({ preventScroll: true }); // what had the focus is gone
    if (i >= 0 && !(still && view.inSight(i))) view.moveToNode(i);
    still = false;
    document.title = i < 0 ? data.title : `${shorten(data.name[i], 80)} · ${data.title}`;
    if (i >= 0) $('say').textContent = `${shorten(data.name[i], 80)}, ${plural(view.neighbours.length, 'neighbour')}`;
    aids.follow();
  }
}

function summary(data) {
  if (!data.count) return 'This graph is empty.';
  const kinds = countBy(data.kind, data.kinds.length);
  const parts = data.kinds.map((kind, k) => kinds[k] && plural(kinds[k], kind.name.toLowerCase(), kind.name === 'Index' ? 'indexes' : '')).filter(Boolean);
  return [...parts, plural(data.edgeCount, 'link')].join(' · ');
}

// How much of the window the cards cover on each side.
function covered() {
  const sheet = matchMedia('(max-width: 45em)').matches;
  const [head, panel] = [$('head'), $('panel')];
  const wide = $('map').clientWidth > 1000;
  return {
    left: wide ? head.offsetWidth + 16 : 0,
    top: sheet ? head.offsetHeight + 8 : 0,
    right: sheet || panel.hidden ? 0 : panel.offsetWidth + 16,
    bottom: sheet && !panel.hidden ? panel.offsetHeight : 0,
  };
}

function keys(event, view, leave) {
  if (event.key === 'Escape' && !event.defaultPrevented) return leave();
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return undefined;
  if (event.key === '/') {
    event.preventDefault();
    return $('query').focus();
  }
  if (event.target !== $('map') && event.target !== document.body) return undefined;
  const moves = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
  if (moves[event.key]) view.panBy(...moves[event.key]);
  else if (event.key === '+' || event.key === '=') view.zoomBy(1.6);
  else if (event.key === '-') view.zoomBy(1 / 1.6);
  else if (event.key === '0') view.showWhole();
  else return undefined;
  return event.preventDefault();
}

start();
