// Three short hints at the first visit. They let every touch and click through, and the first of these sends them away.

const SEEN = 'tropegraph-hints';
const KEEPING = ['Tab', 'Shift', 'Control', 'Alt', 'Meta']; // somebody on the way to a control
const GOING = ['pointerdown', 'keydown', 'wheel', 'popstate'];
const hintsFor = (coarse) => [
  [coarse ? 'Type' : '/', 'Find any trope or work by its name.'],
  [coarse ? 'Tap' : 'Click', 'Read what is said of it, with the sentences.'],
  [coarse ? 'Pinch' : 'Scroll', 'Come closer, and see more names.'],
];

// A browser may refuse to keep anything for a page: then the hints come again.
function remembered(key) {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function remember(key) {
  try {
    localStorage.setItem(key, '1');
  } catch {
    // the next visit is a first one again
  }
}

// Shows the hints in `box` unless this browser has shown them before.
function firstVisit(box) {
  if (remembered(SEEN)) return;
  const rows = hintsFor(matchMedia('(pointer: coarse)').matches).map(([key, text]) => element('li', {}, element('kbd', { textContent: key }), element('span', { textContent: text })));
  const away = (event) => {
    if (KEEPING.includes(event.key)) return;
    box.hidden = true;
    box.replaceChildren();
    remember(SEEN);
    for (const kind of GOING) window.removeEventListener(kind, away, true);
  };
  box.replaceChildren(element('ul', {}, ...rows), button('action', 'Got it', away));
  box.hidden = false;
  for (const kind of GOING) window.addEventListener(kind, away, { capture: true, passive: true });
}
