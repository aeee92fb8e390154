// Sends what was recorded, in order, as soon as there is a connection. Everything waits in this page's
// memory only: nothing is ever written to the browser's storage.

const RETRY_MS = 4000;

export class Outbox {
  #waiting = [];
  #sending = false;
  #listener;

  constructor(listener) {
    this.#listener = listener;
    addEventListener('online', () => this.#send());
    addEventListener('beforeunload', (event) => {
      if (this.#waiting.length > 0) event.preventDefault();
    });
  }

  get length() {
    return this.#waiting.length;
  }

  // Queues a form's fields for an address; resolves to true when the server has kept them, false when
  // it refused them (its sentence is passed to the listener).
  post(url, fields) {
    return new Promise((resolve) => {
      this.#waiting.push({ url, body: new URLSearchParams({ ...fields, script: 'yes' }), resolve });
      this.#send();
    });
  }

  async #send() {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#waiting.length > 0) {
      const first = this.#waiting[0];
      const outcome = await this.#try(first);
      if (outcome === 'again') break;
      this.#waiting.shift();
      first.resolve(outcome === 'kept');
    }
    this.#sending = false;
    if (this.#waiting.length > 0) setTimeout(() => this.#send(), RETRY_MS);
    else this.#listener({ state: 'sent' });
  }

  async #try(entry) {
    try {
      const answer = await fetch(entry.url, { method: 'POST', body: entry.body, redirect: 'manual', signal: AbortSignal.timeout(15000) });
      if (answer.ok) return 'kept';
      if (answer.type === 'opaqueredirect') {
        this.#listener({ state: 'signed-out', waiting: this.#waiting.length });
        return 'again';
      }
      if (answer.status >= 500) throw new Error('unavailable');
      this.#listener({ state: 'refused', sentence: await sentenceOf(answer) });
      return 'refused';
    } catch {
      this.#listener({ state: 'lost', waiting: this.#waiting.length });
      return 'again';
    }
  }
}

async function sentenceOf(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.querySelector('main p')?.textContent.trim() ?? '';
}
