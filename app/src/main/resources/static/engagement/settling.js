// R, Y, G and space on a place that two people read differently, then on to the next.
const all = [...document.querySelectorAll('[data-settling] .keying__place, [data-settling] button')];

document.querySelectorAll('[data-settling] [data-place]').forEach((place) => {
  place.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const value = event.key === ' ' ? '' : event.key.toUpperCase();
    const radio = [...place.querySelectorAll('input')].find((one) => one.value === value);
    if (!radio) return;
    event.preventDefault();
    radio.checked = true;
    const next = all[all.indexOf(place) + 1];
    (next.matches('button') ? next : next.querySelector('input')).focus();
  });
});

// What is wrong is read first, and leads to its question.
if (!document.querySelector('.govuk-error-summary')) {
  document.querySelector('[data-settling] input[type=radio]')?.focus();
}
