// What is shown as a picture of its own: first as plain shapes (the scene), then as SVG, or drawn for PNG and print.

const SVG_SPACE = 'http://www.w3.org/2000/svg';
const PNG_RATIO = 2;
const TIP = 6; // length of an arrow's tip

// { width, height, ground, halo, layers: [{ strength, lines, tips, dots }], names }, in pixels of the window.
// Lines are { from, to, colour, width, strength, dashes }, dots { x, y, r, colour }.
function sceneOf(view) {
  const place = view.currentView();
  const layers = [baseLayer(view, place), ...(view.lit ? [litLayer(view, place)] : []), ...(view.path ? [pathLayer(view, place)] : [])];
  const { ground, halo, text } = view.theme;
  return { width: place.width, height: place.height, ground, halo, text, layers, names: view.names(place, []) };
}

function baseLayer(view, place) {
  const lines = view.linesIn(place);
  const behind = lines.map(([ax, ay, bx, by]) => ({ from: [ax, ay], to: [bx, by], colour: view.theme.line, width: 0.8, strength: view.hush(lines.length), dashes: [] }));
  const live = view.lit ? [] : view.edges.getIds().map((e) => edgeLine(view, place, e));
  const dots = dotsOf(view, place, (i) => view.shown[i]).reverse();
  return { strength: view.lit ? DIM : 1, lines: [...behind, ...live], tips: live.map(tipOf).filter(Boolean), dots };
}

function litLayer(view, place) {
  const lines = view.lit.edges.slice(0, 2 * MOST_LINES).map((e) => edgeLine(view, place, e));
  const lit = new Set(view.lit.nodes);
  return { strength: 1, lines, tips: lines.map(tipOf).filter(Boolean), dots: [...dotsOf(view, place, (i) => lit.has(i)).reverse(), ...ringOf(view, place, view.chosen)] };
}

function pathLayer(view, place) {
  const lines = view.path.edges.map((e) => ({ ...edgeLine(view, place, e), width: 3, strength: 1 }));
  return { strength: 1, lines, tips: [], dots: view.path.nodes.flatMap((i) => ringOf(view, place, i)) };
}

function dotsOf(view, place, wanted) {
  const dots = [];
  for (let i = 0; i < view.data.count; i++) {
    if (!wanted(i)) continue;
    const [x, y] = view.onScreen(i, place);
    const r = view.radius(i, place.scale);
    if (x > -r && y > -r && x < place.width + r && y < place.height + r) dots.push({ x, y, r, colour: view.colourOf(i) });
  }
  return dots;
}

// A node that stands out: a ring, a gap, and the dot in it.
function ringOf(view, place, i) {
  if (i < 0) return [];
  const [x, y] = view.onScreen(i, place);
  const r = Math.max(4, view.radius(i, place.scale));
  return [[6, view.theme.text], [4, view.theme.ground], [0, view.colourOf(i)]].map(([more, colour]) => ({ x, y, r: r + more, colour }));
}

function edgeLine(view, place, e) {
  const { data } = view;
  const relation = data.relations[data.type[e]];
  const uses = relation.name === USES;
  return {
    from: view.onScreen(data.source[e], place),
    to: view.onScreen(data.target[e], place),
    colour: view.lineColours[data.type[e]],
    width: uses ? 0.9 : 1.7,
    strength: uses ? view.faint(view.lit ? view.lit.edges.length : view.edges.length) : 0.85,
    dashes: relation.dashes,
    gap: relation.symmetric || uses ? null : view.radius(data.target[e], place.scale),
  };
}

// The tip of an arrow, as three points, where the line meets the dot.
function tipOf({ from, to, gap, colour, strength }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy);
  if (gap === null || length < gap + TIP) return null;
  const [ux, uy] = [dx / length, dy / length];
  const at = (back, side) => [to[0] - ux * (gap + back) - uy * side, to[1] - uy * (gap + back) + ux * side];
  return { points: [at(0, 0), at(TIP, TIP / 2), at(TIP, -TIP / 2)], colour, strength };
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
  const line = ({ from, to, colour, width: wide, strength, dashes }) =>
    made('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: colour, 'stroke-width': wide, 'stroke-opacity': strength, ...(dashes.length ? { 'stroke-dasharray': dashes.join(' ') } : {}) });
  const tip = ({ points, colour, strength }) => made('polygon', { points: points.map((p) => p.map((n) => n.toFixed(1)).join(',')).join(' '), fill: colour, 'fill-opacity': strength });
  const dot = ({ x, y, r, colour }) => made('circle', { cx: x, cy: y, r, fill: colour });
  const layer = ({ strength, lines, tips, dots }) => made('g', { opacity: strength }, ...[...lines.map(line), ...tips.map(tip), ...dots.map(dot)]);
  const name = ({ text, x, y, size, font, strength, colour }) =>
    made('text', { x, y: y + 0.82 * size, 'font-size': size, 'font-weight': /\b600\b/.test(font) ? 600 : 400, ...(font.startsWith('italic') ? { 'font-style': 'italic', 'font-family': REGION.family } : {}), 'fill-opacity': strength, fill: colour }, inXml(text));
  const names = made('g', { 'font-family': FAMILY, 'text-anchor': 'middle', stroke: scene.halo, 'stroke-width': 3.5, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }, ...scene.names.map(name));
  const all = made('svg', { viewBox: `0 0 ${width} ${height}`, width, height }, made('rect', { width, height, fill: scene.ground }), ...scene.layers.map(layer), names);
  return new XMLSerializer().serializeToString(all);
}

// XML has no signs for some characters.
const inXml = (text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');

// --- canvas -----------------------------------------------------------------------------------------------------------

function drawScene(scene, ratio, view) {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(scene.width * ratio);
  canvas.height = Math.round(scene.height * ratio);
  const ctx = canvas.getContext('2d');
  ctx.scale(ratio, ratio);
  ctx.fillStyle = scene.ground;
  ctx.fillRect(0, 0, scene.width, scene.height);
  for (const layer of scene.layers) drawLayer(ctx, layer);
  Object.assign(ctx, { textAlign: 'center', textBaseline: 'top', lineJoin: 'round' });
  ctx.setLineDash([]);
  for (const name of scene.names) view.write(ctx, name);
  return canvas;
}

function drawLayer(ctx, { strength, lines, tips, dots }) {
  for (const { from, to, colour, width, strength: own, dashes } of lines) {
    Object.assign(ctx, { globalAlpha: strength * own, strokeStyle: colour, lineWidth: width });
    ctx.setLineDash(dashes);
    ctx.beginPath();
    ctx.moveTo(...from);
    ctx.lineTo(...to);
    ctx.stroke();
  }
  for (const { points, colour, strength: own } of tips) {
    Object.assign(ctx, { globalAlpha: strength * own, fillStyle: colour });
    ctx.beginPath();
    for (const point of points) ctx.lineTo(...point);
    ctx.fill();
  }
  ctx.globalAlpha = strength;
  for (const { x, y, r, colour } of dots) {
    ctx.fillStyle = colour;
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 6.2832);
    ctx.fill();
  }
  ctx.globalAlpha = 1;
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
