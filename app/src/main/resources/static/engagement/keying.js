// Keying by keyboard. The radio buttons hold the answers; the keys and the picture only set them. Opening
// and saving send the same forms as a browser without scripts, and read the page that comes back.
const form = document.getElementById('keying');
const label = document.getElementById('label');
const year = document.getElementById('year');
const spoiled = document.getElementById('spoiled');
const save = document.getElementById('save');
const status = form.querySelector('[data-status]');
const undoButton = form.querySelector('[data-undo]');
const removeButton = form.querySelector('[data-remove]');
const writing = document.getElementById('writing');
const places = [...form.querySelectorAll('.keying__place')];
const zones = [...document.querySelectorAll('.keying__pictures .zone')];
const LEVELS = ['R', 'Y', 'G'];

let opened = ''; // label of the sheet that is open
let undoable = [];
let warned = false;
let busy = false;
let waiting = []; // keys pressed while an answer is on its way
let digits = ''; // of the year group, as typed so far

function say(text, kind = '') {
  status.textContent = text;
  status.dataset.kind = kind;
}

function fill(text, ...values) {
  return values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);
}

const radios = (place) => [...place.querySelectorAll('input')];
const chosen = (place) => radios(place).find((radio) => radio.checked);
const zoneOf = (place) => zones.find((zone) => zone.dataset.key === place.dataset.key);

function show(place) {
  const zone = zoneOf(place);
  const level = chosen(place)?.value ?? '';
  zone.dataset.level = level;
  zone.querySelector('.zone__shape').setAttribute('fill', `url(#level-${level || 'blank'})`);
  zone.querySelector('.zone__badge text').textContent = level;
}

function focusOn(place) {
  (chosen(place) ?? radios(place)[0]).focus();
}

function set(place, level) {
  radios(place).forEach((radio) => { radio.checked = radio.value === level; });
  show(place);
}

function mark(place, level) {
  const before = chosen(place)?.value ?? null;
  undoable.push({ place, before });
  set(place, level);
  warned = false;
  const next = places[places.indexOf(place) + 1];
  const said = fill(form.dataset.set, place.dataset.name, level || radios(place).at(-1).labels[0].textContent.trim());
  say(next ? said : `${said} ${form.dataset.end}`);
  if (next) focusOn(next); else save.focus();
}

function undo() {
  const last = undoable.pop();
  if (!last) {
    say(form.dataset.nothingToUndo);
    return;
  }
  if (last.place) {
    set(last.place, last.before);
    focusOn(last.place);
    say(fill(form.dataset.undone, last.place.dataset.name));
  } else {
    spoiled.checked = last.before;
  }
}

function move(from, by) {
  const to = places[places.indexOf(from) + by];
  if (to) focusOn(to);
  else if (by > 0) save.focus();
}

// --- a sheet --------------------------------------------------------------------------------------

function clear() {
  opened = '';
  undoable = [];
  warned = false;
  places.forEach((place) => set(place, null));
  year.value = '';
  spoiled.checked = false;
  form.elements.version.value = '0';
  removeButton.hidden = true;
}

function nextSheet(text) {
  clear();
  label.value = '';
  label.focus();
  say(text);
}

async function post(url, body) {
  const answer = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(15000) });
  if (answer.redirected && new URL(answer.url).pathname.startsWith('/signing-in')) {
    throw new Error('signed out');
  }
  if (answer.status >= 500) throw new Error('unavailable');
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Not our page: a network that wants a sign-in of its own. It has kept nothing.
  if (!page.getElementById('main')) throw new Error('unavailable');
  if (!page.getElementById('keying')) {
    return { ok: false, page: null, sentence: page.querySelector('main p')?.textContent.trim() ?? '' };
  }
  const problem = page.querySelector('[data-problem]');
  return { ok: answer.ok && !problem, page, sentence: problem?.textContent ?? page.querySelector('.govuk-notification-banner__heading')?.textContent ?? '' };
}

async function send(url, body, then, speak = say, unsent = form.dataset) {
  if (busy) return;
  busy = true;
  form.setAttribute('aria-busy', 'true');
  try {
    const answer = await post(url, body);
    if (answer.page) {
      for (const part of ['[data-progress]', '[data-differing]', '[data-yours]']) {
        const now = part === '[data-yours]' ? 'span[data-yours]' : part;
        document.querySelector(now).textContent = answer.page.querySelector(now).textContent;
      }
    }
    if (!answer.ok) waiting = [];
    then(answer);
  } catch (lost) {
    waiting = [];
    speak(lost.message === 'signed out' ? unsent.signedOut : unsent.lost, 'no');
  } finally {
    busy = false;
    form.removeAttribute('aria-busy');
    replay();
  }
}

// Somebody who keys fast does not wait for answers: what they pressed meanwhile comes after it.
function replay() {
  while (waiting.length > 0 && !busy) {
    const key = waiting.shift();
    if (document.activeElement === year && chooseYear(key)) continue;
    if (document.activeElement !== label) {
      keyOnPlaces({ key }, document.activeElement.closest('.keying__place'));
    } else if (key.length === 1) {
      label.value += key;
      if (label.value.length === 2) open();
    }
  }
}

function open() {
  const typed = label.value.trim();
  if (!typed) {
    say(form.dataset.typeLabel);
    return;
  }
  clear();
  const fields = new URLSearchParams({ pass: form.elements.pass.value, label: typed, script: 'yes' });
  send(form.dataset.open, fields, ({ ok, page, sentence }) => {
    if (!ok) {
      say(sentence, 'no');
      label.focus();
      label.select();
      return;
    }
    const sheet = page.getElementById('keying');
    opened = sheet.querySelector('#label').value;
    label.value = opened;
    form.elements.version.value = sheet.querySelector('[name=version]').value;
    year.value = sheet.querySelector('#year').value;
    spoiled.checked = sheet.querySelector('#spoiled').checked;
    const before = form.elements.version.value !== '0';
    places.forEach((place, i) => {
      const there = sheet.querySelectorAll('.keying__place')[i].querySelector('input:checked');
      set(place, there ? there.value : null);
    });
    removeButton.hidden = !before;
    say(before ? fill(form.dataset.yours, opened) : fill(form.dataset.new, opened, places[0].dataset.name));
    focusOn(places[0]);
  });
}

function saveSheet() {
  if (!opened) {
    open();
    return;
  }
  const skipped = places.filter((place) => !chosen(place));
  if (skipped.length > 0 && !warned && !spoiled.checked) {
    say(fill(form.dataset.skipped, skipped.map((place) => place.dataset.name).join(', ')));
    warned = true;
    focusOn(skipped[0]);
    return;
  }
  label.value = opened;
  send(form.action, new URLSearchParams(new FormData(form)), ({ ok, sentence }) => {
    if (ok) {
      nextSheet(fill(form.dataset.saved, opened));
    } else {
      say(sentence, 'no');
    }
  });
}

// --- keys -----------------------------------------------------------------------------------------

label.addEventListener('input', () => {
  if (label.value.trim().length === 2) open();
});
label.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    event.preventDefault();
    open();
  }
});
year.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') {
    event.preventDefault();
    saveSheet();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && chooseYear(event.key)) {
    event.preventDefault();
  }
});
year.addEventListener('blur', () => { digits = ''; });

// The year group by its number, of one digit or two.
function chooseYear(key) {
  if (!/^[0-9]$/.test(key)) return false;
  const years = [...year.options].filter((one) => one.value !== '');
  digits = years.some((one) => one.value.startsWith(digits + key)) ? digits + key : key;
  const chosen = years.find((one) => one.value === digits) ?? years.find((one) => one.value.startsWith(digits));
  if (chosen) year.value = chosen.value;
  return true;
}

function keyOnPlaces(event, place) {
  const letter = event.key.toUpperCase();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false;
  if (place && LEVELS.includes(letter)) mark(place, letter);
  else if (place && event.key === ' ') mark(place, '');
  else if (place && (event.key === 'ArrowDown' || event.key === 'ArrowRight')) move(place, 1);
  else if (place && (event.key === 'ArrowUp' || event.key === 'ArrowLeft')) move(place, -1);
  else if (!place && event.key === 'ArrowUp') focusOn(places.at(-1));
  else if (event.key === 'Backspace') undo();
  else if (letter === 'N') year.focus();
  else if (letter === 'X') {
    undoable.push({ place: null, before: spoiled.checked });
    spoiled.checked = !spoiled.checked;
    save.focus();
  } else if (event.key === '!') openWriting();
  else if (event.key === 'Enter') saveSheet();
  else return false;
  return true;
}

form.addEventListener('keydown', (event) => {
  if (busy && (event.key.length === 1 || ['Enter', 'Backspace', 'ArrowUp', 'ArrowDown'].includes(event.key))) {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat) {
      waiting.push(event.key);
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    return;
  }
  const place = event.target.closest('.keying__place');
  if ((place || event.target === save || event.target === spoiled) && !(event.repeat && event.key === 'Enter') && keyOnPlaces(event, place)) {
    event.preventDefault();
  }
}, true);

form.addEventListener('submit', (event) => {
  if (event.submitter === removeButton) return;
  event.preventDefault();
  if (event.submitter?.hasAttribute('data-open-button')) open();
  else saveSheet();
});

undoButton.hidden = false;
undoButton.addEventListener('click', undo);

// --- something is written on the map --------------------------------------------------------------

const writingForm = writing.querySelector('form');
const writingText = document.getElementById('writing-text');
const writingStatus = writing.querySelector('[data-writing-status]');

function openWriting() {
  writing.open = true;
  writingText.focus();
}

function sayOfWriting(text) {
  writingStatus.textContent = text;
}

// Passed on without leaving the page: the sheet that is open stays as it was keyed, saved or not.
writingForm.addEventListener('submit', (event) => {
  event.preventDefault();
  if (writingText.value.trim() === '') {
    sayOfWriting(writing.dataset.empty);
    writingText.focus();
    return;
  }
  sayOfWriting('');
  send(writingForm.action, new URLSearchParams(new FormData(writingForm)), ({ ok, page, sentence }) => {
    if (!ok) {
      sayOfWriting(sentence);
      return;
    }
    writingForm.elements.concern.value = page.querySelector('#writing [name=concern]').value;
    writingText.value = '';
    writing.open = false;
    passedOn(sentence);
  }, sayOfWriting, writing.dataset);
});

function passedOn(sentence) {
  const saved = form.elements.version.value !== '0';
  // What is on the page needs no saving any more: leaving does not ask.
  undoable = [];
  say(opened ? `${sentence} ${fill(saved ? writing.dataset.savedBefore : writing.dataset.notSaved, opened)}` : sentence);
  if (opened && saved) {
    removeButton.focus();
  } else {
    label.focus();
    label.select();
  }
}

// --- the mouse and the picture --------------------------------------------------------------------

places.forEach((place) => {
  let before = null;
  place.addEventListener('focusin', () => {
    before = chosen(place)?.value ?? null;
    zones.forEach((zone) => zone.toggleAttribute('data-here', zone.dataset.key === place.dataset.key));
  });
  place.addEventListener('change', () => {
    undoable.push({ place, before });
    before = chosen(place)?.value ?? null;
    warned = false;
    show(place);
  });
  show(place);
});

zones.forEach((zone) => {
  zone.addEventListener('click', () => focusOn(places.find((place) => place.dataset.key === zone.dataset.key)));
});

addEventListener('beforeunload', (event) => {
  if (undoable.length > 0 || writingText.value.trim() !== '') event.preventDefault();
});

opened = form.querySelector('[name=version]').value === '0' ? '' : label.value;
if (!opened) label.focus();
