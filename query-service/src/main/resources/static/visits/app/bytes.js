// Bytes and their texts: base64, hex, SHA-256, random ids.
const utf8 = new TextEncoder();

export const bytesOf = text => utf8.encode(text);
export const textOf = bytes => new TextDecoder().decode(bytes);
export const random = length => crypto.getRandomValues(new Uint8Array(length));
export const newId = () => crypto.randomUUID();

export function base64(buffer) {
  const bytes = new Uint8Array(buffer);
  let text = '';
  // in slices: a picture has more bytes than a call may have arguments
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export const fromBase64 = text => Uint8Array.from(atob(text), one => one.charCodeAt(0));

export async function sha256(buffer) {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', buffer));
  return [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('');
}
