// Covers a page when nobody has done anything for as long as a sign-in lasts: names must not stay on an
// unattended screen (AN-10). Pages of a lesson hold no names and go on without a sign-in: there touching
// the page is use, a running timer says that the page is still needed, and nothing leads away.
const IDLE_MS = 15 * 60_000;
const inLesson = document.body.dataset.inLesson !== undefined;
const words = document.querySelector('[data-idle]').dataset;
const others = new BroadcastChannel('sightline-in-use');
let last = Date.now();
let locked = false;
let gone = false;

function inUse() {
  last = Date.now();
}

// What has not been kept yet must not be lost by leaving the page.
function goOn() {
  if (!navigator.onLine) return;
  gone = true;
  location.replace(location.href);
}

function element(name, className, text) {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function lock() {
  locked = true;
  for (const part of document.body.children) part.hidden = true;
  const cover = element('div', 'govuk-width-container', '');
  const wrapper = element('main', 'govuk-main-wrapper', '');
  const heading = element('h1', 'govuk-heading-l', words.title);
  const button = element('button', 'govuk-button', words.button);
  heading.tabIndex = -1;
  button.addEventListener('click', goOn);
  wrapper.append(heading, element('p', 'govuk-body', words.sentence), button);
  cover.append(wrapper);
  document.body.append(cover);
  document.title = words.title;
  heading.focus();
}

function look() {
  if (!locked && Date.now() - last > IDLE_MS) lock();
  if (locked && !gone && !inLesson && !document.body.dataset.unkept) goOn();
}

document.addEventListener('sightline:in-use', () => {
  inUse();
  others.postMessage('');
});
document.addEventListener('sightline:still-needed', inUse);
if (inLesson) for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, inUse);
others.addEventListener('message', inUse);
others.postMessage('');
document.addEventListener('visibilitychange', look);
// A page out of the browser's own memory: whoever goes back after signing out sees nothing.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});
setInterval(look, 2_000);
