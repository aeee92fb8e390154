// Moves somebody on the rings by touch, by mouse and by the arrow keys. Without this, the list and its forms do the same.
const BANDS = [0, 165, 300, 430];
const EDGES = [232, 365];
const status = document.querySelector('[data-status]');
let busy = false;

function live() {
  return document.querySelector('[data-live]');
}

function place(svg, event) {
  const matrix = svg.getScreenCTM();
  const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
  const across = at.x - 500;
  const down = at.y - 500;
  const far = Math.hypot(across, down);
  const ring = far < EDGES[0] ? 1 : far < EDGES[1] ? 2 : 3;
  const angle = Math.round((Math.atan2(across, -down) * 180) / Math.PI + 360) % 360;
  return { ring, angle };
}

function centre(to) {
  const turn = (to.angle * Math.PI) / 180;
  return { x: 500 + BANDS[to.ring] * Math.sin(turn), y: 500 - BANDS[to.ring] * Math.cos(turn) };
}

async function send(someone, to) {
  if (busy) return;
  busy = true;
  const form = live().querySelector('[data-moving]');
  form.elements.someone.value = someone;
  form.elements.ring.value = to.ring;
  form.elements.angle.value = to.angle;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), signal: AbortSignal.timeout(15000) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const next = page.querySelector('[data-live]');
    if (!answer.ok || !next) {
      location.reload();
      return;
    }
    live().replaceWith(document.adoptNode(next));
    wake();
    const moved = live().querySelector(`[data-someone="${someone}"]`);
    moved?.focus();
    status.textContent = `${status.dataset.moved} ${moved?.getAttribute('aria-label') ?? ''}`;
  } catch {
    status.textContent = status.dataset.failed;
    reset(someone);
  } finally {
    busy = false;
  }
}

function reset(someone) {
  live().querySelector(`[data-someone="${someone}"]`)?.removeAttribute('transform');
}

function wakeOne(svg, link) {
  const someone = link.dataset.someone;
  const from = { ring: Number(link.dataset.ring), angle: Number(link.dataset.angle) };
  const begin = centre(from);
  let start = null;
  let moved = false;
  link.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    moved = false;
    link.setPointerCapture(event.pointerId);
  });
  link.addEventListener('pointermove', (event) => {
    if (!start || (!moved && Math.hypot(event.clientX - start.x, event.clientY - start.y) < 8)) return;
    moved = true;
    link.classList.add('is-moving');
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    link.setAttribute('transform', `translate(${at.x - begin.x} ${at.y - begin.y})`);
  });
  const end = (event) => {
    if (!start) return;
    start = null;
    link.classList.remove('is-moving');
    if (moved && event.type === 'pointerup') send(someone, place(svg, event));
    else reset(someone);
  };
  link.addEventListener('pointerup', end);
  link.addEventListener('pointercancel', end);
  link.addEventListener('click', (event) => {
    if (moved) event.preventDefault();
    moved = false;
  });
  link.addEventListener('dragstart', (event) => event.preventDefault());
  link.addEventListener('keydown', (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -15], ArrowRight: [0, 15] }[event.key];
    if (!step) return;
    event.preventDefault();
    const ring = Math.min(3, Math.max(1, from.ring + step[0]));
    send(someone, { ring, angle: (from.angle + step[1] + 360) % 360 });
  });
}

function wake() {
  const svg = live().querySelector('[data-rings] svg');
  for (const link of svg.querySelectorAll('[data-someone]')) wakeOne(svg, link);
}

wake();
