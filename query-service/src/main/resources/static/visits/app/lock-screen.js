// Asks for the PIN.
import { alarm, button, confirmed, el, field, title } from './dom.js';
import { triesLeft, unlock, MOST_WRONG } from './lock.js';
import { unsent } from './outbox.js';
import { wipe } from './wipe.js';
import { say } from './words.js';

export async function lockScreen(go) {
  const pin = el('input', { name: 'pin', type: 'password', inputmode: 'numeric', autocomplete: 'off', required: true, autofocus: true });
  const wrong = el('div');
  const submit = el('button', { type: 'submit', class: 'big' }, say('lock.open'));
  const left = await triesLeft();
  if (left < MOST_WRONG) wrong.append(alarm(say('lock.left', left)));
  const waiting = (await unsent()).length;
  const start = async event => {
    event.preventDefault();
    submit.disabled = true;
    const open = await unlock(pin.value);
    submit.disabled = false;
    pin.value = '';
    if (open) return go();
    const tries = await triesLeft();
    if (tries <= 0) { await wipe('WRONG_PIN'); return go(); }
    wrong.replaceChildren(alarm(say('lock.wrong', tries)));
    pin.focus();
  };
  const forgotten = async () => {
    if (!await confirmed(say('lock.forgottenSure', waiting), 'lock.forget')) return;
    await wipe('WRONG_PIN');
    go();
  };
  return el('section', {}, title('lock'),
    el('form', { onsubmit: start, autocomplete: 'off' }, field('begin.pin', pin), wrong, submit),
    waiting > 0 ? el('p', {}, say('lock.waiting', waiting)) : null,
    el('p', { class: 'gap' }, button('lock.forgotten', forgotten, { class: 'plain' })));
}
