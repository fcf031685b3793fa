// This phone as the office knows it: its id and public key in the open, its token under the PIN.
import { newId } from './bytes.js';
import { sealJson, unsealJson } from './seal.js';
import { choosePin, openKey } from './lock.js';
import { ask, askSignedIn, endSession } from './line.js';
import { read, within, write } from './store.js';

/** {deviceId, account, name, officeKey}; undefined before the first use and after wiping. */
export const device = () => read('meta', 'device');

export async function token() {
  const sealed = await read('meta', 'token');
  return sealed && openKey() ? unsealJson(openKey(), sealed, 'token') : null;
}

async function keepToken(text) {
  await write('meta', await sealJson(openKey(), text, 'token'), 'token');
}

// of this phone's making, so that an answer that was lost on the way makes no second phone
let idToBe = newId();

/** First use: the office gets to know this phone, and what comes with that goes under the PIN. Answers as {@link askSignedIn}. */
export async function makeKnown(name, pin) {
  const answer = await askSignedIn('/api/devices', { name, deviceId: idToBe });
  if (answer.kind !== 'OK') return answer;
  const { deviceId, token: text, officeKey } = answer.body;
  const who = await ask(text, '/api/visits/device');
  await choosePin(pin);
  await keepToken(text);
  idToBe = newId();
  await within(['meta'], async ({ meta }) => {
    await meta.put({ deviceId, officeKey, name, account: who.body?.account ?? null }, 'device');
    await meta.remove('wiped');
  });
  await endSession();
  return answer;
}

/** A new token for the same phone, when the old one holds no longer; nothing on the phone changes. */
export async function renew() {
  const { deviceId, name } = await device();
  const answer = await askSignedIn('/api/devices', { name, deviceId });
  if (answer.kind === 'OK') {
    await keepToken(answer.body.token);
    await endSession();
  }
  return answer;
}

/** Whether the browser promised not to throw away what lies here when it runs out of room. */
export async function persistence() {
  if (!navigator.storage?.persist) return false;
  return await navigator.storage.persisted() || navigator.storage.persist();
}
