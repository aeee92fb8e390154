// Lets a young person sign with a finger, pen or mouse. The line is kept as moves and lines in whole
// numbers; without this script the name is typed or the box is ticked.
const pad = document.querySelector('[data-draw]');
const field = document.querySelector('[data-drawn]');
const svg = pad.querySelector('svg');
const path = svg.querySelector('path');
const MOST = 58000;
let drawn = field.value;
let drawing = false;

path.setAttribute('d', drawn);
pad.hidden = false;

function at(event) {
  const box = svg.getBoundingClientRect();
  const x = Math.round(((event.clientX - box.left) / box.width) * 600);
  const y = Math.round(((event.clientY - box.top) / box.height) * 180);
  return `${Math.min(600, Math.max(0, x))} ${Math.min(180, Math.max(0, y))}`;
}

function add(step) {
  if (drawn.length < MOST) {
    drawn += step;
    field.value = drawn;
    path.setAttribute('d', drawn);
  }
}

svg.addEventListener('pointerdown', (event) => {
  drawing = true;
  svg.setPointerCapture(event.pointerId);
  add(`M${at(event)}L${at(event)}`);
});
svg.addEventListener('pointermove', (event) => {
  if (drawing) {
    add(`L${at(event)}`);
  }
});
for (const end of ['pointerup', 'pointercancel']) {
  svg.addEventListener(end, () => {
    drawing = false;
  });
}
pad.querySelector('[data-clear]').addEventListener('click', () => {
  drawn = '';
  field.value = '';
  path.setAttribute('d', '');
});
