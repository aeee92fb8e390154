// The run sheet: shows one part at a time, runs its timer, and keeps working without a connection.
import { Outbox } from '/static/engagement/outbox.js';
import { namesIn } from '/static/engagement/names.js';

const run = document.querySelector('.run');
const words = run.dataset;
const link = document.getElementById('link');
const stages = [...run.querySelectorAll('[data-stage]')];
let lost = false;

const outbox = new Outbox(({ state, waiting, sentence }) => {
  link.classList.toggle('run__link--lost', state !== 'sent');
  if (state === 'sent') {
    link.textContent = lost ? words.online : '';
    lost = false;
  } else if (state === 'refused') {
    link.textContent = words.refused.replace('{0}', sentence);
  } else {
    lost = true;
    link.textContent = `${state === 'signed-out' ? words.signedOut : words.offline} ${words.waiting.replace('{0}', waiting)}`;
  }
});

run.classList.add('run--scripted');
run.querySelectorAll('[data-noscript]').forEach((button) => { button.hidden = true; });
run.querySelectorAll('[data-step]').forEach((button) => { button.hidden = false; });

// --- parts and timers -------------------------------------------------------------------------------

const timer = { stage: null, elapsed: 0, since: null };

function elapsed() {
  return timer.elapsed + (timer.since === null ? 0 : (performance.now() - timer.since) / 1000);
}

function show(id) {
  stages.forEach((stage) => stage.classList.toggle('run__stage--on', stage.dataset.stage === id));
  run.querySelectorAll('[data-stage-link]').forEach((a) => {
    if (a.dataset.stageLink === id) a.setAttribute('aria-current', 'step');
    else a.removeAttribute('aria-current');
  });
}

function report(running) {
  outbox.post(`${words.base}/stages`, { stage: timer.stage, elapsed: Math.round(elapsed()), running });
}

function draw() {
  for (const stage of stages) {
    const on = stage.dataset.stage === timer.stage;
    const total = stage.dataset.minutes * 60;
    const left = Math.ceil(total - (on ? elapsed() : 0));
    const shown = Math.abs(left);
    stage.querySelector('[data-clock]').textContent =
      `${left < 0 ? '+' : ''}${Math.floor(shown / 60)}:${String(shown % 60).padStart(2, '0')}`;
    const button = stage.querySelector('[data-timer] button');
    button.textContent = !on || elapsed() === 0 ? words.start : timer.since === null ? words.resume : words.pause;
    if (on && left > 0 && timer.since !== null) document.dispatchEvent(new Event('sightline:still-needed'));
    if (on) announce(stage, left);
    if (on) remind(stage);
  }
}

function announce(stage, left) {
  const line = stage.querySelector('[data-left]');
  const minutes = Math.ceil(left / 60);
  const text = left <= 0 ? words.up : timer.since !== null && (minutes <= 2 || minutes % 5 === 0) ? words.left.replace('{minutes}', minutes) : line.textContent;
  if (line.textContent !== text) line.textContent = text;
}

function remind(stage) {
  stage.querySelectorAll('[data-remind]').forEach((line) => {
    const due = elapsed() >= line.dataset.remind * 60 && line.querySelector('[data-cue]') !== null;
    line.classList.toggle('run__due', due);
    const now = line.querySelector('[data-due]');
    if (now) now.hidden = !due;
  });
}

run.addEventListener('click', (event) => {
  const to = event.target.closest('[data-stage-link]');
  if (!to) return;
  event.preventDefault();
  show(to.dataset.stageLink);
});

stages.forEach((stage) => stage.querySelector('[data-timer]').addEventListener('submit', (event) => {
  event.preventDefault();
  const id = stage.dataset.stage;
  if (timer.stage === id && timer.since !== null) {
    timer.elapsed = elapsed();
    timer.since = null;
  } else {
    if (timer.stage !== id) timer.elapsed = 0;
    timer.stage = id;
    timer.since = performance.now();
  }
  report(timer.since !== null);
  draw();
}));

const current = run.querySelector('[data-stage-link][aria-current]').dataset.stageLink;
timer.stage = current;
timer.elapsed = Number(words.elapsed);
timer.since = words.timed === 'true' ? performance.now() : null;
show(current);
draw();
setInterval(draw, 500);

// --- cues -------------------------------------------------------------------------------------------

run.querySelectorAll('[data-cue]').forEach((form) => form.addEventListener('submit', (event) => {
  event.preventDefault();
  const said = document.createElement('p');
  said.className = 'run__said';
  said.tabIndex = -1;
  said.textContent = `✓ ${new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })}`;
  outbox.post(form.action, Object.fromEntries(new FormData(form)));
  form.replaceWith(said);
  said.focus();
}));

// --- counts -----------------------------------------------------------------------------------------

const counts = run.querySelector('[data-counts]');
let countTimer = null;

function sendCounts() {
  clearTimeout(countTimer);
  countTimer = setTimeout(() => {
    countTimer = null;
    outbox.post(counts.action, Object.fromEntries(new FormData(counts)));
  }, 600);
}

// Whoever leaves before counts have been gathered loses none.
addEventListener('pagehide', () => {
  if (countTimer === null) return;
  clearTimeout(countTimer);
  navigator.sendBeacon(counts.action, new URLSearchParams({ ...Object.fromEntries(new FormData(counts)), script: 'yes' }));
});

counts.addEventListener('submit', (event) => { event.preventDefault(); sendCounts(); });
counts.addEventListener('change', sendCounts);
counts.addEventListener('click', (event) => {
  const step = event.target.closest('[data-step]');
  if (!step) return;
  const field = document.getElementById(step.dataset.for);
  field.value = Math.max(0, (Number.parseInt(field.value, 10) || 0) + Number(step.dataset.step));
  sendCounts();
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
  strike.textContent = words.strike;
  row.append(about, words1, strike);
  notes.append(row);
  return row;
}

function strike(id, row) {
  outbox.post(`${words.base}/strikings`, { note: id });
  const struck = document.createElement('p');
  struck.className = 'run__struck';
  struck.tabIndex = -1;
  struck.textContent = words.struck;
  row.replaceChildren(struck);
  struck.focus();
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
  laterStatus.textContent = later.dataset[navigator.onLine && !lost ? 'saved' : 'savedOffline'];
  const kept = await outbox.post(later.action, fields);
  if (kept) laterStatus.textContent = later.dataset.saved;
  else laterText.value = fields.text;
});
