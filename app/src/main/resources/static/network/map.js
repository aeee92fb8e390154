// The picture of a map. It draws what the server sends, asks every two seconds what is new, and shows the
// server's own forms beside it: who draws with the mouse, with a finger, with keys or in the tables does the same.
import { Checkboxes, createAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js';
import { hulls } from './hulls.js';
import { only } from './filters.js';
import { towards } from './keys.js';
import { arrange, fit, near } from './layouts.js';
import { bend, letting, middle, standing } from './placing.js';
import { printing } from './print.js';
import { shapes } from './shapes.js';
import { named, signOf, STYLE } from './signs.js';
import { tables } from './tables.js';
import { marked, sinceThen, time } from './time.js';
import { unpacked } from './unpacked.js';

const map = document.querySelector('[data-map]');
const words = map.dataset;
const base = words.base;
const draws = words.draws !== undefined;
const canvas = map.querySelector('[data-canvas]');
const panel = map.querySelector('[data-panel]');
const status = map.querySelector('[data-status]');
const find = map.querySelector('[data-find]');
const layout = map.querySelector('[data-layout]');
const linkButton = map.querySelector('[data-do=link]');
const focusButton = map.querySelector('[data-do=focus]');
const EVERY = 2000;

const nodes = new Map();
const lines = new Map();
let last = 0;
let linking = null; // null, or the ends chosen so far
let focused = null; // the one whose surroundings alone are shown
let away = false;
let past = null; // null, or the version that is shown: read-only, with what came since and what is gone since

const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);

function say(text, wrong = false) {
  status.textContent = text;
  status.dataset.kind = wrong ? 'wrong' : '';
}

const cy = window.cytoscape({
  container: canvas, style: STYLE, minZoom: 0.05, maxZoom: 4, wheelSensitivity: 0.3, boxSelectionEnabled: false,
  autoungrabify: !draws, hideEdgesOnViewport: false, textureOnViewport: false,
});
const beside = tables(document.querySelector('[data-tables]'), words, (id) => choose(id, true));
const drawHulls = hulls(cy, canvas.querySelector('[data-hulls]'));

// --- what the server says ---------------------------------------------------------------------------

const ask = async (path, options = {}) => checked(await fetch(base + path, { signal: AbortSignal.timeout(15000), ...options }));

function checked(answer) {
  if (answer.redirected && !new URL(answer.url).pathname.startsWith(base)) {
    location.reload(); // signed out, or asked something first
    throw new Error('elsewhere');
  }
  if (answer.status >= 500) throw new Error('unavailable');
  return answer;
}

function nodeData(node) {
  return { ...node, said: undefined, text: named(node, since(node.id)) };
}

const since = (id) => sinceThen(past, words, id);

function lineData(line) {
  return { ...line, source: line.from, target: line.to, sentence: undefined, mark: since(line.id) || signOf(line.protects), weight: Number(line.strength) || 0 };
}

function pinned(node) {
  const [x, y] = node.pin.split(' ').map(Number);
  return { x, y };
}

function take(view) {
  const added = [];
  cy.batch(() => {
    for (const id of view.gone) {
      nodes.delete(id);
      lines.delete(id);
      cy.getElementById(id).remove();
    }
    for (const node of view.nodes) {
      const drawn = cy.getElementById(node.id);
      nodes.set(node.id, node);
      if (drawn.length) {
        drawn.data(nodeData(node)).toggleClass('pinned', Boolean(node.pin));
        if (node.pin && !drawn.grabbed()) drawn.position(pinned(node));
      } else added.push({ group: 'nodes', data: nodeData(node), position: node.pin ? pinned(node) : middle(cy, added.length), classes: node.pin ? 'pinned' : '' });
    }
    for (const line of view.lines) {
      const there = cy.getElementById(line.id);
      const before = lines.get(line.id);
      lines.set(line.id, line);
      if (there.length && before && before.from === line.from && before.to === line.to) there.data(lineData(line));
      else {
        there.remove();
        if (nodes.has(line.from) && nodes.has(line.to)) added.push({ group: 'edges', data: lineData(line) });
      }
    }
    if (added.length) cy.add(added); // all at once: a large map opens much faster
    if (view.lines.length || view.gone.length) bend(cy, lines);
  });
  last = view.last;
  beside.take(view, since);
  marked(cy, past);
  filter();
}

async function follow() {
  if (document.hidden || past) return;
  try {
    const answer = await ask(`/drawn?after=${last}`);
    if (!answer.ok) return;
    const view = await answer.json();
    if (away) say('');
    away = false;
    if (view.last <= last || past) return;
    const known = cy.elements().length;
    take(view);
    near(cy, view.nodes);
    if (known === 0) arrange(cy, layout.value, selected());
  } catch (gone) {
    if (!away) say(words.wAway, true);
    away = true;
  }
}

// --- what is chosen -----------------------------------------------------------------------------------

const selected = () => cy.$(':selected').first();

function choose(id, panelToo) {
  cy.$(':selected').unselect();
  const element = cy.getElementById(id);
  element.select();
  if (linking) {
    if (element.isNode()) linkTo(id);
    return;
  }
  if (element.length && element.isNode()) say(fill(words.wNodes, nodes.get(id).label, nodes.get(id).said));
  if (element.length && element.isEdge()) say(lines.get(id).sentence);
  if (panelToo && !past) show(`/elements/${id}`);
}

async function show(path, options = {}, focus = true) {
  try {
    const answer = await ask(path, { ...options, headers: { 'X-Part': 'panel' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const part = page.querySelector('[data-part]');
    if (!part) {
      say(page.querySelector('main p')?.textContent.trim() || words.wRefused, true);
      return;
    }
    panel.replaceChildren(...part.childNodes);
    createAll(Checkboxes, {}, panel); // what stands under a tick
    const said = panel.querySelector('[data-said]');
    if (said) say(said.textContent);
    if (answer.status === 422) say(panel.querySelector('.govuk-error-summary__list')?.textContent.trim() ?? words.wRefused, true);
    if (focus) begins().focus();
    if (options.method) await follow();
  } catch (gone) {
    say(words.wAway, true);
  }
}

// Where somebody goes on: what is wrong, the first field of a form for something new, or the heading.
function begins() {
  const heading = panel.querySelector('h2');
  if (heading) heading.tabIndex = -1;
  return panel.querySelector('.govuk-error-summary a') ?? panel.querySelector('#names, #from') ?? heading ?? panel;
}

panel.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-part-link]');
  if (!link) return;
  event.preventDefault();
  show(new URL(link.href).href.slice(location.origin.length + base.length));
});

panel.addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  show(new URL(form.action).pathname.slice(base.length), { method: 'POST', body: new URLSearchParams(new FormData(form)) });
});

cy.on('tap', (event) => {
  if (event.target === cy) {
    if (!linking) cy.$(':selected').unselect();
  } else choose(event.target.id(), !linking);
});

// --- drawing --------------------------------------------------------------------------------------------

function add() {
  if (draws && !past) show('/nodes/new');
}

function link(from) {
  if (!draws || past) return;
  linking = from ? [from] : [];
  linkButton.setAttribute('aria-pressed', 'true');
  say(from ? fill(words.wSecond, nodes.get(from).label) : words.wFirst);
  canvas.focus();
}

function linkTo(id) {
  if (linking[0] === id) return;
  linking.push(id);
  if (linking.length === 1) {
    say(fill(words.wSecond, nodes.get(id).label));
    return;
  }
  const [from, to] = linking;
  stopLinking();
  show(`/lines/new?from=${from}&to=${to}`);
}

function stopLinking() {
  linking = null;
  linkButton?.setAttribute('aria-pressed', 'false');
}

async function step(which, body) {
  if (past) return;
  try {
    const answer = await ask(`/${which}`, { method: 'POST', headers: { 'X-Part': 'panel' }, body });
    say((await answer.text()).trim(), !answer.ok);
    await follow();
  } catch (gone) {
    say(words.wAway, true);
  }
}

cy.on('dragfree', 'node', async (event) => {
  if (past) return;
  const node = event.target;
  const { x, y } = node.position();
  const body = new URLSearchParams({ edit: crypto.randomUUID(), seen: last, pin: `${x.toFixed(1)} ${y.toFixed(1)}` });
  try {
    const answer = await ask(`/elements/${node.id()}/pin`, { method: 'POST', body });
    if (!answer.ok) say(await answer.text(), true);
    await follow();
  } catch (gone) {
    say(words.wAway, true);
  }
});

// --- what is shown --------------------------------------------------------------------------------------

const wanted = only(map, () => filter());

function filter() {
  const around = focused && nodes.has(focused) ? cy.getElementById(focused).closedNeighborhood() : null;
  const out = new Set();
  const changed = [];
  cy.batch(() => {
    cy.nodes().forEach((node) => {
      if (!wanted.node(node.data('kind')) || (around && !around.contains(node))) out.add(node.id());
    });
    cy.edges().forEach((edge) => {
      if (!wanted.line(lines.get(edge.id()))) out.add(edge.id());
    });
    cy.elements().forEach((each) => {
      if (each.hasClass('out') !== out.has(each.id())) changed.push(each.toggleClass('out'));
    });
  });
  for (const each of changed) each.style('display'); // asked for, it is known before the next frame: what fits the picture needs it now
  beside.show((id) => !out.has(id) && !out.has(lines.get(id)?.from) && !out.has(lines.get(id)?.to));
  wanted.leftOut(cy, out, around && nodes.get(focused));
  drawHulls();
}

function focus() {
  const one = selected();
  if (focused) focusOn(null);
  else if (one.length && one.isNode()) focusOn(one.id());
  else say(words.wFocus);
}

function focusOn(id) {
  focusButton.setAttribute('aria-pressed', id ? 'true' : 'false');
  focused = id;
  filter();
  if (id) {
    say(fill(words.wShown, nodes.get(id).label));
    fit(cy);
  }
}

layout.addEventListener('change', () => {
  arrange(cy, layout.value, selected());
  drawHulls();
});

shapes(map.querySelector('[data-shape]'), cy, drawHulls, async (which) => (await ask(`/shape?asked=${which}`)).json(), (text) => say(text ?? words.wAway, text === null));

find.addEventListener('input', () => {
  const wanted = find.value.trim().toLowerCase();
  cy.nodes().removeClass('found');
  if (!wanted) return;
  const hits = cy.nodes().filter((node) => `${node.data('label')}\n${node.data('aliases')}`.toLowerCase().includes(wanted));
  hits.addClass('found');
  if (hits.length) {
    cy.center(hits);
    say(hits.map((node) => node.data('label')).slice(0, 5).join(', '));
  }
});

// --- keys -----------------------------------------------------------------------------------------------

canvas.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const at = selected();
  const id = at.length && at.isNode() ? at.id() : null;
  if (event.key.startsWith('Arrow')) {
    const node = towards(cy, at, event.key);
    if (node?.length) {
      cy.$(':selected').unselect();
      node.select();
      say(fill(words.wNodes, nodes.get(node.id()).label, nodes.get(node.id()).said));
      const { x1, y1, x2, y2 } = cy.extent();
      const p = node.position();
      if (p.x < x1 || p.x > x2 || p.y < y1 || p.y > y2) cy.center(node);
    }
  } else if (event.key === 'Enter' && at.length) {
    choose(at.id(), true);
  } else if (event.key === 'a') add();
  else if (event.key === 'l') link(id);
  else if (event.key === 'f' && id) focusOn(id);
  else if (event.key === 'Escape') {
    stopLinking();
    focusOn(null);
    say('');
  } else if (event.key === '+' || event.key === '-') cy.zoom({ level: cy.zoom() * (event.key === '+' ? 1.25 : 0.8), renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  else return;
  event.preventDefault();
});

document.addEventListener('keydown', (event) => {
  if (!draws || !(event.ctrlKey || event.metaKey) || event.target.matches('input, textarea, select')) return;
  const which = event.key === 'z' && !event.shiftKey ? 'undo' : event.key === 'y' || (event.key === 'Z' && event.shiftKey) ? 'redo' : null;
  if (!which) return;
  event.preventDefault();
  step(which);
});

const pins = letting(cy, () => past, selected, { one: (id) => show('/unpin', { method: 'POST', body: new URLSearchParams({ element: id }) }, false), none: () => say(words.wUnpin) });
const DO = { unpin: pins, 'pin-all': () => step('pins', new URLSearchParams({ pins: standing(cy) })), 'unpin-all': () => step('unpin').then(() => arrange(cy, layout.value, selected())).then(drawHulls), add, link: () => (linking ? stopLinking() : link(null)), undo: () => step('undo'), redo: () => step('redo'), fit: () => fit(cy), focus };
for (const button of map.querySelectorAll('[data-do]')) button.addEventListener('click', () => DO[button.dataset.do]());

time(words, async (version) => {
  try {
    const { view, marks } = await version(ask);
    past = marks;
    view.gone = [...nodes.keys(), ...lines.keys()].filter((id) => ![...view.nodes, ...view.lines].some((each) => each.id === id));
    stopLinking();
    if (past) panel.replaceChildren();
    for (const button of map.querySelectorAll('[data-do]')) button.disabled = Boolean(past) && !['fit', 'focus'].includes(button.dataset.do);
    cy.autoungrabify(!draws || Boolean(past));
    take(view);
    near(cy, view.nodes);
    fit(cy);
    drawHulls();
    say('');
  } catch (gone) {
    say(words.wAway, true);
  }
});

// --- begin ----------------------------------------------------------------------------------------------

async function begin() {
  say(words.wLoading);
  for (const part of [canvas, document.querySelector('[data-tables]'), map.querySelector('.map__tools'), map.querySelector('[data-filters]')]) part.hidden = false;
  cy.resize();
  const early = window.mapAsked; // asked for while the scripts were loading
  window.mapAsked = null;
  performance.mark('map-scripts');
  const answer = checked(await (early ?? fetch(`${base}/drawn`)));
  const view = unpacked(await answer.json());
  performance.mark('map-answer');
  take(view);
  performance.mark('map-elements');
  if (view.nodes.length) arrange(cy, 'fcose', null);
  say(view.nodes.length ? '' : words.wEmpty);
  cy.nodes().data('placed', true);
  drawHulls();
  printing(cy, canvas, map.querySelector('.map__legend'));
  performance.mark('map-arranged');
  map.dataset.ready = 'yes';
  setInterval(follow, EVERY);
}

begin().catch(() => say(words.wAway, true));
