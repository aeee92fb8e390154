// Sends each file by itself and as it is, so that one that is refused or large holds up no other, and shows
// how far the reading is. Without it the page is a form that shows itself again every few seconds.
const form = document.getElementById('dropping');
const input = document.getElementById('file');
const camera = document.getElementById('camera');
const status = form.querySelector('[data-status]');
const refused = form.querySelector('[data-refused]');
const waiting = [];
let sending = false;

const fill = (text, ...values) => values.reduce((filled, value, i) => filled.replace(`{${i}}`, value), text);

function refuse(name, sentence) {
  const line = document.createElement('li');
  const file = document.createElement('strong');
  file.textContent = name;
  line.append(file, document.createElement('br'), sentence);
  refused.append(line);
}

// Whether the file was dropped before.
async function sendOne(file) {
  try {
    const answer = await fetch(form.dataset.files, {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'X-File-Name': encodeURIComponent(file.name) },
      body: file,
      redirect: 'error',
    });
    const said = await answer.text();
    if (!answer.ok) refuse(file.name, answer.status === 422 ? said : form.dataset.lost);
    return answer.ok && said === 'before';
  } catch {
    refuse(file.name, form.dataset.lost);
    return false;
  }
}

// What is chosen or dropped while others are on their way waits for its turn.
async function send(files) {
  waiting.push(...files);
  if (sending || waiting.length === 0) return;
  sending = true;
  refused.replaceChildren();
  let sent = 0;
  let before = 0;
  while (waiting.length > 0) {
    status.textContent = fill(form.dataset.sending, sent + 1, sent + waiting.length);
    if (await sendOne(waiting.shift())) before += 1;
    sent += 1;
    if (sent % 4 === 1) await show();
  }
  const again = before === 0 ? '' : fill(before === 1 ? form.dataset.beforeOne : form.dataset.beforeMany, before);
  status.textContent = `${form.dataset.sent} ${again}`.trim();
  sending = false;
  await show();
  watch();
}

// The files of a field, which is then ready for the next.
function taken(field) {
  const files = [...field.files];
  field.value = '';
  return files;
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
  send(taken(input));
}, true);
camera.addEventListener('change', () => send(taken(camera)));
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
