// First use: sign in, make this phone known, choose a PIN. Also what stands here after wiping.
import { alarm, el, field, line, tell, title } from './dom.js';
import { makeKnown, persistence } from './device.js';
import { weakness } from './lock.js';
import { read } from './store.js';
import { leftBehind } from './left.js';
import { say } from './words.js';

export const SIGN_IN = '/visits/begin';

/** @param signedIn whether somebody has just come back from signing in */
export async function beginScreen(signedIn, go) {
  const wiped = await read('meta', 'wiped');
  return el('section', {},
    title('begin'),
    wiped ? alarm(say(`wiped.${wiped.why}`)) : null,
    await leftBehind(go),
    signedIn ? form(go) : [
      line('begin.what'), line('begin.steps'),
      el('p', {}, el('a', { class: 'button big', href: SIGN_IN }, say('begin.signIn'))),
      el('p', { class: 'hint' }, say('begin.offlineHint')),
    ]);
}

function form(go) {
  const name = el('input', { name: 'name', value: say('begin.myPhone'), maxlength: 100, required: true });
  const pin = el('input', { name: 'pin', type: 'password', inputmode: 'numeric', autocomplete: 'new-password', required: true });
  const again = el('input', { name: 'again', type: 'password', inputmode: 'numeric', autocomplete: 'new-password', required: true });
  const wrong = el('div');
  const submit = el('button', { type: 'submit', class: 'big' }, say('begin.ready'));
  const start = async event => {
    event.preventDefault();
    const weak = weakness(pin.value) ?? (pin.value === again.value ? null : 'pinDiffers');
    wrong.replaceChildren(...weak ? [alarm(say(weak))] : []);
    if (weak) return pin.focus();
    submit.disabled = true;
    const answer = await makeKnown(name.value.trim() || say('begin.myPhone'), pin.value);
    submit.disabled = false;
    if (answer.kind === 'OK') {
      tell(await persistence() ? 'kept.yes' : 'kept.no');
      return go('#/take');
    }
    wrong.replaceChildren(alarm(answer.problem?.title || say(`line.${answer.kind}`)),
      answer.kind === 'SIGN_IN' ? el('a', { class: 'button', href: SIGN_IN }, say('begin.signIn')) : '');
  };
  return el('form', { onsubmit: start, autocomplete: 'off' },
    field('begin.name', name), field('begin.pin', pin, say('begin.pinHint')), field('begin.again', again),
    line('begin.tenTries', 10), wrong, submit);
}

/** Where the app cannot keep anything safe it keeps nothing. */
export const unsafeScreen = () => el('section', {}, title('begin'), alarm(say('unsafe')), line('unsafe.why', location.origin));
