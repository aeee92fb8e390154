// Keeps what is typed into a form on the server after each pause, so that it is there again when the
// sign-in ends before the form is sent (AN-10). Nothing is written to the browser's own storage, and
// passwords and files are left out.
const PAUSE_MS = 3_000;
const RETRY_MS = 10_000;
const timers = new Map();

const isTyped = (control) => control.name !== '' && !['password', 'file', 'submit', 'button', 'image'].includes(control.type);

function fieldsOf(form) {
  const left = [...form.elements].filter(isTyped).map((control) => control.name);
  return [...new FormData(form)]
    .filter(([name, value]) => typeof value === 'string' && left.includes(name))
    .map(([name, value]) => ({ name, value }));
}

function isAsItWas(form) {
  return [...form.elements].filter(isTyped).every((control) => {
    if (control.type === 'checkbox' || control.type === 'radio') return control.checked === control.defaultChecked;
    if (control.options) return [...control.options].every((option) => option.selected === option.defaultSelected) || control.selectedIndex === 0;
    return control.type === 'hidden' || control.value === (control.defaultValue ?? '');
  });
}

async function keep(form) {
  timers.delete(form);
  const typed = {
    page: location.pathname + location.search,
    form: new URL(form.action).pathname,
    fields: isAsItWas(form) ? [] : fieldsOf(form),
    hadFiles: [...form.elements].some((control) => control.type === 'file' && control.files.length > 0),
  };
  try {
    const answer = await fetch('/your-sign-in/unsent', {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(typed),
      redirect: 'manual',
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401) throw new Error('signed out');
    if (timers.size === 0) delete document.body.dataset.unkept;
    // 202: the sign-in has ended meanwhile, and it is kept for whoever was here.
    if (answer.status !== 202) document.dispatchEvent(new Event('sightline:in-use'));
  } catch {
    later(form, RETRY_MS);
  }
}

function later(form, wait) {
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(() => keep(form), wait));
  document.body.dataset.unkept = 'yes';
}

// What one signs in with, and what young people marked on paper, never leaves the page this way.
const isKept = (form) => form.method === 'post' && form.dataset.kept !== 'never' && !/^\/(signing|your-sign-in)/.test(new URL(form.action).pathname);

function typedIn(event) {
  const { form } = event.target;
  if (event.isTrusted && form && isKept(form)) later(form, PAUSE_MS);
}

document.addEventListener('input', typedIn);
document.addEventListener('change', typedIn);
document.addEventListener('submit', (event) => {
  clearTimeout(timers.get(event.target));
  timers.delete(event.target);
  if (timers.size === 0) delete document.body.dataset.unkept;
});
