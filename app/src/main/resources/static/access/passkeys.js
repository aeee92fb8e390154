// Asks the device for a passkey and sends its answer. A button says what to do:
// data-passkey="use" or "add", data-options, data-answer: where to ask and where to send.

const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const listed = (keys) => (keys ?? []).map((key) => ({ ...key, id: bytes(key.id) }));

function plain(credential) {
  const { response } = credential;
  const fields = ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'];
  const sent = {};
  for (const field of fields) {
    if (response[field]) sent[field] = text(response[field]);
  }
  if (response.getTransports) sent.transports = response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    response: sent,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  };
}

async function use(options) {
  const challenge = bytes(options.challenge);
  const publicKey = { ...options, challenge, allowCredentials: listed(options.allowCredentials) };
  return plain(await navigator.credentials.get({ publicKey }));
}

async function add(options) {
  const publicKey = {
    ...options,
    challenge: bytes(options.challenge),
    user: { ...options.user, id: bytes(options.user.id) },
    excludeCredentials: listed(options.excludeCredentials),
  };
  return plain(await navigator.credentials.create({ publicKey }));
}

async function run(button) {
  const problem = document.querySelector('[data-passkey-problem]');
  problem.textContent = '';
  try {
    const options = await (await fetch(button.dataset.options)).json();
    const answer = button.dataset.passkey === 'add' ? await add(options) : await use(options);
    const label = document.getElementById('label')?.value;
    const body = button.dataset.passkey === 'add' ? { label: label ?? '', answer } : answer;
    const said = await fetch(button.dataset.answer, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!said.ok) throw new Error('refused');
    location.assign(button.dataset.then ?? (await said.json()).to);
  } catch {
    problem.textContent = button.dataset.no;
    button.focus();
  }
}

for (const button of document.querySelectorAll('[data-passkey]')) {
  if (window.PublicKeyCredential) {
    button.addEventListener('click', () => run(button));
    button.hidden = false;
  } else {
    document.querySelector('[data-passkey-problem]').textContent = button.dataset.unable;
  }
}
