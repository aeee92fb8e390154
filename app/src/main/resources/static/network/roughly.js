// The first, rough places of a large map, from how many steps people are apart: a few of them are asked how far all
// others are, and the two directions in which these answers differ most are across and down (pivot MDS, Brandes and
// Pich, 2006). No lots are drawn, and over flat arrays it takes a hundredth of a second where fCoSE's draft takes half a one.
const ASKED = 40;
const STEP = 110;

function neighbours(cy, all) {
  const number = new Map(all.map((node, i) => [node.id(), i]));
  const beside = all.map(() => []);
  cy.edges().forEach((edge) => {
    const [a, b] = [number.get(edge.source().id()), number.get(edge.target().id())];
    beside[a].push(b);
    beside[b].push(a);
  });
  return beside;
}

// How many steps everybody is from one; who cannot be reached, a little further than who is furthest.
function steps(beside, from) {
  const far = new Float64Array(beside.length).fill(-1);
  const queue = [from];
  far[from] = 0;
  for (let at = 0; at < queue.length; at++) {
    for (const other of beside[queue[at]]) {
      if (far[other] >= 0) continue;
      far[other] = far[queue[at]] + 1;
      queue.push(other);
    }
  }
  const beyond = far[queue.at(-1)] + 2;
  return far.map((steps) => (steps < 0 ? beyond : steps));
}

// Squares of steps, with the mean of every row and every column taken out.
function centred(rows) {
  const size = rows[0].length;
  const down = new Float64Array(size);
  for (const row of rows) {
    let mean = 0;
    for (let i = 0; i < size; i++) {
      row[i] *= row[i];
      mean += row[i] / size;
    }
    for (let i = 0; i < size; i++) {
      row[i] -= mean;
      down[i] += row[i] / rows.length;
    }
  }
  for (const row of rows) for (let i = 0; i < size; i++) row[i] -= down[i];
}

// What the rows have most of, beside what was found before: the power method, from a fixed beginning.
function direction(rows, found) {
  let vector = Float64Array.from(rows, (row, i) => 1 + ((i * 7) % 5));
  let along = new Float64Array(rows[0].length);
  for (let round = 0; round < 60; round++) {
    for (const other of found) {
      const shared = vector.reduce((sum, value, i) => sum + value * other[i], 0);
      vector = vector.map((value, i) => value - shared * other[i]);
    }
    const length = Math.hypot(...vector) || 1;
    vector = vector.map((value) => value / length);
    along = new Float64Array(rows[0].length);
    rows.forEach((row, r) => { for (let i = 0; i < row.length; i++) along[i] += vector[r] * row[i]; });
    if (round < 59) vector = Float64Array.from(rows, (row) => { let sum = 0; for (let i = 0; i < row.length; i++) sum += row[i] * along[i]; return sum; });
  }
  found.push(vector);
  return along;
}

export function roughly(cy) {
  const all = cy.nodes().toArray();
  const beside = neighbours(cy, all);
  const rows = [];
  const nearest = new Float64Array(all.length).fill(Infinity);
  // Each next one that is asked is whoever is furthest from all that were.
  for (let asked = 0; rows.length < Math.min(ASKED, all.length); asked = nearest.indexOf(Math.max(...nearest))) {
    const row = steps(beside, asked);
    for (let i = 0; i < row.length; i++) nearest[i] = Math.min(nearest[i], row[i]);
    rows.push(row);
  }
  centred(rows);
  const found = [];
  const [x, y] = [direction(rows, found), direction(rows, found)];
  const spread = (values) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length) || 1;
  const room = 0.3 * STEP * Math.sqrt(all.length);
  const within = (values) => { const usual = spread(values); return values.map((value) => Math.max(-2, Math.min(2, value / usual)) * room); };
  const [across, down] = [within(x), within(y)];
  // Those who look the same to all that were asked begin beside each other, not on each other.
  cy.batch(() => all.forEach((node, i) => node.position({
    x: across[i] + (10 + (i % 30)) * Math.cos(i * 2.4), y: down[i] + (10 + (i % 30)) * Math.sin(i * 2.4),
  })));
}
