// The presenter view by keyboard, and full screen. Slides are swapped in place so that the screen stays
// full; without scripts the links do the same.
const NEXT = ['ArrowRight', 'PageDown', ' '];
const PREVIOUS = ['ArrowLeft', 'PageUp'];

const LESSON_MS = 60 * 60_000;
const slides = new Map();

// Every slide is fetched at the start: a lesson goes on when the connection or the sign-in ends.
async function fetched(href) {
  if (!slides.has(href)) {
    const answer = await fetch(href, { credentials: 'same-origin' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (!answer.ok || answer.redirected || !page.querySelector('.slide')) throw new Error('not a slide');
    slides.set(href, { main: page.querySelector('main'), title: page.title });
  }
  return slides.get(href);
}

async function fetchAll(rel) {
  let link = document.querySelector(`.slide__turn a[rel="${rel}"]`);
  while (link) link = (await fetched(link.href)).main.querySelector(`.slide__turn a[rel="${rel}"]`);
}

async function turn(rel) {
  const link = document.querySelector(`.slide__turn a[rel="${rel}"]`);
  if (!link) {
    return;
  }
  let slide;
  try {
    slide = await fetched(link.href);
  } catch {
    window.location.assign(link.href);
    return;
  }
  document.querySelector('main').replaceWith(slide.main.cloneNode(true));
  document.title = slide.title;
  window.history.replaceState(null, '', link.href);
  wake();
  const heading = document.querySelector('.slide h1');
  heading.tabIndex = -1;
  heading.focus();
}

function wake() {
  const full = document.querySelector('.slide__full');
  full.hidden = !document.fullscreenEnabled;
  full.addEventListener('click', () => {
    if (document.fullscreenElement) {
      document.exitFullscreen();
    } else {
      document.documentElement.requestFullscreen();
    }
  });
  document.querySelector('.slide__hint').hidden = false;
  document.querySelectorAll('.slide__turn a[rel]').forEach((link) =>
    link.addEventListener('click', (event) => {
      event.preventDefault();
      turn(link.rel);
    }));
}

document.addEventListener('keydown', (event) => {
  const onControl = event.target.closest('a, button');
  if (event.altKey || event.ctrlKey || event.metaKey || (event.key === ' ' && onControl)) {
    return;
  }
  const rel = NEXT.includes(event.key) ? 'next' : PREVIOUS.includes(event.key) ? 'prev' : null;
  if (rel) {
    event.preventDefault();
    turn(rel);
  }
});
wake();
slides.set(location.href, { main: document.querySelector('main').cloneNode(true), title: document.title });
fetchAll('next').then(() => fetchAll('prev')).catch(() => {});

// A slide may stand for a whole lesson while people talk about it.
const opened = Date.now();
setInterval(() => {
  if (Date.now() - opened < LESSON_MS) document.dispatchEvent(new Event('sightline:still-needed'));
}, 30_000);
