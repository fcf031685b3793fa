// Sending: one case after the other, oldest visit first, its files behind it. What the office has not confirmed stays and is tried again.
import { device, token } from './device.js';
import { ask } from './line.js';
import { isOpen, openKey } from './lock.js';
import * as outbox from './outbox.js';
import { keyOfItem, unsealJson } from './seal.js';
import { all } from './store.js';
import { sendFile } from './upload.js';
import { wipe } from './wipe.js';

let clockError = 0;

/** By how many minutes this phone's clock is wrong, as far as the office told. */
export const minutesOff = () => Math.round(Math.abs(clockError) / 60_000);

/** What a pass came to: DONE, LATER (the line failed), SIGN_IN, LOST, BUSY (another tab sends), LOCKED. */
export async function pass() {
  if (!isOpen()) return 'LOCKED';
  return navigator.locks.request('doorstep-visits-sync', { ifAvailable: true }, async held => held ? sendAll() : 'BUSY');
}

const open = item => item.data !== undefined && !item.locked && ['WAITING', 'SENDING'].includes(item.state);
const confirmed = item => ['ARRIVED', 'DECISION'].includes(item.state);

async function sendAll() {
  const items = (await all('items')).sort((one, other) => one.order - other.order);
  if (!items.some(open)) return 'DONE';
  const key = await token();
  const known = await ask(key, '/api/visits/device');
  if (known.kind === 'LOST') { await wipe('DEVICE_LOST'); return 'LOST'; }
  if (known.kind === 'REFUSED') return 'LATER';
  if (known.kind !== 'OK') return known.kind;
  if (known.body.deviceId !== (await device())?.deviceId) return 'LATER';
  clockError = Date.parse(known.body.serverTime) - Date.now();
  let result = 'DONE';
  for (const caseId of new Set(items.map(item => item.caseId))) {
    // a case whose line failed waits; the others go on
    const came = await sendCase(key, items.filter(item => item.caseId === caseId));
    if (came === 'LOST') { await wipe('DEVICE_LOST'); return 'LOST'; }
    if (came === 'SIGN_IN' || came === 'LOCKED') return came;
    if (came === 'LATER') result = 'LATER';
  }
  return result;
}

async function sendCase(key, items) {
  for (const visit of items.filter(item => item.kind === 'VISIT' && !item.locked)) {
    let held = confirmed(visit);
    if (open(visit)) {
      const came = await send(key, visit, sendVisit);
      if (came !== 'ARRIVED' && came !== 'REFUSED') return came;
      held = came === 'ARRIVED';
    }
    if (!held) continue;
    for (const file of items.filter(item => item.kind === 'FILE' && item.visitId === visit.id && open(item))) {
      const came = await send(key, file, sendFile);
      if (came !== 'ARRIVED' && came !== 'REFUSED') return came;
    }
  }
  return 'DONE';
}

/** One item to its end: ARRIVED, REFUSED, or why it has to wait. */
async function send(key, { id }, how) {
  if (!isOpen()) return 'LOCKED';
  const item = await outbox.claim(id);
  if (item === null) return 'REFUSED';
  const answer = await how(key, item);
  if (answer.kind === 'OK') {
    await outbox.arrived(id, answer.body);
    return 'ARRIVED';
  }
  if (answer.kind === 'REFUSED') await outbox.refused(id, answer.problem);
  return answer.kind;
}

async function sendVisit(key, item) {
  const json = await unsealJson(await keyOfItem(openKey(), item), item, item.id);
  const answer = await twice(() => ask(key, `/api/cases/${item.caseId}/visits`, { json }));
  if (answer.kind !== 'OK') return answer;
  const { caseId, number, version, remarks } = answer.body;
  // a receipt names what it is for
  return caseId === item.caseId && Number.isInteger(version) ? { kind: 'OK', body: { number, remarks } } : { kind: 'LATER', seconds: 0 };
}

/** A torn line is often whole again a moment later. */
export async function twice(request) {
  const first = await request();
  return first.kind === 'LATER' && first.seconds === 0 ? request() : first;
}
