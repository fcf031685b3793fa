// The clock of the wall, and the mark that its numbers are old: what cannot be refreshed must not look fresh.
const offset = /([+-])(\d\d):(\d\d)/.exec(document.body.dataset.offset) ?? [0, '+', 0, 0];
const zone = (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3])) * 60000;
const skew = Number(document.body.dataset.now) - Date.now();
const stale = document.getElementById('stale');
const language = document.documentElement.lang;
const refreshed = () => { last = Date.now(); stale.hidden = true; };
let last = Date.now();

function tick() {
  const now = new Date(Date.now() + skew + zone);
  document.getElementById('clock').textContent = now.toISOString().slice(11, 16);
  document.getElementById('day').textContent = now.toLocaleDateString(language, { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' });
  // a screen that slept, or a request that neither came back nor failed
  if (Date.now() - last > 75000) stale.hidden = false;
}

tick();
setInterval(tick, 1000);
document.addEventListener('htmx:afterSettle', refreshed);
for (const failure of ['htmx:sendError', 'htmx:timeout', 'htmx:responseError']) document.addEventListener(failure, () => { stale.hidden = false; });
// a session that ended answers with the sign-in page, which has no numbers
document.addEventListener('htmx:beforeSwap', event => {
  if (new URL(event.detail.xhr.responseURL || location.href).pathname === '/wall') return;
  event.detail.shouldSwap = false;
  stale.hidden = false;
});
