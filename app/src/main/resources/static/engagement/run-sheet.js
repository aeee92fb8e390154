// The run sheet: shows one part at a time, runs its timer, and keeps working without a connection.
import { Outbox } from './outbox.js';
import { namesIn } from './names.js';

const run = document.querySelector('.run');
const words = run.dataset;
const link = document.getElementById('link');
const stages = [...run.querySelectorAll('[data-stage]')];
let lost = false;
let laterWaiting = 0;

const outbox = new Outbox(({ state, waiting, sentence }) => {
  link.classList.toggle('run__link--lost', state !== 'sent');
  if (state === 'sent') {
    link.textContent = lost ? words.online : '';
    lost = false;
  } else if (state === 'refused') {
    link.textContent = words.refused.replace('{0}', sentence);
    lost = false;
  } else {
    lost = true;
    if (laterWaiting > 0) laterStatus.textContent = later.dataset.savedOffline;
    link.textContent = `${state === 'signed-out' ? words.signedOut : words.offline} ${words.waiting.replace('{0}', waiting)}`;
  }
});

run.classList.add('run--scripted');
run.querySelectorAll('[data-noscript]').forEach((button) => { button.hidden = true; });
run.querySelectorAll('[data-step]').forEach((button) => { button.hidden = false; });

// --- parts and timers -------------------------------------------------------------------------------

// Counted by the clock of the day: another one stands still while a laptop sleeps. Every part keeps its own.
const timers = Object.fromEntries(stages.map((stage) => [stage.dataset.stage, { elapsed: Number(stage.dataset.elapsed), since: null }]));
let current = run.querySelector('[data-stage-link][aria-current]').dataset.stageLink;

function elapsed(id) {
  const timer = timers[id];
  return timer.elapsed + (timer.since === null ? 0 : Math.max(0, (Date.now() - timer.since) / 1000));
}

function pause(id) {
  timers[id] = { elapsed: elapsed(id), since: null };
}

function show(id) {
  stages.forEach((stage) => stage.classList.toggle('run__stage--on', stage.dataset.stage === id));
  run.querySelectorAll('[data-stage-link]').forEach((a) => {
    if (a.dataset.stageLink === id) a.setAttribute('aria-current', 'step');
    else a.removeAttribute('aria-current');
  });
}

function report() {
  outbox.post(`${words.base}/stages`, { stage: current, elapsed: Math.round(elapsed(current)), running: timers[current].since !== null });
}

function draw() {
  for (const stage of stages) {
    const id = stage.dataset.stage;
    const runs = timers[id].since !== null;
    const left = Math.ceil(stage.dataset.minutes * 60 - elapsed(id));
    const shown = Math.abs(left);
    stage.querySelector('[data-clock]').textContent =
      `${left < 0 ? '+' : ''}${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`;
    stage.querySelector('[data-timer] button').textContent = runs ? words.pause : elapsed(id) === 0 ? words.start : words.resume;
    if (left > 0 && runs) document.dispatchEvent(new Event('sightline:still-needed'));
    if (id === current) announce(stage, left, runs);
    remind(stage);
  }
}

function announce(stage, left, runs) {
  const line = stage.querySelector('[data-left]');
  const minutes = Math.ceil(left / 60);
  const text = left <= 0 ? words.up : runs && (minutes <= 2 || minutes % 5 === 0) ? words.left.replace('{minutes}', minutes) : line.textContent;
  if (line.textContent !== text) line.textContent = text;
}

const isMissed = (line) => line.querySelector('[data-cue]') !== null;

function remind(stage) {
  stage.querySelectorAll('[data-remind]').forEach((line) => {
    const due = elapsed(stage.dataset.stage) >= line.dataset.remind * 60 && isMissed(line);
    line.classList.toggle('run__due', due);
    const now = line.querySelector('[data-due]');
    if (now) now.hidden = !due;
  });
  // Whoever goes on to a later part without having ticked it is told there too.
  const missed = stage.querySelector('[data-missed]');
  if (missed) {
    const earlier = stages.slice(0, stages.indexOf(stage));
    missed.hidden = !earlier.some((before) => [...before.querySelectorAll('[data-remind]')].some(isMissed));
  }
}

run.addEventListener('click', (event) => {
  const to = event.target.closest('[data-stage-link], [data-go]');
  if (!to) return;
  event.preventDefault();
  show(to.dataset.stageLink ?? to.dataset.go);
  if (to.dataset.go) run.querySelector('.run__stage--on [data-remind] [data-cue] button')?.focus();
});

stages.forEach((stage) => stage.querySelector('[data-timer]').addEventListener('submit', (event) => {
  event.preventDefault();
  const id = stage.dataset.stage;
  const runs = timers[id].since !== null;
  pause(current);
  current = id;
  if (!runs) timers[id].since = Date.now();
  report();
  draw();
}));

if (words.timed === 'true') timers[current].since = Date.now();
show(current);
draw();
setInterval(draw, 500);

// --- cues -------------------------------------------------------------------------------------------

run.querySelectorAll('[data-cue]').forEach((form) => form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const said = document.createElement('p');
  said.className = 'run__said';
  said.tabIndex = -1;
  said.textContent = `✓ ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
  form.replaceWith(said);
  said.focus();
  draw();
  if (!(await outbox.post(form.action, Object.fromEntries(new FormData(form))))) {
    said.replaceWith(form);
    draw();
  }
}));

// --- counts -----------------------------------------------------------------------------------------

const counts = run.querySelector('[data-counts]');
const numbers = [...counts.querySelectorAll('[data-count]')];
const kept = Object.fromEntries(numbers.map((field) => [field.name, field.value]));
const changed = new Set();
let countTimer = null;

// Only what was changed here is sent: a colleague counts something else at the same time.
function takeChanged() {
  clearTimeout(countTimer);
  countTimer = null;
  const fields = {};
  numbers.filter((field) => changed.has(field.name)).forEach((field) => {
    if (field.value.trim() === '') field.value = kept[field.name];
    else fields[field.name] = field.value.trim();
  });
  changed.clear();
  return fields;
}

function countChanged(field) {
  changed.add(field.name);
  clearTimeout(countTimer);
  countTimer = setTimeout(sendCounts, 600);
}

async function sendCounts() {
  const fields = takeChanged();
  if (Object.keys(fields).length === 0) return;
  const isKept = await outbox.post(counts.action, fields);
  for (const field of numbers.filter(({ name }) => name in fields)) {
    if (isKept) kept[field.name] = fields[field.name];
    else if (field.value.trim() === fields[field.name]) field.value = kept[field.name];
  }
}

// Whoever leaves before counts have been gathered loses none.
addEventListener('pagehide', () => {
  if (countTimer !== null) navigator.sendBeacon(counts.action, new URLSearchParams({ ...takeChanged(), script: 'yes' }));
});

counts.addEventListener('submit', (event) => { event.preventDefault(); sendCounts(); });
counts.addEventListener('change', (event) => countChanged(event.target));
counts.addEventListener('click', (event) => {
  const step = event.target.closest('[data-step]');
  if (!step) return;
  const field = document.getElementById(step.dataset.for);
  field.value = Math.max(0, (Number.parseInt(field.value, 10) || 0) + Number(step.dataset.step));
  countChanged(field);
});

// --- notes ------------------------------------------------------------------------------------------

const notes = run.querySelector('[data-notes]');
const noteForm = run.querySelector('[data-note]');
const noteText = document.getElementById('text');
const warning = document.getElementById('name-warning');

noteText.addEventListener('input', () => {
  const names = namesIn(noteText.value, words.places);
  const text = names.length === 0 ? '' : `${words.names.replace('{0}', names.join(', '))}. ${words.nameWarning}`;
  if (warning.textContent !== text) warning.textContent = text;
});

noteForm.addEventListener('submit', async (event) => {
  event.preventDefault();
  const text = noteText.value.trim();
  if (text === '') { noteText.focus(); return; }
  const fields = { ...Object.fromEntries(new FormData(noteForm)), entry: crypto.randomUUID() };
  const select = document.getElementById('under');
  const row = showNote(fields.entry, select.value === '' ? '' : select.selectedOptions[0].textContent, text);
  noteText.value = '';
  warning.textContent = '';
  noteText.focus();
  if (!(await outbox.post(noteForm.action, fields))) {
    row.remove();
    noteText.value = noteText.value === '' ? text : `${text}\n${noteText.value}`;
  }
});

function showNote(id, place, text) {
  notes.querySelector('[data-empty]')?.remove();
  const row = document.createElement('li');
  row.dataset.noteId = id;
  const about = document.createElement('p');
  about.className = 'run__place';
  about.textContent = place;
  const words1 = document.createElement('p');
  words1.textContent = text;
  const strike = document.createElement('button');
  strike.className = 'run__strike';
  strike.type = 'button';
  strike.dataset.strike = id;
  strike.textContent = words.strikeWord;
  row.append(about, words1, strike);
  notes.append(row);
  return row;
}

// Its words are gone from the screen at once. That it is struck out is said when it is; where that was
// refused, they come back.
async function strike(id, row) {
  const before = [...row.childNodes];
  const struck = document.createElement('p');
  struck.className = 'run__struck';
  struck.tabIndex = -1;
  struck.setAttribute('role', 'status');
  struck.textContent = words.beingStruck;
  row.replaceChildren(struck);
  struck.focus();
  if (await outbox.post(`${words.base}/strikings`, { note: id })) struck.textContent = words.struck;
  else row.replaceChildren(...before);
}

notes.addEventListener('submit', (event) => {
  event.preventDefault();
  strike(event.target.elements.note.value, event.target.closest('li'));
});
notes.addEventListener('click', (event) => {
  const button = event.target.closest('[data-strike]');
  if (button) strike(button.dataset.strike, button.closest('li'));
});

// --- note for later: blank once saved, nothing of it stays on the page ------------------------------

const later = run.querySelector('[data-later-form]');
const laterText = document.getElementById('later-text');
const laterStatus = run.querySelector('[data-later-status]');

later.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (laterText.value.trim() === '') { laterText.focus(); return; }
  const fields = { text: laterText.value, entry: crypto.randomUUID() };
  laterText.value = '';
  laterWaiting += 1;
  laterStatus.textContent = lost ? later.dataset.savedOffline : '';
  const isKept = await outbox.post(later.action, fields);
  laterWaiting -= 1;
  if (isKept) {
    laterStatus.textContent = laterWaiting > 0 ? later.dataset.savedOffline : later.dataset.saved;
  } else {
    laterStatus.textContent = '';
    laterText.value = laterText.value === '' ? fields.text : `${fields.text}\n${laterText.value}`;
  }
});
