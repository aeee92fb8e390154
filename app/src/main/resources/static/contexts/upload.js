// Says that a file is being read, and keeps it from being sent twice.
document.querySelectorAll('[data-upload]').forEach((form) => form.addEventListener('submit', () => {
  const button = form.querySelector('button:not([formaction])');
  button.textContent = form.dataset.upload;
  button.setAttribute('aria-disabled', 'true');
  button.setAttribute('aria-live', 'polite');
  form.addEventListener('submit', (again) => again.preventDefault());
}));
