// What every page needs: the language switch, closing and opening of dialogs, the keyboard, forms, choices, drafts.
import './commands.js';
import './choose.js';
import './drafts.js';
import './keys.js';
import './lists.js';
import './live.js';

document.addEventListener('click', event => {
  const language = event.target.closest('[data-language]:is(button)');
  if (language) {
    document.cookie = `doorstep-language=${language.dataset.language}; path=/; max-age=31536000; samesite=lax`;
    location.reload();
  }
  const opener = event.target.closest('[data-open]');
  if (opener) document.getElementById(opener.dataset.open).showModal();
  if (event.target.closest('[data-close]')) event.target.closest('dialog').close();
  // what folds out in the bar folds in again when something else is clicked
  document.querySelectorAll('.me[open], .views[open]').forEach(open => {
    if (!open.contains(event.target)) open.open = false;
  });
});

// blanks do not belong into an address
document.addEventListener('htmx:configRequest', event => {
  const sent = event.detail.parameters;
  for (const name of Object.keys(sent)) if (sent[name] === '') delete sent[name];
});
// a session that ended: sign in again rather than showing that page within this one
document.addEventListener('htmx:beforeSwap', event => {
  const answer = event.detail.xhr;
  if (new URL(answer.responseURL || location.href, location.href).pathname === '/login') {
    event.detail.shouldSwap = false;
    location.reload();
  }
});
