// A half-filled form survives a reload: kept in this tab only, gone when it was sent, on signing out, and with the tab.
import { words } from './words.js';

const reader = document.body.dataset.reader ?? '';
const keyOf = form => `draft:${reader}:${location.pathname}:${form.dataset.draft}`;
const fields = form => [...form.elements].filter(field => field.name && field.type !== 'file' && !field.dataset.fixed);

function keep(form) {
  const kept = fields(form).map(field => [field.name, field.type === 'checkbox' || field.type === 'radio' ? (field.checked ? field.value : null) : field.value]);
  const shown = [...form.querySelectorAll('[role=combobox]')].map(box => [box.id, box.value]);
  sessionStorage.setItem(keyOf(form), JSON.stringify({ kept, shown }));
}

function restore(form) {
  const text = sessionStorage.getItem(keyOf(form));
  if (!text) return;
  const { kept, shown } = JSON.parse(text);
  // rows that the form had grown have to be there before they can be filled
  const rows = new Set(kept.map(([name]) => /^(\w+)\[(\d+)\]/.exec(name)).filter(Boolean).map(hit => `${hit[1]}:${hit[2]}`));
  form.dispatchEvent(new CustomEvent('doorstep:rows', { detail: [...rows] }));
  const left = [...fields(form)];
  for (const [name, value] of kept) {
    const at = left.findIndex(field => field.name === name);
    if (at < 0) continue;
    const [field] = left.splice(at, 1);
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = value !== null;
    else field.value = value;
  }
  shown.forEach(([id, value]) => { const box = document.getElementById(id); if (box) box.value = value; });
  const note = document.createElement('p');
  note.className = 'note';
  note.textContent = words.draft + ' ';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'quiet small';
  button.textContent = words.discard;
  button.addEventListener('click', () => { sessionStorage.removeItem(keyOf(form)); location.reload(); });
  note.append(button);
  form.prepend(note);
  form.dispatchEvent(new CustomEvent('doorstep:restored', { bubbles: true }));
}

document.querySelectorAll('form[data-draft]').forEach(form => {
  restore(form);
  let later;
  const soon = () => { clearTimeout(later); later = setTimeout(() => keep(form), 200); };
  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('doorstep:done', () => { clearTimeout(later); sessionStorage.removeItem(keyOf(form)); });
});
// each tab keeps its own; all of them hear of it
const signedOut = new BroadcastChannel('doorstep-signed-out');
signedOut.onmessage = () => sessionStorage.clear();
document.addEventListener('submit', event => {
  if (event.target.getAttribute('action') !== '/logout') return;
  sessionStorage.clear();
  signedOut.postMessage('signed out');
});
