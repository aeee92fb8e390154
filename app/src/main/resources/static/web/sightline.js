// Wakes the GOV.UK components on a page, and shows what only works with scripts.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();

// A sentence of the summary that leads to several fields, such as those of a day, leads to the first of them, or to the
// first box that is not ticked. GOV.UK's script gives the focus to what the link names, and a group cannot take it.
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.govuk-error-summary a[href^="#"]');
  const part = link ? document.getElementById(link.hash.slice(1)) : null;
  if (!part || part === document.activeElement) return;
  const field = part.querySelector('input[type=checkbox]:not(:checked)') ?? part.querySelector('input:not([type=hidden]), select, textarea');
  if (!field) return;
  event.preventDefault(); // going to the group would take the focus from the field
  part.scrollIntoView();
  field.focus({ preventScroll: true });
});
