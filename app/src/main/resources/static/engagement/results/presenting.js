// The presenter view by keyboard, and full screen. Slides are swapped in place so that the screen stays
// full; without scripts the links do the same.
const NEXT = ['ArrowRight', 'PageDown', ' '];
const PREVIOUS = ['ArrowLeft', 'PageUp'];

async function turn(rel) {
  const link = document.querySelector(`.slide__turn a[rel="${rel}"]`);
  if (!link) {
    return;
  }
  const answer = await fetch(link.href, { credentials: 'same-origin' });
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const main = page.querySelector('main');
  if (!answer.ok || answer.redirected || !main) {
    window.location.assign(link.href);
    return;
  }
  document.querySelector('main').replaceWith(main);
  document.title = page.title;
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
