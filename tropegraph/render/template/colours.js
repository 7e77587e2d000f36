// Which colour a dot has: by kind, medium or community.

const COLOUR_BY = ['kind', 'medium', 'community'];

// The colours, and the position of each node's colour among them: { palette, code }.
function colouring(data, by, theme) {
  const { otherColour: other } = data;
  const swatches = { kind: data.kinds, medium: [other, ...data.mediumColours], community: [other, ...data.communities] }[by];
  const palette = [...new Set(swatches.map((swatch) => swatch[theme]))];
  const place = swatches.map((swatch) => palette.indexOf(swatch[theme]));
  return { palette, code: Uint8Array.from(data[by], (value) => place[value]) };
}

const INK = 0.3; // how much of the theme's own text is in letters of a colour, so that they can be read

// A colour with a share of another, both as #rrggbb.
function mixed(colour, other, share) {
  const parts = (text) => [1, 3, 5].map((k) => parseInt(text.slice(k, k + 2), 16));
  const [some, more] = [parts(colour), parts(other)];
  return '#' + some.map((part, k) => Math.round(part + (more[k] - part) * share).toString(16).padStart(2, '0')).join('');
}

// The same colours as style properties, so that all that is HTML follows the theme.
function setColours(data, theme) {
  const style = document.documentElement.style;
  data.kinds.forEach((kind, k) => style.setProperty(`--kind-${k}`, kind[theme]));
  data.mediumColours.forEach((colour, m) => style.setProperty(`--medium-${m + 1}`, colour[theme]));
  data.communities.forEach((community, c) => style.setProperty(`--community-${c + 1}`, community[theme]));
  data.relations.forEach((relation, t) => style.setProperty(`--line-${t}`, relation[theme]));
  for (const name of ['--medium-0', '--community-0']) style.setProperty(name, data.otherColour[theme]);
}
