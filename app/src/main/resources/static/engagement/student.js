// On every page of the student site. Keeps nothing.

// The square code on the board carries the class code behind the "#": into the field with it, and
// out of the address, so that it stays in no history.
const code = document.querySelector('.code-input');
if (code && location.hash.length > 1 && location.hash.length < 20) {
  code.value = decodeURIComponent(location.hash.slice(1)).replace(/[^0-9A-Za-z ]/g, '');
  history.replaceState(null, '', '/joining');
}

// Leaving takes the place of the page in the browser's history (ST-17).
document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-quickly]') || form.dataset.slow) {
    return;
  }
  event.preventDefault();
  window.dispatchEvent(new Event('sightline:leaving'));
  try {
    const answer = await fetch('/leaving', { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.querySelector('main').innerHTML = page.querySelector('main').innerHTML;
    document.title = page.title;
    history.replaceState(null, '', '/leaving');
    window.scrollTo(0, 0);
  } catch {
    form.dataset.slow = 'true';
    form.submit();
  }
});

// A page brought back by "back" is asked for again, so that nothing of the last person shows.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    location.reload();
  }
});
