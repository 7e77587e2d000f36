// What is chosen and set, as the address holds it: #Namespace/Name?key=value&key=one,two
// The address is the one home of it. Places are steps of a walk, which the browser's own back button takes back;
// settings hold for the whole visit, so a step back leaves them as they are.

const SETTINGS = ['colour', 'types', 'kinds', 'media', 'modifiers', 'community', 'degree', 'depth'];
const PLACES = ['to', 'edge', 'table']; // beside the node

const inAddress = (text) => encodeURIComponent(text).replaceAll('%2F', '/');

function fromAddress(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

// { node, key: [values] } as text, and back; what is empty is left out, and keys that nobody knows are passed over.
function asHash(state) {
  const pairs = [...PLACES, ...SETTINGS].filter((key) => state[key]?.length);
  const rest = pairs.map((key) => `${key}=${state[key].map((value) => inAddress(value)).join(',')}`).join('&');
  return '#' + inAddress(state.node || '') + (rest && '?' + rest);
}

function fromHash(hash) {
  const [node, ...rest] = hash.replace(/^#/, '').split('?');
  const state = { node: fromAddress(node) };
  for (const pair of rest.join('?').split('&')) {
    const [key, value = ''] = pair.split(/=(.*)/s);
    const values = value.split(',').map(fromAddress);
    if (values.some(Boolean) && (PLACES.includes(key) || SETTINGS.includes(key))) state[key] = values;
  }
  return state;
}

class Address {
  // onChange() is called after each change, whoever made it.
  constructor(onChange, first = '') {
    this.onChange = onChange;
    this.state = fromHash(location.hash);
    if (first && !location.hash) this.state.node = first;
    this.step = history.state?.step ?? 0;
    this.write('replaceState');
    window.addEventListener('popstate', (event) => this.moved(event.state));
  }

  get node() {
    return this.state.node;
  }

  get(key) {
    return this.list(key)[0] ?? '';
  }

  list(key) {
    return this.state[key] ?? [];
  }

  // Changes some keys: { node: 'Main/X', to: '', degree: '3', types: ['not', 'MENTIONS'] }; an empty value takes one out.
  put(changes) {
    const before = asHash(this.state);
    const place = this.place();
    for (const [key, value] of Object.entries(changes)) {
      this.state[key] = key === 'node' || Array.isArray(value) ? value : value ? [String(value)] : [];
    }
    if (asHash(this.state) !== before) {
      const walked = this.place() !== place;
      this.step += walked ? 1 : 0;
      this.write(walked ? 'pushState' : 'replaceState');
    }
    this.onChange();
  }

  // The step before, where this page took one.
  back() {
    if (this.step > 0) history.back();
    return this.step > 0;
  }

  place() {
    return asHash({ node: this.state.node, ...Object.fromEntries(PLACES.map((key) => [key, this.state[key]])) });
  }

  // A step made here keeps the settings of now; an address that somebody typed or followed says everything itself.
  moved(made) {
    const there = fromHash(location.hash);
    if (made?.step !== undefined) for (const key of SETTINGS) there[key] = this.state[key];
    this.state = there;
    this.step = made?.step ?? 0;
    this.write('replaceState');
    this.onChange();
  }

  write(how) {
    const hash = asHash(this.state);
    try {
      history[how]({ step: this.step }, '', location.href.split('#')[0] + (hash === '#' ? '' : hash));
    } catch {
      // A page inside another page may have no address of its own; everything but links still works.
    }
  }
}
