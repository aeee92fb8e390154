// Follows what is drawn on another screen. Asks only whether there is anything new; then reads the page again.
// On the day of a session the page stays in view for as long as one lasts, while whoever opened it is signed in:
// people talk about a map without touching it. Then it is covered like every page with names.
const PAUSE = 3000;
const SESSION_MS = 3 * 60 * 60_000;
const opened = Date.now();

async function look() {
  const live = document.querySelector('[data-live]');
  try {
    const needed = live.dataset.inSession && Date.now() - opened < SESSION_MS;
    const answer = await fetch(`${live.dataset.base}/drawn?after=${live.dataset.last}${needed ? '&needed=yes' : ''}`, { signal: AbortSignal.timeout(15000) });
    const there = answer.ok && !answer.redirected;
    if (there && needed) document.dispatchEvent(new Event('sightline:still-needed'));
    const news = there ? await answer.json() : null;
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
