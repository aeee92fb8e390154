// One key decides: it presses the button that bears it. The plan beside it shows which place is meant.
const form = document.getElementById('review');
const buttons = [...form.querySelectorAll('[data-key]')];
let pressed = false;

document.addEventListener('keydown', (event) => {
  const typing = event.target.closest('input:not([type=hidden]), textarea, select');
  if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat || pressed) return;
  const button = buttons.find((one) => one.dataset.key === event.key.toLowerCase());
  if (!button) return;
  event.preventDefault();
  button.click();
});

// Twice the same key, pressed fast, must not decide the next place unseen.
form.addEventListener('submit', (event) => {
  if (pressed) event.preventDefault();
  pressed = true;
});

const plan = document.querySelector('.review__plan');
const here = [...plan.querySelectorAll('.zone')].find((zone) => zone.dataset.key === plan.dataset.place);
if (here) here.dataset.here = '';

addEventListener('pageshow', () => { pressed = false; });
