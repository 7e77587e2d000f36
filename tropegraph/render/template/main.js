// Puts the parts together. The address is the one home of what is chosen: everything that chooses writes there, and the
// page follows it; so the browser's own back button works.

const $ = (id) => document.getElementById(id);
const HITS = 10;
const CARDS = '#head, #legend, #panel, #zoom, #save, #as-table, #walk';

function start() {
  const data = decode(JSON.parse($('map-data').textContent));
  const held = JSON.parse($('vis-data').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const narrow = matchMedia('(max-width: 45em)');
  const view = new (data.physics ? MovingView : View)($('map'), data, { ...held, options: JSON.parse(held.options) }, covered, dark.matches, { pick, open });
  const panel = new Panel($('panel'), data, go, leave, { pathTo: aim, clearPath: drop, share: () => shareLink($('panel').querySelector('.actions')) });
  const legend = new Legend($('filters'), data, { onFilter: sieve, onColour: (by) => address.put({ colour: by === data.colourBy ? '' : by }) });
  const bar = new WalkBar($('walk'), { depth: deepen, aim, drop: back });
  let index = null;
  let still = false; // the next choice was made on the map: what is pointed at should not run away
  let aiming = false; // the next choice is the other end of a path
  let opened = []; // nodes whose neighbours stay lit beside those of the chosen one
  let before = { node: '', opened: [] }; // what was chosen before
  let sifted = '';
  let shownPlace = null;

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
  $('legend').addEventListener('toggle', () => view.measure() || view.network.redraw());
  document.addEventListener('keydown', (event) => keys(event, view, { back, deepen, aim }));
  pictureMenu($('save'), view, data.title);

  // For tests and for the curious: what is chosen and seen at this moment.
  window.tropegraphMap = {
    get chosen() { return view.chosen < 0 ? null : data.id(view.chosen); },
    get shown() { return view.seen; },
    get lit() { return view.lit ? view.lit.nodes.length : null; },
    get path() { return view.path && view.path.nodes.map(data.id); },
    get colour() { return view.by; },
    get regions() { return view.regionsAt(view.network.getScale()).map((k) => view.regions[k].name); },
    get names() { return view.names(view.currentView()).map(({ text, x, y, size, font }) => ({ text, x, y, size, font })); },
    get live() { return { nodes: view.nodes.length, edges: view.edges.length }; },
    get frames() { return view.frames; },
    get firstFrame() { return view.firstFrame; },
    get resting() { return !data.physics || !!view.settled; },
    panel,
    edge: (source, target) => data.source.findIndex((from, e) => data.id(from) === source && data.id(data.target[e]) === target),
    place: (id) => view.network.canvasToDOM({ x: data.x[data.number.get(id)], y: data.y[data.number.get(id)] }),
    svg: () => asSvg(sceneOf(view)),
  };

  function theme() {
    view.setTheme(dark.matches, matchMedia('print').matches);
    view.spoil();
    setColours(data, view.theme.key);
    follow();
  }

  // --- what the reader asks for, all of it written into the address -------------------------------------------------

  function pick({ node, edge, shift }) {
    still = true;
    if (node >= 0) return shift ? goTo(node) : go(node);
    if (edge >= 0) return address.put({ edge: edgeName(data, edge), to: '' });
    return leave();
  }

  function go(i) {
    if (aiming) return goTo(i);
    if (data.id(i) !== address.node) before = { node: address.node, opened };
    return address.put({ node: data.id(i), to: '', edge: '' });
  }

  function goTo(i) {
    aiming = false;
    if (view.chosen < 0) return go(i);
    return address.put({ to: data.id(i) === address.node ? '' : data.id(i), edge: '' });
  }

  function leave() {
    aiming = false;
    address.put({ node: '', to: '', edge: '' });
  }

  // Two clicks: the neighbours of this node, and of those where the reader comes from, stay lit.
  function open(i) {
    opened = [...before.opened, data.number.get(before.node) ?? -1, i].filter((j) => j >= 0);
    follow();
  }

  function sieve(filter) {
    address.put(filterInAddress(data, filter));
    hear(legend.summary.textContent);
  }

  function deepen(depth) {
    address.put({ depth: depth > 1 ? String(depth) : '' });
    hear(`${plural(view.neighbours.length, 'node')} within ${plural(depth, 'step')}`);
  }

  function aim() {
    aiming = view.chosen >= 0;
    follow();
    if (!aiming) return;
    $('query').focus();
    hear(`Path from ${shorten(data.name[view.chosen], 80)}: search for its other end. Escape gives up.`);
  }

  function drop() {
    address.put({ to: '', edge: '' });
  }

  // One step back, whatever the last one was.
  function back() {
    if (aiming) aiming = false;
    else if (opened.length) opened = [];
    else if (!address.node && !address.get('to') && !address.list('edge').length) return undefined;
    else return address.back() || (address.get('to') ? drop() : leave());
    return follow();
  }

  // --- and what follows from the address ----------------------------------------------------------------------------

  function follow() {
    const filter = filterFrom(data, (key) => address.list(key));
    if (sifted !== (sifted = JSON.stringify(filter))) view.setFilter(filter);
    const by = COLOUR_BY.find((one) => one === address.get('colour')) ?? data.colourBy;
    view.setColour(by);
    legend.show(filter, by, { nodes: view.shown, edges: view.shownEdges });
    show();
    aids.follow();
  }

  function show() {
    const i = data.number.get(address.node) ?? -1;
    const other = data.number.get(address.get('to')) ?? -1;
    const to = other === i ? -1 : other;
    const edge = edgeNamed(data, address.list('edge'));
    const depth = DEPTHS.find((n) => String(n) === address.get('depth')) ?? 1;
    const moved = shownPlace !== (shownPlace = asHash({ node: address.node, to: address.list('to'), edge: address.list('edge') }));
    if (moved && !opened.includes(i)) opened = [];
    const path = edge >= 0 ? pathOf(edge) : i >= 0 && to >= 0 ? shortestPath(data, view.shownEdges, i, to) : null;
    const inside = ['panel', 'walk'].some((id) => $(id).contains(document.activeElement));
    const any = i >= 0 || edge >= 0;
    const first = view.chosen < 0 && !view.lit;
    document.body.classList.toggle('chosen', any);
    $('hint').hidden = any || !first || Boolean(address.node);
    if (!any) panel.hide();
    else if (edge >= 0) panel.showEdge?.(edge);
    else if (path) panel.showPath?.(path);
    else panel.show(i);
    view.measure(); // the panel covers another part of the window
    const found = path?.nodes.length ? path : null;
    const lit = found ?? (i < 0 ? null : around(data, view.shownEdges, i, depth, opened));
    bar.show({ chosen: any, depth, aiming, path: path && edge < 0 ? path.nodes.length - 1 : undefined, lit: lit?.nodes.length ?? 0, opened: opened.length });
    view.light(lit, edge >= 0 ? -1 : i, found); // names keep clear of the bar, too
    if (inside && moved) $(any ? 'panel' : 'map').focus({ preventScroll: true }); // what had the focus is gone
    if (moved && any) travel(i, found);
    still = false;
    if (moved) tell(i, to, edge);
  }

  function pathOf(edge) {
    return { nodes: [...new Set([data.source[edge], data.target[edge]])], edges: [edge] };
  }

  function travel(i, path) {
    if (path) {
      if (!still || !path.nodes.every((j) => view.inSight(j))) view.moveToNodes(path.nodes);
    } else if (!(still && view.inSight(i))) view.moveToNode(i);
  }

  // What has been chosen, for the title and for a screen reader.
  function tell(i, to, edge) {
    const name = (j) => shorten(data.name[j], 80);
    const joined = edge >= 0 && `${name(data.source[edge])} ${wordsFrom(data, edge, data.source[edge])} ${name(data.target[edge])}`;
    const chosen = joined || (i >= 0 && name(i));
    document.title = chosen ? `${chosen} · ${data.title}` : data.title;
    if (joined) hear(`Link: ${joined}`);
    else if (i >= 0 && to >= 0) hear(view.path ? `Path from ${name(i)} to ${name(to)}: ${plural(view.path.edges.length, 'step')}` : `No path from ${name(i)} to ${name(to)} in what is shown`);
    else if (i >= 0) hear(`${name(i)}, ${plural(view.neighbours.length, 'neighbour')}`);
    else if (address.node) say(`Not on this map: ${shorten(address.node, 80)}`);
    else if ($('say').textContent) hear('Nothing is chosen'); // not at the start
  }
}

function summary(data) {
  if (!data.count) return 'This graph is empty.';
  const kinds = countBy(data.kind, new Uint8Array(data.count).fill(1), data.kinds.length);
  const parts = data.kinds.map((kind, k) => kinds[k] && plural(kinds[k], kind.name.toLowerCase(), kind.name === 'Index' ? 'indexes' : '')).filter(Boolean);
  return [...parts, plural(data.edgeCount, 'link')].join('\u00a0· ');
}

// How much of the window the cards cover on each side. On paper the map stands as it stood on the screen.
function covered() {
  if (!matchMedia('print').matches || !covered.last) covered.last = coveredNow();
  return covered.last;
}

function coveredNow() {
  const sheet = matchMedia('(max-width: 45em)').matches;
  const [head, panel] = [$('head'), $('panel')];
  const wide = $('map').clientWidth > 1000;
  return {
    left: wide ? head.offsetWidth + 16 : 0,
    top: sheet ? head.offsetHeight + 8 : 0,
    right: sheet || panel.hidden ? 0 : panel.offsetWidth + 16,
    bottom: sheet && !panel.hidden ? panel.offsetHeight + 56 : 0, // and the bar of steps
    cards: [...document.querySelectorAll(CARDS)].map((card) => card.getBoundingClientRect()).filter(({ width }) => width).map((box) => [box.left, box.top, box.right, box.bottom]),
  };
}

function keys(event, view, { back, deepen, aim }) {
  if (event.key === 'Escape' && !event.defaultPrevented) return back();
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
  else if (DEPTHS.includes(Number(event.key)) && view.lit) deepen(Number(event.key));
  else if (event.key === 'p') aim();
  else return undefined;
  return event.preventDefault();
}

start();
