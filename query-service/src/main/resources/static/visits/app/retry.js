// When to try again: on opening, when the network or the screen comes back, on the button, and after pauses that grow.
import { pass } from './sync.js';

const PAUSES = [5, 15, 60, 300, 900];
let failures = 0;
let timer;
let running = false;
let told = { result: null, nextAt: null, running: false };
const listeners = new Set();

/** {result, nextAt, running} of the latest pass. */
export const situation = () => told;
export function onSituation(listener) { listeners.add(listener); }

function tell(change) {
  told = { ...told, ...change };
  listeners.forEach(listener => listener());
}

/** Tries now; several calls at once are one. */
export async function tryNow() {
  if (running) return;
  running = true;
  clearTimeout(timer);
  tell({ running: true, nextAt: null });
  let result;
  try {
    result = await pass();
  } catch (failure) {
    console.warn('sending failed', failure.name);
    result = 'LATER';
  }
  running = false;
  failures = result === 'LATER' ? failures + 1 : 0;
  const again = result === 'LATER' || result === 'BUSY';
  const pause = PAUSES[Math.min(failures, PAUSES.length) - 1] ?? PAUSES[0];
  // not all phones of a county in the same second after the mast is back
  const seconds = pause * (0.8 + Math.random() * 0.4);
  if (again) timer = setTimeout(tryNow, seconds * 1000);
  tell({ running: false, result, nextAt: again ? Date.now() + seconds * 1000 : null });
}

export function watchTheLine() {
  addEventListener('online', tryNow);
  document.addEventListener('visibilitychange', () => { if (!document.hidden) tryNow(); });
}
