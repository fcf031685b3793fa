// The outbox: which state each item is in, and the only ways from one into another.
//   DRAFT → WAITING → SENDING → ARRIVED or DECISION (arrived, and a person at the office has to decide) or REFUSED → DRAFT
import { openKey } from './lock.js';
import { sealJson, unsealJson } from './seal.js';
import { all, read, within } from './store.js';
import { onTabs, tellTabs } from './tabs.js';
import { noteName } from './visits.js';

const here = new Set();

/** Calls back whenever something changed, in this tab or another. */
export function onChange(listener) { here.add(listener); }
onTabs(what => { if (what === 'changed') here.forEach(listener => listener()); });
export function changed() { tellTabs('changed'); here.forEach(listener => listener()); }

async function move(visitId, from, to) {
  const moved = await within(['items'], async ({ items }) => {
    const parts = (await items.all()).filter(item => item.visitId === visitId && item.data !== undefined);
    const visit = parts.find(item => item.kind === 'VISIT');
    if (!visit || !from.includes(visit.state)) return false;
    for (const part of parts) await items.put({ ...part, state: to, refusal: undefined });
    return true;
  });
  changed();
  return moved;
}

/** Done with writing: from here on it waits for the line. */
export const handOver = visitId => move(visitId, ['DRAFT'], 'WAITING');

/** Back to writing; false once sending has begun, since the office may have it by then. */
export const takeBack = visitId => move(visitId, ['WAITING', 'REFUSED'], 'DRAFT');

/** The item as it will be sent from now on, unchangeable; null when it is not to be sent. */
export async function claim(id) {
  const claimed = await within(['items'], async ({ items }) => {
    const item = await items.get(id);
    if (!item || item.locked || !['WAITING', 'SENDING'].includes(item.state)) return null;
    const sending = { ...item, state: 'SENDING' };
    await items.put(sending);
    return sending;
  });
  changed();
  return claimed;
}

async function change(id, how) {
  await within(['items'], async ({ items }) => {
    const item = await items.get(id);
    if (item) await items.put(how(item));
  });
  changed();
}

export const progress = (id, received) => change(id, item => ({ ...item, received }));

/** The server's receipt is here: only now the content leaves the phone. */
export async function arrived(id, receipt) {
  const item = await read('items', id);
  const said = { ...await noteOf(item), at: new Date().toISOString(), ...receipt };
  const note = await sealJson(openKey(), said, noteName(id));
  const state = receipt.remarks?.length ? 'DECISION' : 'ARRIVED';
  await change(id, ({ iv, data, forPin, forOffice, ...left }) => ({ ...left, note, state, refusal: undefined }));
}

/** @param refusal {code, title, errors}: words about form, never of content */
export const refused = (id, refusal) => change(id, item => ({ ...item, state: 'REFUSED', refusal }));

/** A file that was refused may be tried again. */
export const again = id => change(id, item => item.state === 'REFUSED' && item.kind === 'FILE' ? { ...item, state: 'WAITING', received: 0 } : item);

const noteOf = async item => item.note && openKey() ? unsealJson(openKey(), item.note, noteName(item.id)) : {};

/** All visits, oldest first, each with its note and files. */
export async function list() {
  const items = (await all('items')).sort((one, other) => one.order - other.order);
  const visits = items.filter(item => item.kind === 'VISIT' && !item.locked);
  return Promise.all(visits.map(async visit => ({
    visit, note: await noteOf(visit),
    files: await Promise.all(items.filter(item => item.kind === 'FILE' && item.visitId === visit.id).map(async file => ({ ...file, said: await noteOf(file) }))),
  })));
}

const isDone = item => ['ARRIVED', 'DECISION'].includes(item.state);

/** What has not arrived, drafts too; the locked ones are those that only the office can open. */
export const unsent = async () => (await all('items')).filter(item => item.data !== undefined && !isDone(item));

/** Takes the lines of visits away that have arrived with everything. */
export async function tidy() {
  await within(['items'], async ({ items }) => {
    const every = await items.all();
    const open = new Set(every.filter(item => !isDone(item)).map(item => item.visitId));
    for (const item of every) if (!open.has(item.visitId)) await items.remove(item.id);
  });
  changed();
}

/** Gives an item up, after whoever holds the phone was asked. */
export async function giveUp(id) {
  await within(['items'], async ({ items }) => { await items.remove(id); });
  changed();
}
