// Visits and their files while they are drafts: made, changed, saved at every change, each under a key of its own.
import { newId, sha256 } from './bytes.js';
import { device } from './device.js';
import { openKey } from './lock.js';
import { itemKey, keyOfItem, seal, sealJson, unseal, unsealJson } from './seal.js';
import { all, read, within } from './store.js';
import { onTheWall, withOffset } from './report.js';

export const noteName = id => `note:${id}`;

async function newItem(id, kind, caseId, visitId, more, sealed) {
  const { deviceId, officeKey } = await device();
  const { key, forPin, forOffice } = await itemKey(openKey(), officeKey, id);
  const held = await sealed(key);
  await within(['items'], async ({ items }) => {
    const order = Math.max(0, ...(await items.all()).map(one => one.order)) + 1;
    await items.put({ id, kind, caseId, visitId, deviceId, order, state: 'DRAFT', forPin, forOffice, ...more, ...held });
  });
}

/** A new draft about a case; answers its id, which is the visit's everywhere and for ever. */
export async function begin(card) {
  const id = newId();
  const visit = { visitId: id, type: 'DOWN_VISIT', place: card.place.code, startedAt: withOffset(onTheWall(new Date())), attachments: [] };
  const note = await sealJson(openKey(), { number: card.number, title: card.title, place: card.place.name }, noteName(id));
  await newItem(id, 'VISIT', card.caseId, id, { note }, key => sealJson(key, visit, id));
  return id;
}

/** {item, visit, note}; the visit is null once it has arrived, all is null when there is no such item. */
export async function load(id) {
  const item = await read('items', id);
  if (!item || item.locked) return { item: null, visit: null, note: null };
  const visit = item.data === undefined ? null : await unsealJson(await keyOfItem(openKey(), item), item, id);
  return { item, visit, note: await unsealJson(openKey(), item.note, noteName(id)) };
}

/** Saves a draft; false when it is no draft any more, and then nothing was changed. */
export async function save(visit) {
  const id = visit.visitId;
  const known = await read('items', id);
  if (known?.state !== 'DRAFT') return false;
  const sealed = await sealJson(await keyOfItem(openKey(), known), visit, id);
  return within(['items'], async ({ items }) => {
    const item = await items.get(id);
    if (item?.state !== 'DRAFT') return false;
    await items.put({ ...item, ...sealed, changedAt: Date.now() });
    return true;
  });
}

/** Adds a file to a draft; false when the visit has these very bytes already. */
export async function attach(visit, caseId, bytes, name) {
  const hash = await sha256(bytes);
  if (visit.attachments.includes(hash)) return false;
  const id = newId();
  await newItem(id, 'FILE', caseId, visit.visitId, { sha256: hash, name, size: bytes.byteLength, received: 0 }, key => seal(key, bytes, id));
  visit.attachments.push(hash);
  await save(visit);
  return true;
}

export async function detach(visit, file) {
  visit.attachments = visit.attachments.filter(hash => hash !== file.sha256);
  await save(visit);
  await within(['items'], async ({ items }) => { await items.remove(file.id); });
}

export const filesOf = async visitId =>
  (await all('items')).filter(item => item.kind === 'FILE' && item.visitId === visitId).sort((one, other) => one.order - other.order);

/** The bytes of a file on the phone. */
export const bytesOfFile = async item => unseal(await keyOfItem(openKey(), item), item, item.id);

/** Throws a draft away, files and all; whoever calls has asked. */
export async function discard(visitId) {
  await within(['items'], async ({ items }) => {
    for (const item of await items.all()) if (item.visitId === visitId && item.state === 'DRAFT') await items.remove(item.id);
  });
}
