// Wakes the GOV.UK components on a page, and shows what only works with scripts.
import { initAll } from '/webjars/govuk-frontend/5.14.0/dist/govuk/govuk-frontend.min.js';

// A link of the error summary may name a group of fields, such as the parts of a day. GOV.UK's script
// gives the focus to what the link names, and a group cannot take it: name its first field, or the
// first box that is not ticked.
for (const link of document.querySelectorAll('.govuk-error-summary a[href^="#"]')) {
  const group = document.getElementById(link.hash.slice(1));
  if (group && group.tabIndex < 0) {
    const field =
      group.querySelector('input[type=checkbox]:not(:checked)') ??
      group.querySelector('input:not([type=hidden]), select, textarea');
    if (field?.id) {
      link.hash = field.id;
    }
  }
}
document.body.classList.add('js-enabled', 'govuk-frontend-supported');
initAll();
