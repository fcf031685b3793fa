// The line to the office. Every answer becomes one of five kinds, so that nobody takes a torn line or a stranger's page for a receipt:
//   OK {body} · REFUSED {problem} · SIGN_IN · LOST · LATER {seconds}
import { language } from './words.js';

const LONGEST = 60_000;

const later = answer => ({ kind: 'LATER', seconds: Number(answer?.headers.get('Retry-After')) || 0 });

async function judged(request) {
  let answer;
  try {
    answer = await request();
    const type = answer.headers.get('Content-Type') ?? '';
    // a café's own page answers 200 or 403 too, but not in our words
    if (!/^application\/(problem\+)?json/.test(type)) return later(answer);
    const body = await answer.json();
    if (answer.ok) return { kind: 'OK', body };
    if (answer.status >= 500 || [408, 425, 429].includes(answer.status) || !body.code) return later(answer);
    if (answer.status === 401) return { kind: body.code === 'DEVICE_LOST' ? 'LOST' : 'SIGN_IN' };
    return { kind: 'REFUSED', problem: { status: answer.status, code: body.code, title: body.title ?? '', errors: body.errors ?? [] } };
  } catch {
    return later();
  }
}

/** @param what {json} or {bytes} for a POST; nothing for a GET */
export const ask = (token, path, what) => judged(() => fetch(path, {
  method: what ? 'POST' : 'GET',
  headers: {
    'Authorization': `Bearer ${token}`, 'Accept': 'application/json', 'Accept-Language': language(),
    ...(what ? { 'Content-Type': what.json ? 'application/json' : 'application/octet-stream' } : {}),
  },
  body: what?.json ? JSON.stringify(what.json) : what?.bytes,
  // the token is all that counts, and no answer is to be kept anywhere
  credentials: 'omit', cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(LONGEST),
}));

const cookie = name => document.cookie.split('; ').find(one => one.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';

/** As whoever is signed in with this browser at the moment. */
export const askSignedIn = (path, json) => judged(() => fetch(path, {
  method: 'POST',
  headers: {
    'Content-Type': 'application/json', 'Accept': 'application/json', 'Accept-Language': language(),
    'X-XSRF-TOKEN': decodeURIComponent(cookie('XSRF-TOKEN')),
  },
  body: JSON.stringify(json), cache: 'no-store', redirect: 'error', signal: AbortSignal.timeout(LONGEST),
}));

/** Ends the browser's session: from here on the PIN is the way in. */
export const endSession = () => fetch('/logout', {
  method: 'POST', headers: { 'X-XSRF-TOKEN': decodeURIComponent(cookie('XSRF-TOKEN')) }, redirect: 'manual',
}).catch(() => undefined);
