// The four ways of arranging a map. The same map looks the same every time it is opened: people remember where
// somebody stood. What was put somewhere by hand stays there.

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

function free(cy) {
  const pins = cy.nodes('.pinned').map((node) => ({ nodeId: node.id(), position: { ...node.position() } }));
  repeatably(() => cy.layout({
    name: 'fcose', animate: false, randomize: true, quality: cy.nodes().length > 1500 ? 'draft' : 'default', nodeDimensionsIncludeLabels: true, nodeSeparation: 110, idealEdgeLength: 110,
    nodeRepulsion: 9000, packComponents: false, tile: true, padding: 40, fixedNodeConstraint: pins.length ? pins : undefined,
  }).run());
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
  cy.layout({ name: 'concentric', animate: false, padding: 40, minNodeSpacing: 36, concentric: (node) => far - (away.get(node.id()) ?? far), levelWidth: () => 1 }).run();
}

function hierarchy(cy, top) {
  cy.layout({ name: 'breadthfirst', animate: false, directed: false, padding: 40, spacingFactor: 1.1, roots: beginning(cy, top) }).run();
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
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) || 1;
  const scale = 900 / span;
  const at = (p) => ({ x: (p.x - Math.min(...xs)) * scale, y: (p.y - Math.min(...ys)) * scale });
  let nowhere = 0;
  cy.batch(() => cy.nodes().forEach((node, i) => {
    if (flat.has(node.id())) node.position(at(flat.get(node.id())));
    else {
      const near = node.neighborhood('node').filter((other) => flat.has(other.id())).map((other) => at(flat.get(other.id())));
      const turn = i * 2.4;
      if (near.length) {
        node.position({
          x: near.reduce((sum, p) => sum + p.x, 0) / near.length + 55 * Math.cos(turn),
          y: near.reduce((sum, p) => sum + p.y, 0) / near.length + 55 * Math.sin(turn),
        });
      } else node.position({ x: 80 * (nowhere % 12), y: 1000 + 80 * Math.floor(nowhere++ / 12) });
    }
  }));
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
