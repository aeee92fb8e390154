// Follows what is drawn on another screen. Asks only whether there is anything new; then reads the page again.
const PAUSE = 3000;

async function look() {
  const live = document.querySelector('[data-live]');
  try {
    const answer = await fetch(`${live.dataset.base}/drawn?after=${live.dataset.last}`, { signal: AbortSignal.timeout(15000) });
    const news = answer.ok && !answer.redirected ? await answer.json() : null;
    if (news && String(news.last) !== live.dataset.last) {
      const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const next = page.querySelector('[data-live]');
      if (next) live.replaceWith(document.adoptNode(next));
    }
  } catch {
    // The connection is away: what is there stays, and the next look may find more.
  }
  setTimeout(look, PAUSE);
}

setTimeout(look, PAUSE);
