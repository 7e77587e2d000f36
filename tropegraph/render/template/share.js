// Telling the reader what has been done, and the address of what is shown.

// Says `text` to a screen reader.
function hear(text) {
  const line = document.getElementById('say');
  line.textContent = text;
  return line;
}

// The same, and for a moment on the screen.
function say(text) {
  const line = hear(text);
  line.classList.add('seen');
  clearTimeout(say.timer);
  say.timer = setTimeout(() => line.classList.remove('seen'), 3500);
}

// Puts text on the clipboard and tells whether that went well. Browsers refuse the first way at some addresses.
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelecting(text);
  }
}

function copyBySelecting(text) {
  const before = document.activeElement;
  const field = element('textarea', { value: text, readOnly: true, className: 'unseen' });
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    before?.focus({ preventScroll: true });
  }
}

// Copies the address; where no way is allowed, it stands in a field after `place` to be copied by hand.
async function shareLink(place) {
  if (await copyText(location.href)) {
    const here = location.protocol === 'file:' ? ' It opens this file where it lies.' : '';
    return say(`Link copied.${here}`);
  }
  const field = element('input', { type: 'text', readOnly: true, value: location.href, className: 'address', 'aria-label': 'Address of what is shown' });
  place.querySelector('.address')?.remove();
  place.append(field);
  field.select();
  field.focus();
  return say('The browser does not let the page copy. The address is marked: copy it from here.');
}
