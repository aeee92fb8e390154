// The four ways of arranging a map. The same map looks the same every time it is opened: people remember where
// somebody stood. What was put somewhere by hand stays there.

import { roughly } from './roughly.js';
import { beside, loosen } from './springs.js';

// A small generator of numbers (mulberry32): the layout draws lots, and shall draw the same ones each time.
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function repeatably(work) {
  const random = Math.random;
  Math.random = seeded(1);
  try {
    work();
  } finally {
    Math.random = random;
  }
}

// Beyond so many, names are not read before somebody comes nearer: they take no room.
const MANY = 200;

function free(cy) {
  const many = cy.nodes().length > MANY;
  const unpinned = cy.nodes().not('.pinned');
  if (!unpinned.length) return; // everybody stands where they were put
  if (many) {
    if (unpinned.length < cy.nodes().length) beside(cy, unpinned);
    else roughly(cy);
    loosen(cy);
    return;
  }
  const pins = cy.nodes('.pinned').map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  repeatably(() => cy.layout({
    name: 'fcose', animate: false, randomize: true, quality: 'default', nodeDimensionsIncludeLabels: true, nodeSeparation: 110, idealEdgeLength: 110,
    nodeRepulsion: 9000, packComponents: false, tile: true, padding: 40, fixedNodeConstraint: pins.length ? pins : undefined,
  }).run());
  part(cy, '.pinned');
}

// Whom a picture begins with: who is chosen, one of those the work is about, or the first that was drawn.
function beginning(cy, chosen) {
  if (chosen?.length && chosen.isNode()) return chosen;
  const key = cy.nodes('[?key]').first();
  return key.length ? key : cy.nodes().first();
}

function rings(cy, middle) {
  const centre = beginning(cy, middle);
  const away = new Map();
  cy.elements(':visible').bfs({ roots: centre, visit: (node, edge, from, i, depth) => { away.set(node.id(), depth); } });
  const far = Math.max(0, ...away.values()) + 1;
  cy.layout({ name: 'concentric', animate: false, padding: 40, minNodeSpacing: 84, concentric: (node) => far - (away.get(node.id()) ?? far), levelWidth: () => 1 }).run();
}

function hierarchy(cy, top) {
  cy.layout({ name: 'breadthfirst', animate: false, directed: false, padding: 40, spacingFactor: 1.1, roots: beginning(cy, top) }).run();
  // In a long row, names stand on three heights.
  const rows = new Map();
  cy.nodes().forEach((node) => {
    const y = Math.round(node.position('y'));
    rows.set(y, [...(rows.get(y) ?? []), node]);
  });
  cy.batch(() => {
    let down = 0;
    for (const [y, row] of [...rows].sort(([a], [b]) => a - b)) {
      const high = row.length > 8 ? 3 : 1;
      row.sort((a, b) => a.position('x') - b.position('x')).forEach((node, i) => node.position('y', y + down + 84 * (i % high)));
      down += 84 * (high - 1);
    }
  });
}

// Places where they are in the world, people in the middle of their places; who has none stands below.
function geographic(cy) {
  const placed = cy.nodes().filter((node) => node.data('at'));
  if (!placed.length) return;
  const degrees = new Map(placed.map((node) => [node.id(), node.data('at').split(' ').map(Number)]));
  const north = [...degrees.values()].map(([n]) => n);
  const squeeze = Math.cos(((Math.min(...north) + Math.max(...north)) / 2) * (Math.PI / 180));
  const flat = new Map([...degrees].map(([id, [n, e]]) => [id, { x: e * squeeze, y: -n }]));
  const xs = [...flat.values()].map((p) => p.x);
  const ys = [...flat.values()].map((p) => p.y);
  const wide = Math.max(...xs) - Math.min(...xs);
  const high = Math.max(...ys) - Math.min(...ys);
  const scale = Math.min(900 / (wide || 1e-9), 420 / (high || 1e-9), 1e6);
  const at = (p) => ({ x: (p.x - Math.min(...xs)) * scale, y: (p.y - Math.min(...ys)) * scale });
  const below = high * scale + 150;
  const there = new Map(); // how many stand around the same places already
  let nowhere = 0;
  cy.batch(() => cy.nodes().forEach((node) => {
    if (flat.has(node.id())) {
      node.position(at(flat.get(node.id())));
      return;
    }
    const places = node.neighborhood('node').filter((other) => flat.has(other.id()));
    if (!places.length) {
      node.position({ x: 128 * (nowhere % 11), y: below + 84 * Math.floor(nowhere++ / 11) });
      return;
    }
    const near = places.map((other) => at(flat.get(other.id())));
    const key = places.map((other) => other.id()).sort().join();
    const n = there.get(key) ?? 0;
    there.set(key, n + 1);
    node.position({
      x: near.reduce((sum, p) => sum + p.x, 0) / near.length + (75 + 8 * n) * Math.cos(n * 2.4),
      y: near.reduce((sum, p) => sum + p.y, 0) / near.length + (75 + 8 * n) * Math.sin(n * 2.4),
    });
  }));
  part(cy, '[at != ""]');
}

// Moves those apart whose names would lie on each other; who stands for a reason stays.
function part(cy, staying) {
  if (cy.nodes().length > MANY) return;
  const all = cy.nodes().map((node) => ({ node, x: node.position('x'), y: node.position('y'), stays: node.is(staying) }));
  const [wide, high] = [104, 52];
  for (let round = 0, any = true; any && round < 80; round++) {
    any = false;
    for (let i = 0; i < all.length; i++) {
      for (let j = 0; j < i; j++) {
        const [a, b] = [all[i], all[j]];
        const x = wide - Math.abs(a.x - b.x);
        const y = high - Math.abs(a.y - b.y);
        if (x <= 0 || y <= 0 || (a.stays && b.stays)) continue;
        any = true;
        const along = x / wide < y / high ? 'x' : 'y';
        const step = (along === 'x' ? x : y) / 4 + 0.5;
        const away = a[along] < b[along] ? -step : step;
        if (!a.stays) a[along] += b.stays ? 2 * away : away;
        if (!b.stays) b[along] -= a.stays ? 2 * away : away;
      }
    }
  }
  cy.batch(() => all.forEach(({ node, x, y, stays }) => stays || node.position({ x, y })));
}

// @param middle whom rings and the hierarchy begin with, if anybody is chosen
export function arrange(cy, name, middle) {
  if (!cy.nodes().length) return;
  ({ fcose: free, rings, hierarchy, geographic })[name](cy, middle);
  fit(cy);
}

// Shows everything, and a few not larger than life.
export function fit(cy) {
  cy.fit(cy.nodes(':visible'), 40);
  if (cy.zoom() > 1.3) {
    cy.zoom(1.3);
    cy.center(cy.nodes(':visible'));
  }
  // Names of a few can be read also from far away.
  if (cy.nodes().length <= MANY) cy.batch(() => cy.nodes().style('font-size', Math.min(22, Math.max(13, 9 / cy.zoom()))));
}

// Who came new stands beside who they are linked to.
export function near(cy, fresh) {
  for (const node of fresh) {
    const drawn = cy.getElementById(node.id);
    if (node.pin || drawn.data('placed')) continue;
    const others = drawn.neighborhood('node');
    if (others.length) {
      const box = others.boundingBox();
      drawn.position({ x: (box.x1 + box.x2) / 2 + 70, y: (box.y1 + box.y2) / 2 + 70 });
      drawn.data('placed', true);
    }
  }
}
