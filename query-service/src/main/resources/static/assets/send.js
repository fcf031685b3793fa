// Sends a command: one POST of JSON, with the proof that this browser's own page sends it.
import { words } from './words.js';

const cookie = name => document.cookie.split('; ').find(one => one.startsWith(name + '='))?.slice(name.length + 1);

/** A random id; also where the browser offers none, as on plain http in the office's own network. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/**
 * The answer as {ok, status, body}; a body that is no JSON is an empty object, and no connection is status 0.
 * @param body a plain object, or FormData for files
 */
export async function send(address, body, key = newId()) {
  const headers = {
    'Accept': 'application/json', 'Idempotency-Key': key, 'X-XSRF-TOKEN': decodeURIComponent(cookie('XSRF-TOKEN') ?? ''),
    'Accept-Language': document.documentElement.lang,
  };
  const isFile = body instanceof FormData;
  if (!isFile) headers['Content-Type'] = 'application/json';
  try {
    const answer = await fetch(address, { method: 'POST', headers, body: isFile ? body : JSON.stringify(body), redirect: 'manual' });
    if (answer.type === 'opaqueredirect' || answer.status === 401) return { ok: false, status: 401, body: { title: words.session } };
    const said = await answer.json().catch(() => ({}));
    return { ok: answer.ok, status: answer.status, body: said };
  } catch {
    return { ok: false, status: 0, body: { title: words.offline } };
  }
}
