// What the legend's boxes leave to be seen.

function allShown(data) {
  return {
    kinds: data.kinds.map(() => true),
    types: data.relations.map(() => true),
    media: data.media.map(() => true),
  };
}

// 1 for each node to be drawn: its kind and medium are ticked, and so is one type of its edges, if it has any.
function shownNodes(data, filter) {
  const joined = new Uint8Array(data.count);
  for (let e = 0; e < data.edgeCount; e++) {
    if (filter.types[data.type[e]]) joined[data.source[e]] = joined[data.target[e]] = 1;
  }
  const shown = new Uint8Array(data.count);
  for (let i = 0; i < data.count; i++) {
    const alone = data.first[i] === data.first[i + 1];
    const medium = data.medium[i];
    shown[i] = filter.kinds[data.kind[i]] && (!medium || filter.media[medium - 1]) && (alone || joined[i]) ? 1 : 0;
  }
  return shown;
}

const edgeShown = (data, filter, shown, edge) =>
  filter.types[data.type[edge]] && shown[data.source[edge]] && shown[data.target[edge]];

function countBy(codes, length) {
  const counts = new Array(length).fill(0);
  for (const code of codes) counts[code]++;
  return counts;
}
