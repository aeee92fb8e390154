// Sends each file by itself and as it is, so that one that is refused or large holds up no other, and shows
// how far the reading is. Without it the page is a form that shows itself again every few seconds.
const form = document.getElementById('dropping');
const input = document.getElementById('file');
const camera = document.getElementById('camera');
const status = form.querySelector('[data-status]');
const refused = form.querySelector('[data-refused]');
let sending = false;

const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);

function refuse(name, sentence) {
  const line = document.createElement('li');
  const file = document.createElement('strong');
  file.textContent = name;
  line.append(file, document.createElement('br'), sentence);
  refused.append(line);
}

async function sendOne(file) {
  try {
    const answer = await fetch(form.dataset.files, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
      body: file,
      redirect: 'error',
    });
    if (!answer.ok) refuse(file.name, answer.status === 422 ? await answer.text() : form.dataset.lost);
  } catch {
    refuse(file.name, form.dataset.lost);
  }
}

async function send(files) {
  if (sending || files.length === 0) return;
  sending = true;
  refused.replaceChildren();
  for (let i = 0; i < files.length; i++) {
    status.textContent = fill(form.dataset.sending, i + 1, files.length);
    await sendOne(files[i]);
    if (i % 4 === 0) await show();
  }
  status.textContent = form.dataset.sent;
  input.value = '';
  camera.value = '';
  sending = false;
  await show();
  watch();
}

// The state is the page's own: fetched again and put in place of the old.
async function show() {
  try {
    const answer = await fetch(location.pathname);
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const now = page.getElementById('pile');
    const old = document.getElementById('pile');
    if (now && now.innerHTML !== old.innerHTML && !old.contains(document.activeElement)) old.replaceWith(now);
  } catch {
    // The next look may reach it.
  }
}

let watching = false;
async function watch() {
  if (watching) return;
  watching = true;
  while (document.getElementById('pile').dataset.reading === 'yes') {
    await new Promise((done) => { setTimeout(done, 1000); });
    await show();
  }
  watching = false;
}

form.addEventListener('submit', (event) => {
  if (input.files.length === 0) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  send([...input.files]);
}, true);
camera.addEventListener('change', () => send([...camera.files]));
form.querySelector('[data-here]').hidden = false;
form.querySelector('[data-camera]').hidden = !matchMedia('(pointer: coarse)').matches;
for (const kind of ['dragenter', 'dragover']) {
  form.addEventListener(kind, (event) => { event.preventDefault(); form.dataset.over = ''; });
}
for (const kind of ['dragleave', 'drop']) {
  form.addEventListener(kind, (event) => { event.preventDefault(); delete form.dataset.over; });
}
form.addEventListener('drop', (event) => send([...event.dataTransfer.files]));
watch();
