// Forms that change something: <form data-command="/api/cases/…" data-then="…">. What is refused is said beside the field.
import { read } from './fields.js';
import { newId, send } from './send.js';
import { toast } from './toast.js';
import { words } from './words.js';

const keys = new WeakMap();

/** The same content sent again has the same key, so that a repeated click is no second command. */
function keyOf(form, content) {
  const known = keys.get(form);
  if (known?.content === content) return known.key;
  const key = newId();
  keys.set(form, { content, key });
  return key;
}

export function clearFaults(form) {
  form.querySelectorAll('.fault, .wrong').forEach(old => old.remove());
  form.querySelectorAll('[aria-invalid]').forEach(field => {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  });
}

function fieldOf(form, name) {
  const hit = [...form.elements].find(field => field.name === name)
    ?? [...form.elements].find(field => field.name && name.startsWith(field.name.replace('[]', '')));
  // a choice shows itself in the box beside its hidden value
  return hit?.type === 'hidden' ? hit.closest('.choose')?.querySelector('input') : hit;
}

/** Says what is wrong: beside its field where there is one, else above the buttons. */
export function showFaults(form, problem) {
  const loose = [];
  for (const fault of problem.errors ?? []) {
    const field = fieldOf(form, fault.field);
    if (!field) { loose.push(`${fault.field}: ${fault.message}`); continue; }
    const line = document.createElement('p');
    line.className = 'fault';
    line.id = `fault-${newId()}`;
    line.textContent = fault.message;
    (field.closest('.choose') ?? field).after(line);
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', line.id);
  }
  const marked = form.querySelector('[aria-invalid=true]');
  const summary = document.createElement('p');
  summary.className = 'wrong';
  summary.setAttribute('role', 'alert');
  summary.textContent = [marked && problem.errors ? words.faults : problem.title ?? words.failed, ...loose, problem.trace && problem.status >= 500 ? `(${problem.trace})` : ''].filter(Boolean).join(' ');
  ([...form.querySelectorAll('.actions')].at(-1) ?? form.lastElementChild).before(summary);
  marked?.focus();
}

async function submit(form) {
  clearFaults(form);
  const button = form.querySelector('[type=submit]');
  const isFile = form.enctype === 'multipart/form-data';
  const body = isFile ? new FormData(form) : read(form);
  const content = form.dataset.command + (isFile ? Math.random() : JSON.stringify(body));
  button.disabled = true;
  document.body.dataset.sending = 'true';
  const answer = await send(form.dataset.command, body, keyOf(form, content));
  button.disabled = false;
  if (answer.ok) form.dispatchEvent(new CustomEvent('doorstep:done', { bubbles: true, detail: answer.body }));
  else showFaults(form, answer.body);
  delete document.body.dataset.sending;
}

document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-command]');
  if (!form) return;
  event.preventDefault();
  submit(form);
});

document.addEventListener('doorstep:done', event => {
  const form = event.target;
  const receipt = event.detail;
  const then = form.dataset.then ?? '';
  if (then.startsWith('/')) {
    location.assign(then.replace(/\{(\w+)\}/g, (all, name) => encodeURIComponent(receipt[name] ?? '')));
  } else if (then.startsWith('#')) {
    // what is told only this once, in the place that waits for it
    const place = document.querySelector(then);
    place.querySelectorAll('[data-told]').forEach(spot => {
      const told = receipt[spot.dataset.told];
      spot.textContent = Array.isArray(told) ? told.join('\n') : told?.code ?? told ?? '';
    });
    form.closest('details, .card').hidden = true;
    place.hidden = false;
    place.querySelectorAll('img[data-source]').forEach(picture => { picture.src = picture.dataset.source; });
    place.focus();
  } else if (then === 'go') {
    location.assign(receipt.to);
  } else if (then === 'reload') {
    location.reload();
  } else if (then === 'removed') {
    form.closest('li').remove();
  } else if (then === 'views') {
    toast(words.view);
    form.reset();
    form.closest('details').open = false;
  } else {
    toast(words.saved);
    document.dispatchEvent(new CustomEvent('doorstep:changed', { detail: receipt }));
  }
});
