// Marking by touch: a level, then places on the plan. The radio buttons of the list hold the answers;
// the picture only shows them and sets them. Nothing leaves the page before it is sent, and nothing
// is kept in the browser.
import { randomSlipCode } from './slip-code.js';
import { start as startSlip } from './slip.js';

const form = document.getElementById('marking');
const status = form.querySelector('.brush-means');
const zones = [...form.querySelectorAll('.zone')];
const places = [...form.querySelectorAll('.place')];
const brushes = [...form.querySelectorAll('[data-brush]')];
const undoButton = form.querySelector('[data-undo]');
const count = document.getElementById('count');
const LEVELS = Object.fromEntries(brushes.map((b) => [b.dataset.brush, b.dataset]));
const undoable = [];
let brush = '';
let unsent = false;

function place(key) {
  return places.find((p) => p.dataset.key === key);
}

function levelOf(key) {
  return place(key).querySelector('input:checked')?.value ?? '';
}

function meaning(level) {
  return level ? `${LEVELS[level].name}, ${LEVELS[level].means}` : status.dataset.blank;
}

function say(text) {
  status.textContent = text;
}

function set(key, level) {
  const inputs = place(key).querySelectorAll('input');
  inputs.forEach((input) => {
    input.checked = input.value === level;
  });
  show(key);
}

// The first way back after a mark stays on the map: nothing is kept in the browser, so leaving by
// mistake would lose the marks. The next way back leaves.
let staysOnce = false;
function stayOnce() {
  staysOnce = true;
  if (!history.state?.marking) {
    history.pushState({ marking: true }, '');
  }
}

function mark(key, level) {
  stayOnce();
  undoable.push({ key, before: levelOf(key) });
  set(key, level);
  undoButton.disabled = false;
  say(fill(status.dataset.announce, { zone: place(key).dataset.name, level: meaning(level) }));
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function show(key) {
  const level = levelOf(key);
  const zone = zones.find((z) => z.dataset.key === key);
  if (zone) {
    zone.dataset.level = level;
    zone.querySelector('.zone__shape').setAttribute('fill', `url(#level-${level || 'blank'})`);
    zone.querySelector('.zone__badge text').textContent = level;
    zone.setAttribute('aria-label', fill(status.dataset.announce, { zone: zone.dataset.name, level: meaning(level) }));
  }
  const marked = places.filter((p) => levelOf(p.dataset.key)).length;
  count.textContent = fill(count.dataset.says, { count: marked, total: count.dataset.total });
}

// --- the picture -------------------------------------------------------------------------------

function touch(zone) {
  const key = zone.dataset.key;
  if (!brush) {
    say(status.dataset.pick);
    brushes[0].focus();
    return;
  }
  mark(key, levelOf(key) === brush ? '' : brush);
}

function move(zone, by) {
  const here = zones.filter((z) => z.closest('.floor') === zone.closest('.floor'));
  const next = here[(here.indexOf(zone) + by + here.length) % here.length];
  here.forEach((z) => z.setAttribute('tabindex', z === next ? '0' : '-1'));
  next.focus();
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

zones.forEach((zone) => {
  zone.addEventListener('click', () => touch(zone));
  zone.addEventListener('keydown', (event) => {
    const letter = event.key.toUpperCase();
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (STEPS[event.key]) {
      move(zone, STEPS[event.key]);
    } else if (event.key === 'Enter') {
      touch(zone);
    } else if (event.key === ' ') {
      mark(zone.dataset.key, '');
    } else if (LEVELS[letter]) {
      mark(zone.dataset.key, letter);
    } else {
      return;
    }
    event.preventDefault();
  });
});

form.querySelectorAll('.floor').forEach((floor) => {
  floor.querySelector('.zone')?.setAttribute('tabindex', '0');
});

function pick(button) {
  brush = button.dataset.brush;
  brushes.forEach((b) => {
    b.setAttribute('aria-checked', String(b === button));
    b.tabIndex = b === button ? 0 : -1;
  });
  say(`${button.dataset.name}: ${button.dataset.means}`);
}

brushes.forEach((button, i) => {
  button.tabIndex = i === 0 ? 0 : -1;
  button.addEventListener('click', () => pick(button));
  button.addEventListener('keydown', (event) => {
    if (STEPS[event.key]) {
      const next = brushes[(i + STEPS[event.key] + brushes.length) % brushes.length];
      pick(next);
      next.focus();
      event.preventDefault();
    }
  });
});

undoButton.addEventListener('click', () => {
  const last = undoable.pop();
  if (last) {
    set(last.key, last.before);
    say(fill(status.dataset.undone, { zone: place(last.key).dataset.name }));
  }
  undoButton.disabled = undoable.length === 0;
});

// --- floors, size, list ------------------------------------------------------------------------

const tabs = [...form.querySelectorAll('[role="tab"]')];
function openFloor(tab) {
  tabs.forEach((t) => {
    t.setAttribute('aria-selected', String(t === tab));
    t.tabIndex = t === tab ? 0 : -1;
    document.getElementById(t.getAttribute('aria-controls')).hidden = t !== tab;
  });
}
tabs.forEach((tab, i) => {
  tab.addEventListener('click', () => openFloor(tab));
  tab.addEventListener('keydown', (event) => {
    if (STEPS[event.key]) {
      const next = tabs[(i + STEPS[event.key] + tabs.length) % tabs.length];
      openFloor(next);
      next.focus();
      event.preventDefault();
    }
  });
});

const zoom = form.querySelector('[data-zoom]');
zoom.addEventListener('click', () => {
  const big = form.querySelector('.floor').classList.contains('floor--big');
  form.querySelectorAll('.floor').forEach((floor) => floor.classList.toggle('floor--big', !big));
  zoom.textContent = big ? zoom.dataset.in : zoom.dataset.out;
});

function use(map) {
  form.querySelectorAll('[data-with-map]').forEach((part) => {
    part.hidden = !map;
  });
  document.getElementById('list').hidden = map;
  form.querySelector('[data-use="map"]').hidden = map;
  count.hidden = false;
}
form.querySelectorAll('[data-use]').forEach((button) => {
  button.addEventListener('click', () => {
    use(button.dataset.use === 'map');
    const first = button.dataset.use === 'map' ? brushes[0] : places[0].querySelector('input');
    first.focus();
  });
});

places.forEach((p) => {
  let before = levelOf(p.dataset.key);
  p.addEventListener('change', () => {
    stayOnce();
    undoable.push({ key: p.dataset.key, before });
    undoButton.disabled = false;
    before = levelOf(p.dataset.key);
    show(p.dataset.key);
  });
});

// --- checking and sending ----------------------------------------------------------------------

const steps = ['mark', 'review', 'sending'];
function go(step) {
  steps.forEach((id) => {
    document.getElementById(id).hidden = id !== step;
  });
  const leave = document.querySelector('.leave');
  leave.hidden = step === 'sending';
  window.scrollTo(0, 0);
  const heading = document.querySelector(`#${step} h1`);
  document.title = `${heading.textContent} – ${document.title.split(' – ').at(-1)}`;
  heading.focus();
}

function swatch(level) {
  const outer = document.createElement('span');
  outer.className = `swatch swatch--${level || 'blank'}`;
  outer.setAttribute('aria-hidden', 'true');
  outer.append(document.createElement('span'));
  outer.firstChild.textContent = level;
  return outer;
}

function listMarks() {
  const list = document.querySelector('#review dl');
  list.textContent = '';
  let marked = 0;
  places.forEach((p) => {
    const level = levelOf(p.dataset.key);
    marked += level ? 1 : 0;
    const row = document.createElement('div');
    row.className = 'govuk-summary-list__row';
    const name = document.createElement('dt');
    name.className = 'govuk-summary-list__key';
    name.textContent = p.dataset.name;
    const value = document.createElement('dd');
    value.className = 'govuk-summary-list__value';
    value.append(
      swatch(level),
      level ? LEVELS[level].means : document.getElementById('review').dataset.noAnswer,
    );
    row.append(name, value);
    list.append(row);
  });
  document.querySelector('#review [data-none]').hidden = marked > 0;
  document.querySelector('#review [data-some]').hidden = marked === 0;
}

function review() {
  listMarks();
  history.pushState({ checking: true }, '');
  go('review');
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  if (!document.getElementById('mark').hidden) {
    review();
  }
});
document.getElementById('change').addEventListener('click', () => history.back());
document.getElementById('send').addEventListener('click', () => send());

// "Back" while checking goes back to the map with its marks, "forward" to checking it; "back" on the
// map stays there once. Once the map is
// sent there is neither: the slip stays.
window.addEventListener('popstate', (event) => {
  const checking = document.getElementById('review');
  if (!checking) return;
  if (event.state?.checking) {
    listMarks();
    go('review');
  } else if (!checking.hidden) {
    go('mark');
  } else if (!event.state?.marking && staysOnce) {
    staysOnce = false;
    history.pushState({ marking: true }, '');
    say(status.dataset.kept);
  } else if (!event.state?.marking && !document.getElementById('mark').hidden) {
    history.back();
  }
});

window.addEventListener('beforeunload', (event) => {
  if (unsent) {
    event.preventDefault();
    event.returnValue = '';
  }
});
window.addEventListener('sightline:leaving', () => {
  unsent = false;
});

let wake = () => {};
document.getElementById('retry').addEventListener('click', () => wake());
window.addEventListener('online', () => wake());

function pause(milliseconds) {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
}

/** One try. Throws when the answer did not come, or the server could not keep the map just now. */
async function post(body) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), 15000);
  try {
    const answer = await fetch('/slip', { method: 'POST', body, signal: stop.signal });
    if (answer.status >= 500) {
      throw new Error('not kept yet');
    }
    return await answer.text();
  } finally {
    clearTimeout(timer);
  }
}

// The slip code is made once, here: however often the map is sent, it is one map with one slip.
async function send() {
  if (unsent) {
    return;
  }
  unsent = true;
  const slip = form.elements.slip;
  slip.value = slip.value || randomSlipCode(form.dataset.tag);
  const body = new URLSearchParams(new FormData(form));
  go('sending');
  for (let wait = 2000; ; wait = Math.min(wait * 1.5, 15000)) {
    try {
      arrive(await post(body));
      return;
    } catch {
      document.querySelector('[data-lost]').hidden = false;
      document.querySelector('[data-wait]').hidden = true;
      await pause(wait);
    }
  }
}

// Throws when the answer is not one of our pages, as of a network that wants a sign-in of its own: then the
// map is not kept yet, and leaving still asks.
function arrive(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  if (!page.body.classList.contains('student')) {
    throw new Error('not kept yet');
  }
  document.querySelector('main').innerHTML = page.getElementById('main').innerHTML;
  unsent = false;
  document.title = page.title;
  history.replaceState(null, '', '/slip');
  window.scrollTo(0, 0);
  document.querySelector('main h1').focus();
  startSlip();
}

places.forEach((p) => show(p.dataset.key));
use(true);
