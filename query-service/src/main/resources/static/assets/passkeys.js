// Passkeys: a form that signs in with one, and one that adds one. Both stay hidden where this browser, or this address, can have none.
import { clearFaults, showFaults } from './commands.js';
import { read } from './fields.js';
import { send } from './send.js';
import { words } from './words.js';

const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
const fits = domain => location.hostname === domain || location.hostname.endsWith('.' + domain);

async function sign(begun) {
  const { id, response } = await navigator.credentials.get({ publicKey: {
    challenge: bytes(begun.challenge), timeout: begun.timeout, userVerification: 'required',
  } });
  return {
    id, clientData: text(response.clientDataJSON), authenticatorData: text(response.authenticatorData),
    signature: text(response.signature), owner: response.userHandle?.byteLength ? text(response.userHandle) : undefined,
  };
}

async function make(begun, label) {
  const { id, response } = await navigator.credentials.create({ publicKey: {
    challenge: bytes(begun.challenge), timeout: begun.timeout, attestation: 'none',
    rp: { name: 'Doorstep' }, user: { id: bytes(begun.owner), name: begun.account, displayName: begun.account },
    pubKeyCredParams: begun.algorithms.map(alg => ({ type: 'public-key', alg })),
    excludeCredentials: begun.have.map(one => ({ type: 'public-key', id: bytes(one) })),
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
  } });
  return {
    label, id, clientData: text(response.clientDataJSON), attestation: text(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

/** Answers where to go; whatever went wrong is thrown as a problem. */
async function submit(form) {
  const adds = form.dataset.passkey === 'add';
  const place = adds ? '/api/me/passkeys' : '/api/sign-in/passkey';
  const { label, ...proof } = adds ? read(form) : {};
  const begun = await send(`${place}/challenge`, proof);
  if (!begun.ok) throw begun.body;
  let made;
  try {
    made = adds ? await make(begun.body, label) : await sign(begun.body);
  } catch (refused) {
    throw { title: refused.name === 'InvalidStateError' ? words.passkeyKnown : words.passkeyNone };
  }
  const done = await send(place, made);
  if (!done.ok) throw done.body;
  return done.body.to;
}

document.querySelectorAll('form[data-passkey]').forEach(form => {
  const possible = window.PublicKeyCredential !== undefined && fits(form.dataset.domain);
  form.hidden = !possible;
  if (form.nextElementSibling?.matches('[data-otherwise]')) form.nextElementSibling.hidden = possible;
  form.addEventListener('submit', async event => {
    event.preventDefault();
    clearFaults(form);
    const button = form.querySelector('[type=submit]');
    button.disabled = true;
    try {
      const to = await submit(form);
      location.assign(to ?? '/me');
    } catch (problem) {
      showFaults(form, problem);
    }
    button.disabled = false;
  });
});
