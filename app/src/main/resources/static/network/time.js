// Looking back: which version the picture shows. Without a script there are links; with one, a range whose value is
// said in words.
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
    await show(link ? link.dataset.version : null);
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
