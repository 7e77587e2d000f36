// Small functions of text.

const LETTERS = { æ: 'ae', œ: 'oe', ø: 'o', ß: 'ss', đ: 'd', ł: 'l', þ: 'th', ð: 'd', '&': ' and ' };

// As a reader would type it: lower case, no accents, no apostrophes, one blank for anything else that is no letter.
function fold(text) {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .replace(/[æœøßđłþð&]/g, (sign) => LETTERS[sign])
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function shorten(text, longest) {
  const signs = Array.from(text.slice(0, 4 * longest));
  return signs.length <= longest ? text : signs.slice(0, longest - 1).join('').trimEnd() + '…';
}

function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}

// `text` in pieces, [piece, whether it is one of `parts`]: the first place of each part that no longer part covers.
function pieces(text, parts) {
  const found = [];
  for (const part of [...new Set(parts)].filter(Boolean).sort((a, b) => b.length - a.length)) {
    const from = text.indexOf(part);
    const to = from + part.length;
    if (from >= 0 && found.every((other) => to <= other.from || other.to <= from)) found.push({ from, to });
  }
  const cuts = [];
  let at = 0;
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    cuts.push([text.slice(at, from), false], [text.slice(from, to), true]);
    at = to;
  }
  return [...cuts, [text.slice(at), false]].filter(([piece]) => piece);
}

const many = (count) => count.toLocaleString('en-GB');
const plural = (count, one, more) => `${many(count)} ${count === 1 ? one : more || one + 's'}`;
const words = (name) => name.toLowerCase().replaceAll('_', ' ');
