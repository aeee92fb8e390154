// A file of a large map takes longer than a moment to make. What is being made is said, for how long
// already, and when it is there; the page stays usable. Without a script the browser fetches it by itself.
// Until somebody has agreed there is nothing to take, and no box.
const box = document.querySelector('[data-making]');
const said = box?.querySelector('[data-said]');
const seconds = box?.querySelector('[aria-hidden]');
const bar = box?.querySelector('progress');

const fill = (text, value) => text.replace('{0}', value);

async function made(link) {
  const answer = await fetch(link.href);
  // Who has to show again who they are, or is refused, gets that page.
  if (!answer.ok || !answer.headers.has('Content-Disposition')) {
    window.location.assign(link.href);
    return null;
  }
  return answer.blob();
}

function hand(blob, name) {
  const there = document.createElement('a');
  there.href = URL.createObjectURL(blob);
  there.download = name;
  there.click();
  window.setTimeout(() => URL.revokeObjectURL(there.href), 60000);
}

async function take(link) {
  const start = Date.now();
  const name = link.textContent;
  link.after(box);
  box.hidden = false;
  bar.hidden = false;
  seconds.textContent = '';
  said.textContent = fill(box.dataset.making, name);
  const clock = window.setInterval(() => {
    seconds.textContent = fill(box.dataset.seconds, Math.round((Date.now() - start) / 1000));
  }, 1000);
  try {
    const blob = await made(link);
    if (blob !== null) {
      hand(blob, link.dataset.file);
      said.textContent = fill(box.dataset.made, name);
    }
  } catch {
    said.textContent = fill(box.dataset.failed, name);
  } finally {
    window.clearInterval(clock);
    bar.hidden = true;
    seconds.textContent = '';
    box.dataset.busy = '';
  }
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-file]');
  if (!link || !box || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  if (box.dataset.busy) return;
  box.dataset.busy = 'yes';
  take(link);
});
