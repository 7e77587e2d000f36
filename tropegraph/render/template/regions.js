// Names of communities, as a map has names of countries: over their middles, while the map is seen from afar.

const REGION = { largest: 22, smallest: 14, family: '"Iowan Old Style", "Palatino Linotype", Palatino, Charter, Georgia, "Liberation Serif", serif' };
const LEAST_SHARE = 0.008; // of the nodes shown; smaller communities stay without a name from afar
const LONGEST_REGION = 30;
const FAR = 1.9; // times the scale at which all is seen: up to here they stand out, and then they fade
const GONE = 2.6;

function median(values) {
  const sorted = Float64Array.from(values).sort();
  return sorted[sorted.length >> 1];
}

// [{ name, node, community, x, y, share }], largest first, of the nodes shown.
function regionsOf(data, shown) {
  const members = data.communities.map(() => []);
  let all = 0;
  for (let i = 0; i < data.count; i++) {
    if (!shown[i]) continue;
    all++;
    if (data.community[i]) members[data.community[i] - 1].push(i);
  }
  return data.communities
    .map(({ name, node }, c) => {
      const own = members[c];
      const [x, y] = [data.x, data.y].map((column) => median(own.map((i) => column[i])));
      return { name: shorten(name, LONGEST_REGION), node, community: c + 1, x, y, share: own.length / (all || 1) };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share);
}

const regionSize = ({ share }) => REGION.smallest + (REGION.largest - REGION.smallest) * Math.min(1, Math.sqrt(share / 0.12));

// How much of them is seen when the map is `times` as large as when all of it fits.
const regionStrength = (times) => Math.max(0, Math.min(1, (GONE - times) / (GONE - FAR)));
