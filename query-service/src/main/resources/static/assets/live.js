// A case that is open on the screen shows what others do to it: the server tells the version, the page asks for itself again.
import { toast } from './toast.js';
import { words } from './words.js';

const page = document.querySelector('[data-live]');
let stream;
let mineUpTo = 0;

const version = () => Number(document.querySelector('[data-version]')?.dataset.version ?? 0);
const writing = () => document.querySelector('.steps details[open]') && [...document.querySelectorAll('.steps details[open] form')]
  .some(form => [...form.elements].some(field => field.name && field.type !== 'hidden' && !field.dataset.fixed && field.value !== field.defaultValue && field.tagName !== 'SELECT'));

/** Takes over what the server has; forms that somebody is filling in stay as they are. */
async function refresh(atLeast, mine) {
  const address = new URL(location.href);
  address.searchParams.set('version', atLeast);
  const answer = await fetch(address, { headers: { 'Accept': 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const keepForms = !mine && writing();
  for (const part of document.querySelectorAll('[data-part]')) {
    if (keepForms && part.dataset.part === 'steps') continue;
    const other = fresh.querySelector(`[data-part="${part.dataset.part}"]`);
    if (other) part.replaceWith(document.importNode(other, true));
  }
  window.htmx?.process(document.getElementById('page'));
  if (document.getElementById('timeline')) window.htmx?.trigger('#timeline', 'doorstep:refreshed');
  if (!mine) toast(words.changed);
}

function listen() {
  stream?.close();
  stream = new EventSource(page.dataset.live);
  stream.addEventListener('version', event => {
    const now = Number(event.data);
    // what this page is just doing itself, its own answer will tell
    if (now > version() && now > mineUpTo && !document.body.dataset.sending) refresh(now, false);
  });
}

if (page) {
  listen();
  // a browser has few connections to one server: a hidden tab gives its own back
  document.addEventListener('visibilitychange', () => document.hidden ? stream.close() : listen());
  document.addEventListener('doorstep:changed', event => {
    mineUpTo = event.detail.version;
    refresh(mineUpTo, true);
  });
}
