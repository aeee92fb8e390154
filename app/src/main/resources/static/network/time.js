// Looking back: which version the picture shows. Without a script there are links; with one, a range whose value is
// said in words.

import { unpacked } from './unpacked.js';

// What is said of something while looking back: it came since, or is gone since.
export const sinceThen = (marks, words, id) => (marks?.came.has(id) ? words.wCame : marks?.gone.has(id) ? words.wGone : '');

export function marked(cy, marks) {
  cy.elements().forEach((each) => {
    each.toggleClass('came', Boolean(marks?.came.has(each.id())));
    each.toggleClass('gone', Boolean(marks?.gone.has(each.id())));
  });
}

// A version, or with `null` the map as it stands.
async function load(ask, version) {
  const answer = await ask(version ? `/versions/${version}/drawn` : '/drawn');
  if (!answer.ok) throw new Error('not there');
  const shown = await answer.json();
  return version ? { view: shown.view, marks: { came: new Set(shown.came), gone: new Set(shown.gone) } } : { view: unpacked(shown), marks: null };
}

export function time(words, show) {
  const place = document.querySelector('[data-time]');
  if (!place) return;
  const versions = [...document.querySelectorAll('[data-version]')];
  const range = place.querySelector('input');
  const said = place.querySelector('output');
  const back = place.querySelector('button');
  const banner = document.querySelector('[data-back]');

  function name() {
    const link = versions[Number(range.value)];
    return link ? link.textContent : words.wNow;
  }

  function sayIt() {
    said.textContent = name();
    range.setAttribute('aria-valuetext', name());
  }

  async function change() {
    sayIt();
    const link = versions[Number(range.value)];
    await show((ask) => load(ask, link ? link.dataset.version : null));
    banner.textContent = link ? words.wBack.replace('{0}', name()) : '';
    back.hidden = !link;
  }

  range.addEventListener('input', sayIt);
  range.addEventListener('change', change);
  back.addEventListener('click', () => {
    range.value = range.max;
    change();
    range.focus();
  });
  document.querySelector('[data-versions]').hidden = true;
  place.hidden = false;
  range.value = range.max;
  sayIt();
}
