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

// [before, part, after] of the first place where `part` stands in `text`; without it, all is before.
function around(text, part) {
  const at = part ? text.indexOf(part) : -1;
  return at < 0 ? [text, '', ''] : [text.slice(0, at), part, text.slice(at + part.length)];
}

const asHash = (id) => '#' + encodeURIComponent(id).replaceAll('%2F', '/');

function fromHash(hash) {
  try {
    return decodeURIComponent(hash.replace(/^#/, ''));
  } catch {
    return '';
  }
}

const many = (count) => count.toLocaleString('en-GB');
const plural = (count, one, more) => `${many(count)} ${count === 1 ? one : more || one + 's'}`;
const words = (name) => name.toLowerCase().replaceAll('_', ' ');
