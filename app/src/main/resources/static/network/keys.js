// Going from one node to the next by arrow keys.
const TOWARDS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

// The nearest in that direction, where sideways counts double; at the edge, the next or the last one drawn.
export function towards(cy, at, key) {
  const [dx, dy] = TOWARDS[key];
  const from = at.length && at.isNode() ? at.position() : null;
  const visible = cy.nodes(':visible');
  if (!from) return visible.first();
  let best = null;
  let least = Infinity;
  visible.forEach((node) => {
    const x = node.position('x') - from.x;
    const y = node.position('y') - from.y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead > 0 && ahead + 2 * aside < least) {
      least = ahead + 2 * aside;
      best = node;
    }
  });
  if (best) return best;
  const order = visible.toArray();
  const step = dx + dy > 0 ? 1 : order.length - 1;
  return order[(order.findIndex((node) => node.id() === at.id()) + step) % order.length];
}
