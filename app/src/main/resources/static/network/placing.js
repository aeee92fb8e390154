// Where things stand in the picture: somebody new, lines between the same two, and what was put somewhere by hand.

// Somebody new comes where there is room to see them: near the middle of what is shown.
export function middle(cy, more) {
  const { x1, y1, w, h } = cy.extent();
  const n = cy.nodes().length + more;
  const taken = cy.nodes().map((node) => node.position());
  let place;
  for (let i = 0; i < 60; i++) {
    const far = 60 + 12 * i;
    place = { x: x1 + w / 2 + far * Math.cos((n + i) * 2.4), y: y1 + h / 2 + far * Math.sin((n + i) * 2.4) };
    if (taken.every(({ x, y }) => Math.hypot(x - place.x, y - place.y) > 70)) break;
  }
  return place;
}

// Lines that share both ends, and one that leads back to where it began, are bent; one by itself is straight, which is drawn faster.
export function bend(cy, lines) {
  const between = (line) => [line.from, line.to].sort().join(' ');
  const count = new Map();
  for (const line of lines.values()) count.set(between(line), (count.get(between(line)) ?? 0) + 1);
  cy.edges().forEach((edge) => {
    const line = lines.get(edge.id());
    const bent = line.from === line.to || count.get(between(line)) > 1;
    if (edge.hasClass('beside') !== bent) edge.toggleClass('beside', bent);
  });
}

// Lets go of whoever is chosen and was put where they are by hand.
export function letting(cy, isPast, selected, then) {
  return () => {
    const one = selected();
    if (isPast()) return;
    if (one.length && one.isNode() && one.hasClass('pinned')) then.one(one.id());
    else then.none();
  };
}

// Where everything stands, a line each.
export const standing = (cy) => cy.nodes().map((node) => `${node.id()} ${node.position('x').toFixed(1)} ${node.position('y').toFixed(1)}`).join('\n');
