// Keys: what is sealed under the PIN's data key, and the key that each item has of its own, wrapped for the PIN and for the office.
import { base64, bytesOf, fromBase64, random, textOf } from './bytes.js';

const AES = 'AES-GCM';
const both = ['encrypt', 'decrypt'];

export const importKey = raw => crypto.subtle.importKey('raw', raw, AES, false, both);

/** @param name what the sealed bytes belong to; they open as nothing else */
export async function seal(key, bytes, name) {
  const iv = random(12);
  return { iv, data: await crypto.subtle.encrypt({ name: AES, iv, additionalData: bytesOf(name) }, key, bytes) };
}

export const unseal = (key, sealed, name) =>
  crypto.subtle.decrypt({ name: AES, iv: sealed.iv, additionalData: bytesOf(name) }, key, sealed.data);

export const sealJson = (key, value, name) => seal(key, bytesOf(JSON.stringify(value)), name);
export const unsealJson = async (key, sealed, name) => JSON.parse(textOf(await unseal(key, sealed, name)));

/** The office's public key, which only seals. */
export const officeKey = spki =>
  crypto.subtle.importKey('spki', fromBase64(spki), { name: 'RSA-OAEP', hash: 'SHA-256' }, false, ['encrypt']);

/** A new item's key: as it works, under the PIN's key, and under the office's. */
export async function itemKey(dataKey, spki, id) {
  const raw = random(32);
  const forOffice = base64(await crypto.subtle.encrypt('RSA-OAEP', await officeKey(spki), raw));
  const forPin = await seal(dataKey, raw, `key:${id}`);
  const key = await importKey(raw);
  raw.fill(0);
  return { key, forPin, forOffice };
}

export const keyOfItem = async (dataKey, item) => importKey(await unseal(dataKey, item.forPin, `key:${item.id}`));
