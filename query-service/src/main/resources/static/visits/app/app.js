// The app: which screen stands, and when it locks itself.
import { beginScreen, unsafeScreen } from './begin-screen.js';
import { caseScreen, casesScreen } from './cases-screen.js';
import { el, tell } from './dom.js';
import { renew } from './device.js';
import { isChosen, isOpen, shut } from './lock.js';
import { lockScreen } from './lock-screen.js';
import { outboxScreen } from './outbox-screen.js';
import { phoneScreen } from './phone-screen.js';
import { onSituation, situation, tryNow, watchTheLine } from './retry.js';
import { keepShell } from './shell.js';
import { onTabs } from './tabs.js';
import { takeScreen } from './take-screen.js';
import { visitScreen } from './visit-screen.js';
import { wipeOldPacks } from './wipe.js';
import { language, say } from './words.js';

const AWAY = 3 * 60_000;
const TABS = ['cases', 'outbox', 'take', 'phone'];
const place = document.getElementById('screen');
const tabs = document.getElementById('tabs');
const isSafe = window.isSecureContext && crypto.subtle && navigator.serviceWorker && window.indexedDB;
let drawn = 0;

/** Goes to an address of the app; without one draws what stands there anew. */
function go(to) {
  if (to && location.hash !== to) location.hash = to;
  else show();
}

async function screen() {
  if (!isSafe) return unsafeScreen();
  const [, name, id] = location.hash.split('/');
  if (!await isChosen()) return beginScreen(name === 'begin', go);
  if (!isOpen()) return lockScreen(opened);
  switch (name) {
    case 'case': return caseScreen(id, go);
    case 'visit': return visitScreen(id, go);
    case 'outbox': return outboxScreen(go);
    case 'take': return takeScreen(go);
    case 'phone': return phoneScreen(go);
    default: return casesScreen();
  }
}

async function show() {
  const mine = ++drawn;
  document.documentElement.lang = language();
  document.title = `${say('visits')} · ${say('product')}`;
  const node = await screen();
  if (mine !== drawn) return;
  place.replaceChildren(node);
  showTabs();
  if (!node.querySelector('[autofocus]')) place.focus({ preventScroll: true });
  else node.querySelector('[autofocus]').focus();
  scrollTo(0, 0);
}

function showTabs() {
  tabs.hidden = !isOpen();
  tabs.setAttribute('aria-label', say('menu'));
  const at = location.hash.split('/')[1];
  const now = TABS.includes(at) ? at : 'cases';
  tabs.replaceChildren(...TABS.map(name => el('a', { href: `#/${name}`, 'aria-current': name === now ? 'page' : null }, say(`tab.${name}`))));
}

/** After the PIN: a new token when somebody has just signed in for one, and what waits goes out. */
async function opened() {
  if (location.hash === '#/begin') {
    const answer = await renew();
    tell(answer.kind === 'OK' ? 'renewed' : `line.${answer.kind}`);
    location.hash = '#/outbox';
  }
  show();
  tryNow();
}

/** Out of sight for some minutes, it asks for the PIN again. */
function lockWhenAway() {
  let timer;
  let since = null;
  const lock = () => { if (isOpen()) { shut(); show(); } };
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) {
      since = Date.now();
      timer = setTimeout(lock, AWAY);
    } else if (since !== null && Date.now() - since > AWAY) lock();
  });
}

async function start() {
  if (isSafe) {
    keepShell();
    await wipeOldPacks();
    lockWhenAway();
    watchTheLine();
    onTabs(what => { if (what === 'wiped') location.reload(); });
    // the office may have told that this phone is lost
    onSituation(() => { if (situation().result === 'LOST' && !situation().running) show(); });
    setInterval(async () => { if (await wipeOldPacks() && isOpen()) show(); }, 60_000);
  }
  addEventListener('hashchange', show);
  await show();
}

start();
