// Taking along: the cases that somebody chose, sealed on the phone until their day comes.
import { newId } from './bytes.js';
import { token } from './device.js';
import { ask } from './line.js';
import { openKey } from './lock.js';
import { sealJson, unsealJson } from './seal.js';
import { all, write } from './store.js';

export const MOST = 50;

export const choices = async text => ask(await token(), `/api/visits/choices?q=${encodeURIComponent(text)}`);

/** Fetches cases and keeps them; answers as {@link ask}. */
export async function takeAlong(caseIds) {
  const packId = newId();
  const key = await token();
  const made = await ask(key, '/api/visits/packs', { json: { packId, cases: caseIds } });
  if (made.kind !== 'OK') return made;
  const got = await ask(key, `/api/visits/packs/${packId}`);
  if (got.kind !== 'OK') return got;
  const { wipeAt, takenAt, cases } = got.body;
  await write('packs', { packId, takenAt, wipeAt, ...await sealJson(openKey(), cases, packId) });
  return got;
}

/** All cards on the phone, the latest of each case, with the moment at which each goes. */
export async function cards() {
  const packs = (await all('packs')).sort((one, other) => Date.parse(one.takenAt) - Date.parse(other.takenAt));
  const latest = new Map();
  for (const pack of packs) {
    for (const card of await unsealJson(openKey(), pack, pack.packId)) {
      latest.set(card.caseId, { ...card, takenAt: pack.takenAt, wipeAt: pack.wipeAt });
    }
  }
  return [...latest.values()];
}

export const card = async caseId => (await cards()).find(one => one.caseId === caseId);
