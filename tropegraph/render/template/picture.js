// What is shown as a picture of its own: first as plain shapes (the scene), then as SVG, or drawn for PNG and print.

const SVG_SPACE = 'http://www.w3.org/2000/svg';
const PNG_RATIO = 2;
const PAPER_RATIO = 3;
const TIP = { map: 6.75, width: 3, side: 0.3, notch: 0.9 }; // of an arrow, as vis-network draws it with our scaleFactor

// { width, height, ground, halo, layers: [{ strength, lines, tips, dots, seen }], names }, in pixels of the window, layers
// and what is in them from the ground up; `seen` is the strength of its dots. Lines are { from, via, to, bent, colour,
// width, strength, dashes }, tips { points, colour, strength }, dots { x, y, r, colour }.
function sceneOf(view) {
  const place = view.currentView();
  const layers = [baseLayer, farLayer, liveLayer, markLayer].map((layer) => ({ strength: 1, lines: [], tips: [], dots: [], seen: 1, ...layer(view, place) }));
  const { ground, halo, text } = view.theme;
  return { width: place.width, height: place.height, ground, halo, text, layers, names: view.names(place, []) };
}

// What paint.js paints under everything.
function baseLayer(view, place) {
  const lines = view.linesIn(place);
  const look = { colour: view.theme.line, width: view.isFar(place) ? 0.5 : 0.8, strength: view.hush(lines.length), dashes: [] };
  const behind = lines.map(([ax, ay, bx, by]) => ({ ...lineBetween([ax, ay], [bx, by]), ...look }));
  return { strength: view.lit ? DIM : 1, lines: behind, dots: dotsOf(view, place, view.shown), seen: view.theme.dot };
}

// What is lit beyond the live nodes and edges.
function farLayer(view, place) {
  if (!view.farNodes) return {};
  const strength = view.faint(view.lit.edges.length);
  const line = (e) => ({ ...view.lineAt(e, place), colour: view.lineColours[view.data.type[e]], width: 0.6, strength, dashes: [] });
  return { lines: view.farLines().map(line), dots: dotsOf(view, place, view.farNodes) };
}

// What vis-network draws.
function liveLayer(view, place) {
  const drawn = view.edges.getIds().map((e) => edgeLine(view, place, e));
  const live = maskOf(view.nodes.getIds(), view.data.count);
  return { lines: drawn.map(({ line }) => line), tips: drawn.map(({ tip }) => tip).filter(Boolean), dots: dotsOf(view, place, live) };
}

// What stands out: the chosen node, or a path.
function markLayer(view, place) {
  if (!view.path) return { dots: ringOf(view, place, view.chosen, 4.5) };
  const strokes = [[7, () => view.theme.halo], [3, (e) => view.lineColours[view.data.type[e]]]];
  const line = (e, width, colour) => ({ ...view.lineAt(e, place), width, colour, strength: 1, dashes: [] });
  const lines = strokes.flatMap(([width, colour]) => view.path.edges.map((e) => line(e, width, colour(e))));
  return { lines, dots: view.path.nodes.flatMap((i) => ringOf(view, place, i, 3)) };
}

// The least important first.
function dotsOf(view, place, mask) {
  const dots = [];
  for (let i = view.data.count - 1; i >= 0; i--) {
    if (!mask[i]) continue;
    const [x, y] = view.onScreen(i, place);
    const r = view.radius(i, place.scale);
    if (x > -r && y > -r && x < place.width + r && y < place.height + r) dots.push({ x, y, r, colour: view.colourOf(i) });
  }
  return dots;
}

// A node that stands out: a ring, a gap, and the dot in it.
function ringOf(view, place, i, gap) {
  if (i < 0) return [];
  const [x, y] = view.onScreen(i, place);
  const r = Math.max(4, view.radius(i, place.scale));
  return [[gap + 1, view.theme.text], [gap - 1, view.theme.ground], [0, view.colourOf(i)]].map(([more, colour]) => ({ x, y, r: r + more, colour }));
}

// A live edge, and the tip of its arrow where it has one: { line, tip }. The line ends in the tip.
function edgeLine(view, place, e) {
  const { color, width, dashes, arrow } = view.lineLook(e, view.edges.length);
  const look = { colour: color.color, strength: color.opacity };
  const whole = view.lineAt(e, place);
  const bent = Boolean(view.bends.get(e));
  const tip = arrow && tipOf(whole, view.radius(view.data.target[e], place.scale), TIP.map * place.scale + TIP.width * width);
  const line = tip ? startOf(whole, tip.from) : whole;
  return { line: { ...line, ...look, bent, width, dashes }, tip: tip && { ...look, points: tip.points } };
}

// The tip of an arrow where a line meets the dot at its end, and the share of the line before it; null where it has no room.
function tipOf(line, radius, length) {
  const from = shareBefore(line, radius + TIP.notch * length);
  if (!from) return null;
  const [end, back] = [pointOn(line, shareBefore(line, radius)), pointOn(line, from)];
  const away = Math.hypot(end[0] - back[0], end[1] - back[1]) || 1;
  const [ux, uy] = [(end[0] - back[0]) / away, (end[1] - back[1]) / away];
  const at = (along, side) => [end[0] - length * (ux * along + uy * side), end[1] - length * (uy * along - ux * side)];
  return { from, points: [end, at(1, TIP.side), at(TIP.notch, 0), at(1, -TIP.side)] };
}

// --- SVG: made of elements and attributes, so that no name can become markup ------------------------------------------

function asSvg(scene) {
  const made = (tag, attributes, ...children) => {
    const node = document.createElementNS(SVG_SPACE, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 100) / 100) : value);
    node.append(...children);
    return node;
  };
  const { width, height } = scene;
  const at = (point) => point.map((n) => n.toFixed(1)).join(',');
  const line = ({ from, via, to, bent, colour, width: wide, strength, dashes }) =>
    made('path', { d: `M${at(from)}${bent ? `Q${at(via)} ` : 'L'}${at(to)}`, stroke: colour, 'stroke-width': wide, 'stroke-opacity': strength, ...(dashes.length ? { 'stroke-dasharray': dashes.join(' '), 'stroke-linecap': 'round' } : {}) });
  const tip = ({ points, colour, strength }) => made('polygon', { points: points.map(at).join(' '), fill: colour, 'fill-opacity': strength });
  const dot = ({ x, y, r, colour }) => made('circle', { cx: x, cy: y, r, fill: colour });
  const layer = ({ strength, lines, tips, dots, seen }) =>
    made('g', { opacity: strength }, made('g', { fill: 'none' }, ...lines.map(line)), ...tips.map(tip), made('g', { 'fill-opacity': seen }, ...dots.map(dot)));
  const name = ({ text, x, y, size, font, strength, colour }) =>
    made('text', { x, y: y + 0.82 * size, 'font-size': size, 'font-weight': /\b600\b/.test(font) ? 600 : 400, ...(font.startsWith('italic') ? { 'font-style': 'italic', 'font-family': REGION.family } : {}), 'fill-opacity': strength, fill: colour }, inXml(text));
  const names = made('g', { 'font-family': FAMILY, 'text-anchor': 'middle', stroke: scene.halo, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, ...scene.names.map(name));
  const all = made('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, made('rect', { width, height, fill: scene.ground }), ...scene.layers.map(layer), names);
  return new XMLSerializer().serializeToString(all);
}

// XML has no signs for some characters.
const inXml = (text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

// --- canvas -----------------------------------------------------------------------------------------------------------

// `part` of the scene, { left, top, width, height }, or all of it.
function drawScene(scene, ratio, view, part = { left: 0, top: 0, ...scene }) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(part.width * ratio);
  canvas.height = Math.round(part.height * ratio);
  const ctx = canvas.getContext('2d');
  ctx.setTransform(ratio, 0, 0, ratio, -part.left * ratio, -part.top * ratio);
  ctx.fillStyle = scene.ground;
  ctx.fillRect(0, 0, scene.width, scene.height);
  for (const layer of scene.layers) drawLayer(ctx, layer);
  Object.assign(ctx, { textAlign: 'center', textBaseline: 'top', lineJoin: 'round' });
  ctx.setLineDash([]);
  for (const name of scene.names) view.write(ctx, name);
  return canvas;
}

function drawLayer(ctx, { strength, lines, tips, dots, seen }) {
  for (const { from, via, to, bent, colour, width, strength: own, dashes } of lines) {
    Object.assign(ctx, { globalAlpha: strength * own, strokeStyle: colour, lineWidth: width, lineCap: dashes.length ? 'round' : 'butt' });
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(...from);
    if (bent) ctx.quadraticCurveTo(...via, ...to);
    else ctx.lineTo(...to);
    ctx.stroke();
  }
  for (const { points, colour, strength: own } of tips) {
    Object.assign(ctx, { globalAlpha: strength * own, fillStyle: colour });
    ctx.beginPath();
    for (const point of points) ctx.lineTo(...point);
    ctx.fill();
  }
  ctx.globalAlpha = strength * seen;
  for (const { x, y, r, colour } of dots) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 6.2832);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
}

// --- paper: a picture of its own, so that the map keeps its size and place while the page is laid out anew --------------

// As much of the window as has in its middle what no card covers.
function partForPaper({ left, top, width, height }, { clientWidth, clientHeight }) {
  const [x, y] = [left + width / 2, top + height / 2];
  const [across, down] = [Math.min(x, clientWidth - x), Math.min(y, clientHeight - y)];
  return { left: x - across, top: y - down, width: 2 * across, height: 2 * down };
}

// theme() turns to the colours of paper, and back.
function printing(box, view, theme) {
  const paper = matchMedia('print');
  const size = { width: '', height: '' }; // on the screen
  const measure = () => paper.matches || Object.assign(size, { width: `${box.clientWidth}px`, height: `${box.clientHeight}px` });
  new ResizeObserver(measure).observe(box);
  paper.addEventListener('change', () => {
    document.getElementById('paper')?.remove();
    Object.assign(box.style, paper.matches ? size : { width: '', height: '' });
    theme();
    if (!paper.matches) return;
    const picture = drawScene(sceneOf(view), PAPER_RATIO, view, partForPaper(view.free(), box));
    picture.id = 'paper';
    box.after(picture);
  });
}

// --- the menu ---------------------------------------------------------------------------------------------------------

function save(blob, name) {
  const link = element('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

const fileName = (title, ending) => `${fold(title).replaceAll(' ', '-').slice(0, 60) || 'map'}.${ending}`;

function pictureMenu(menu, view, title) {
  const choice = (text, act) => {
    const made = element('button', { type: 'button', textContent: text });
    made.addEventListener('click', () => {
      menu.open = false;
      menu.firstElementChild.focus(); // the button is gone
      act();
    });
    return made;
  };
  menu.lastElementChild.replaceChildren(
    element('p', { textContent: 'Save picture' }),
    choice('PNG, twice as sharp', () => drawScene(sceneOf(view), PNG_RATIO, view).toBlob((blob) => save(blob, fileName(title, 'png')))),
    choice('SVG, names as text', () => save(new Blob([asSvg(sceneOf(view))], { type: 'image/svg+xml' }), fileName(title, 'svg'))),
    choice('Print', () => window.print()),
  );
  document.addEventListener('pointerdown', ({ target }) => menu.contains(target) || (menu.open = false));
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    event.preventDefault();
    menu.open = false;
    menu.firstElementChild.focus();
  });
}
