// The search box, after the pattern of an editable combobox with a list.

function searchBox(data, suggest, go) {
  const [query, hits] = ['query', 'hits'].map((id) => document.getElementById(id));
  let found = [];
  let at = -1;

  query.addEventListener('input', () => show(suggest(query.value)));
  query.addEventListener('focus', () => query.value && show(suggest(query.value)));
  query.addEventListener('blur', () => setTimeout(close, 150));
  query.addEventListener('keydown', (event) => {
    if (event.isComposing) return; // Enter ends a word that is being put together from signs
    if (event.key === 'ArrowDown') mark(at + 1);
    else if (event.key === 'ArrowUp') mark(at - 1);
    else if (event.key === 'Enter') take(Math.max(at, 0));
    else if (event.key === 'Escape' && (found.length || query.value)) reset();
    else return;
    event.preventDefault();
  });

  function show(some) {
    found = some;
    const none = query.value.trim() && !found.length;
    hits.replaceChildren(...found.map(option), ...(none ? [element('li', { className: 'none quiet', textContent: 'Nothing by that name.' })] : []));
    hits.hidden = !hits.childElementCount;
    query.setAttribute('aria-expanded', String(!hits.hidden));
    if (!hits.hidden) hear(none ? 'No suggestion.' : plural(found.length, 'suggestion'));
    at = -1;
    mark(found.length ? 0 : -1);
  }

  function option({ node, alias }, k) {
    const item = element('li', { role: 'option', id: `hit-${k}` }, dotOf(data.kind[node]), nameOf(data, node));
    if (alias) item.append(element('span', { className: 'quiet' }, ' also ', element('bdi', { textContent: alias })));
    else if (data.medium[node]) item.append(element('span', { className: 'quiet', textContent: mediumOf(data, node) }));
    item.addEventListener('pointerdown', (event) => event.preventDefault()); // the box keeps the focus
    item.addEventListener('click', () => take(k)); // not at the touch: a finger may only be scrolling the list
    return item;
  }

  function mark(k) {
    if (!found.length) return query.removeAttribute('aria-activedescendant');
    at = (k + found.length) % found.length;
    [...hits.children].forEach((item, j) => item.setAttribute('aria-selected', String(j === at)));
    query.setAttribute('aria-activedescendant', `hit-${at}`);
    return hits.children[at].scrollIntoView({ block: 'nearest' });
  }

  function take(k) {
    if (!found[k]) return;
    go(found[k].node);
    query.value = data.name[found[k].node].slice(0, 200);
    close();
    if (matchMedia('(pointer: coarse)').matches) query.blur(); // the keyboard would cover what was found
    else query.select();
  }

  function close() {
    found = [];
    hits.hidden = true;
    query.setAttribute('aria-expanded', 'false');
    query.removeAttribute('aria-activedescendant');
  }

  function reset() {
    query.value = '';
    close();
  }
}
