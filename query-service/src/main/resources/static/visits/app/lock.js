// The PIN. PIN → PBKDF2 → opens, together with a key that this browser gives to nobody, the data key; ten wrong ones and that is gone.
import { bytesOf, random } from './bytes.js';
import { read, within, write } from './store.js';
import { importKey, seal, unseal } from './seal.js';

const ROUNDS = 600_000;
export const MOST_WRONG = 10;

let dataKey = null;

/** The data key while unlocked, else null. Only in this tab's memory. */
export const openKey = () => dataKey;
export const isOpen = () => dataKey !== null;
export function shut() { dataKey = null; }

/** Why a PIN will not do, as a word; null when it will. */
export function weakness(pin) {
  if (!/^\d{6,32}$/.test(pin)) return 'pinShort';
  const steps = [...pin].slice(1).map((digit, i) => digit - pin[i]);
  return steps.every(step => step === steps[0]) && Math.abs(steps[0]) <= 1 ? 'pinPlain' : null;
}

async function pinKey(pin, salt, rounds) {
  const material = await crypto.subtle.importKey('raw', bytesOf(pin), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material,
    { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Chooses a PIN: a new data key under it; what an earlier PIN guarded stays closed for ever. */
export async function choosePin(pin) {
  const raw = random(32);
  const deviceKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const salt = random(16);
  const inner = await seal(await pinKey(pin, salt, ROUNDS), raw, 'pin');
  const outer = await seal(deviceKey, inner.data, 'device');
  await write('meta', { deviceKey, salt, rounds: ROUNDS, innerIv: inner.iv, outer, wrong: 0 }, 'lock');
  dataKey = await importKey(raw);
  raw.fill(0);
}

export const isChosen = async () => await read('meta', 'lock') !== undefined;

/** How many tries are left; 0 once unlocked is out of the question. */
export const triesLeft = async () => MOST_WRONG - ((await read('meta', 'lock'))?.wrong ?? 0);

/**
 * Tries a PIN: true when it opened. The try is counted before it is made, so that nobody gains one by ending the program.
 */
export async function unlock(pin) {
  const lock = await within(['meta'], async ({ meta }) => {
    const held = await meta.get('lock');
    if (held === undefined || held.wrong >= MOST_WRONG) return null;
    await meta.put({ ...held, wrong: held.wrong + 1 }, 'lock');
    return held;
  });
  if (lock === null) return false;
  try {
    const inner = await unseal(lock.deviceKey, lock.outer, 'device');
    const raw = await unseal(await pinKey(pin, lock.salt, lock.rounds), { iv: lock.innerIv, data: inner }, 'pin');
    dataKey = await importKey(raw);
  } catch {
    return false;
  }
  await within(['meta'], async ({ meta }) => {
    const held = await meta.get('lock');
    if (held) await meta.put({ ...held, wrong: 0 }, 'lock');
  });
  return true;
}
