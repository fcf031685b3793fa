// Making parts of a page. Text goes in as text, so nothing that somebody wrote can become markup.
import { heading, say } from './words.js';

/** el('button', { class: 'big', onclick }, 'words'): what is false, null or undefined is left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'value') node.value = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** A heading in the reader's language, the other one small beside it. */
export function title(key) {
  const { words, other, lang } = heading(key);
  return el('h1', {}, words, ' ', el('small', { lang }, other));
}

export const button = (key, onclick, attributes = {}) => el('button', { type: 'button', onclick, ...attributes }, say(key));
export const line = (key, ...fill) => el('p', {}, say(key, ...fill));
export const alarm = text => el('p', { class: 'wrong', role: 'alert' }, text);

let fields = 0;

/** A field under its name; `hint` and faults are tied to it for who cannot see them. */
export function field(key, input, hint) {
  input.id ||= `f${++fields}`;
  const help = hint && el('p', { class: 'hint', id: `${input.id}-hint` }, hint);
  if (help) input.setAttribute('aria-describedby', help.id);
  return el('div', { class: 'field', 'data-field': input.name || false }, el('label', { for: input.id }, say(key)), input, help);
}

export const choice = (name, group, constants, chosen, blank) => el('select', { name },
  blank ? el('option', { value: '' }, say(blank)) : null,
  constants.map(constant => el('option', { value: constant, selected: constant === chosen }, say(`${group}.${constant}`))));

/** Says something that passes, also to who listens. */
export function tell(key, ...fill) {
  const place = document.getElementById('said');
  place.textContent = say(key, ...fill);
  place.dataset.shown = 'true';
  // a tap puts it away: it may stand over what is wanted next
  setTimeout(() => document.addEventListener('pointerdown', () => { delete place.dataset.shown; }, { once: true }), 300);
  setTimeout(() => { delete place.dataset.shown; }, 6000);
}

/** Asks before something that cannot be undone: true when the answer is yes. */
export function confirmed(question, yes) {
  return new Promise(done => {
    const dialog = el('dialog', { 'aria-label': question },
      el('p', {}, question),
      el('form', { method: 'dialog', class: 'actions' },
        el('button', { value: 'yes', class: 'grave' }, say(yes)), el('button', { value: '', class: 'quiet' }, say('cancel'))));
    dialog.addEventListener('close', () => { done(dialog.returnValue === 'yes'); dialog.remove(); });
    document.body.append(dialog);
    dialog.showModal();
  });
}
