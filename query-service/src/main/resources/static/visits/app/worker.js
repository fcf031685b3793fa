// Keeps the shell of the app, whole or not at all, and nothing else: no answer with data ever lies here.
// VERSION and FILES {address: hash} stand before this, from the server's own files.
const PREFIX = 'doorstep-visits-';
const CACHE = PREFIX + VERSION;

async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(Object.entries(FILES).map(async ([address, integrity]) => {
    const answer = await fetch(address, { integrity, cache: 'no-cache', credentials: 'omit', redirect: 'error' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await cache.put(address, answer);
  }));
}

async function tidy() {
  const old = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map(name => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener('install', event => event.waitUntil(keep()));
self.addEventListener('activate', event => event.waitUntil(tidy()));
self.addEventListener('fetch', event => {
  const address = new URL(event.request.url);
  if (event.request.method !== 'GET' || address.origin !== self.location.origin || !Object.hasOwn(FILES, address.pathname)) return;
  event.respondWith(caches.open(CACHE).then(cache => cache.match(address.pathname)).then(kept => kept ?? fetch(event.request)));
});
