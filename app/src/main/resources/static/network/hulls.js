// A soft outline around everybody who is part of a group, with the group itself. Drawn under the picture.
const AROUND = 28;

// Andrew's monotone chain: the corners of the smallest convex shape around the points.
function hull(points) {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (o, a, b) => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (list) => {
    const chain = [];
    for (const p of list) {
      while (chain.length > 1 && turn(chain.at(-2), chain.at(-1), p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return sorted.length < 3 ? sorted : [...half(sorted), ...half(sorted.reverse())];
}

export function hulls(cy, canvas) {
  const pen = canvas.getContext('2d');
  const draw = () => {
    const scale = window.devicePixelRatio || 1;
    if (canvas.width !== cy.width() * scale || canvas.height !== cy.height() * scale) {
      canvas.width = cy.width() * scale;
      canvas.height = cy.height() * scale;
      canvas.style.width = `${cy.width()}px`;
      canvas.style.height = `${cy.height()}px`;
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const { x, y } = cy.pan();
    const zoom = cy.zoom();
    pen.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
    cy.nodes('[kind = "PEER_GROUP"]:visible').forEach((group) => {
      const members = group.connectedEdges('[kind = "PART_OF"]:visible').connectedNodes(':visible');
      if (members.length < 2) return;
      const corners = hull(members.map((node) => node.position()));
      pen.beginPath();
      corners.forEach((p, i) => (i ? pen.lineTo(p.x, p.y) : pen.moveTo(p.x, p.y)));
      pen.closePath();
      pen.lineJoin = 'round';
      pen.strokeStyle = '#dfe9ec';
      pen.fillStyle = '#dfe9ec';
      pen.lineWidth = AROUND * 2;
      pen.stroke();
      pen.fill();
    });
  };
  cy.on('render', draw);
  return draw;
}
