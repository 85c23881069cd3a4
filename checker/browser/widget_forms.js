/** A sandbox may forbid forms to be sent. Ours never are: what takes an answer only hears that it was to be. */
export function watchForms() {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[type=submit]') : null;
    if (!(button instanceof HTMLButtonElement) || !button.form) return;
    event.preventDefault();
    button.form.dispatchEvent(new Event('submit', { bubbles: true, cancelable: true }));
  });
}
