// Sends what was recorded, in order, as soon as there is a connection. Everything waits in this page's
// memory only: nothing is ever written to the browser's storage.

const RETRY_MS = 4000;

export class Outbox {
  #waiting = [];
  #sending = false;
  #listener;
  #posted = 0;
  #refusedAt = 0; // what was posted up to here does not take the words of a refusal away
  #said = '';

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
      this.#posted += 1;
      this.#waiting.push({ url, fields, resolve, number: this.#posted, at: Date.now() });
      this.#send();
    });
  }

  async #send() {
    if (this.#sending) return;
    this.#sending = true;
    let outcome = '';
    let last = 0;
    while (this.#waiting.length > 0) {
      const first = this.#waiting[0];
      outcome = await this.#try(first);
      if (outcome === 'again') break;
      this.#waiting.shift();
      last = first.number;
      if (outcome === 'refused') this.#refusedAt = this.#posted;
      first.resolve(outcome === 'kept');
    }
    this.#sending = false;
    if (this.#waiting.length > 0) setTimeout(() => this.#send(), RETRY_MS);
    else if (last > this.#refusedAt) this.#listener({ state: 'sent' });
    else if (last > 0) this.#listener({ state: 'refused', sentence: this.#said });
  }

  // How old it is goes with it: a clock that is wrong still goes.
  async #try(entry) {
    const age = Math.max(0, Math.round((Date.now() - entry.at) / 1000));
    const body = new URLSearchParams({ ...entry.fields, age, script: 'yes' });
    try {
      const answer = await fetch(entry.url, { method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(15000) });
      if (answer.type === 'opaqueredirect') {
        this.#listener({ state: 'signed-out', waiting: this.#waiting.length });
        return 'again';
      }
      const sentence = await sentenceOf(answer);
      if (answer.status === 204) return 'kept';
      // An answer that is not ours, as of a network that wants a sign-in of its own, has kept nothing.
      if (answer.ok || answer.status >= 500 || sentence === null) throw new Error('unavailable');
      this.#said = sentence;
      this.#listener({ state: 'refused', sentence });
      return 'refused';
    } catch {
      this.#listener({ state: 'lost', waiting: this.#waiting.length });
      return 'again';
    }
  }
}

async function sentenceOf(answer) {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  return page.getElementById('main') === null ? null : page.querySelector('main p')?.textContent.trim() ?? '';
}
