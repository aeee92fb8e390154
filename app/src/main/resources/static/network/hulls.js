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
  let asked = [];

  function around(nodes, colour) {
    if (nodes.length < 2) return;
    const corners = hull(nodes.map((node) => node.position()));
    pen.beginPath();
    corners.forEach((p, i) => (i ? pen.lineTo(p.x, p.y) : pen.moveTo(p.x, p.y)));
    pen.closePath();
    pen.lineJoin = 'round';
    pen.strokeStyle = colour;
    pen.fillStyle = colour;
    pen.lineWidth = AROUND * 2;
    pen.stroke();
    pen.fill();
  }

  function draw() {
    const scale = window.devicePixelRatio || 1;
    const width = Math.round(cy.width() * scale);
    const height = Math.round(cy.height() * scale);
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${cy.width()}px`;
      canvas.style.height = `${cy.height()}px`;
    }
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, canvas.width, canvas.height);
    const { x, y } = cy.pan();
    const zoom = cy.zoom();
    pen.setTransform(scale * zoom, 0, 0, scale * zoom, scale * x, scale * y);
    for (const set of asked) around(cy.nodes(':visible').filter((node) => set.has(node.id())), '#f1e3f5');
    cy.nodes('[kind = "PEER_GROUP"]:visible').forEach((group) => {
      around(group.connectedEdges('[kind = "PART_OF"][!past]:visible').connectedNodes(':visible'), '#dfe9ec');
    });
  }

  // Sets of ids to draw around as well.
  draw.around = (sets) => {
    asked = sets.map((set) => new Set(set));
    draw();
  };
  cy.on('render', draw);
  return draw;
}
