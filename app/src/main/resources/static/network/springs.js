// Loosens the first, rough places of a large map: lines pull, and everybody pushes away who is near (Fruchterman and
// Reingold, 1991, with their grid). A few rounds over flat arrays, many times faster than the finer layout of a small map.
// Who was put somewhere by hand pulls and pushes, and stays.
const ROUNDS = 90;
const APART = 95;

export function loosen(cy) {
  const all = cy.nodes().toArray();
  const number = new Map(all.map((node, i) => [node.id(), i]));
  const ends = cy.edges().map((edge) => [number.get(edge.source().id()), number.get(edge.target().id())]);
  const x = Float64Array.from(all, (node) => node.position('x'));
  const y = Float64Array.from(all, (node) => node.position('y'));
  const stays = all.map((node) => node.hasClass('pinned'));
  const lines = new Float64Array(all.length);
  for (const [a, b] of ends) {
    lines[a] += 1;
    lines[b] += 1;
  }
  const reach = 2.5 * APART;
  for (let round = 0; round < ROUNDS; round++) {
    const dx = new Float64Array(all.length);
    const dy = new Float64Array(all.length);
    const grid = new Map();
    const cell = (i, across, down) => (Math.floor(x[i] / reach) + across) * 100003 + Math.floor(y[i] / reach) + down;
    for (let i = 0; i < all.length; i++) {
      const key = cell(i, 0, 0);
      if (grid.has(key)) grid.get(key).push(i);
      else grid.set(key, [i]);
    }
    for (let i = 0; i < all.length; i++) {
      for (let across = -1; across <= 1; across++) {
        for (let down = -1; down <= 1; down++) {
          for (const j of grid.get(cell(i, across, down)) ?? []) {
            if (i === j) continue;
            const ax = x[i] - x[j] || (i < j ? 1 : -1);
            const ay = y[i] - y[j];
            const far = ax * ax + ay * ay;
            if (far > reach * reach) continue;
            const force = (APART * APART) / Math.max(far, 25);
            dx[i] += ax * force;
            dy[i] += ay * force;
          }
        }
      }
    }
    for (const [a, b] of ends) {
      const ax = x[b] - x[a];
      const ay = y[b] - y[a];
      const force = (Math.hypot(ax, ay) / APART) * (3 / Math.sqrt(Math.max(9, lines[a] * lines[b])));
      dx[a] += ax * force;
      dy[a] += ay * force;
      dx[b] -= ax * force;
      dy[b] -= ay * force;
    }
    const most = 60 * (1 - round / ROUNDS) + 1;
    for (let i = 0; i < all.length; i++) {
      if (stays[i]) continue;
      const length = Math.max(0.01, Math.hypot(dx[i], dy[i]));
      const step = Math.min(length, most) / length;
      x[i] += dx[i] * step;
      y[i] += dy[i] * step;
    }
  }
  cy.batch(() => all.forEach((node, i) => node.position({ x: x[i], y: y[i] })));
}

// Who was put nowhere begins beside those they are linked to, step by step from those who were; who is linked to
// nobody, in the middle of all. No two begin at the same point.
export function beside(cy, unpinned) {
  const placed = new Map(cy.nodes('.pinned').map((node) => [node.id(), { ...node.position() }]));
  const mean = (points) => ({ x: points.reduce((sum, p) => sum + p.x, 0) / points.length, y: points.reduce((sum, p) => sum + p.y, 0) / points.length });
  const middle = mean([...placed.values()]);
  let left = unpinned.toArray();
  let n = 0;
  while (left.length) {
    const beginning = new Map();
    for (const node of left) {
      const theirs = node.neighborhood('node').map((other) => placed.get(other.id())).filter(Boolean);
      if (theirs.length) beginning.set(node.id(), mean(theirs));
    }
    if (!beginning.size) beginning.set(left[0].id(), middle);
    for (const [id, { x, y }] of beginning) {
      const far = 40 + (n % 40);
      placed.set(id, { x: x + far * Math.cos(n * 2.4), y: y + far * Math.sin(n * 2.4) });
      n += 1;
    }
    left = left.filter((node) => !placed.has(node.id()));
  }
  cy.batch(() => unpinned.forEach((node) => { node.position(placed.get(node.id())); }));
}
