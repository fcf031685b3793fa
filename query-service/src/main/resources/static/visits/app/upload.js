// A file in pieces of 64 KiB: asks how far it is, goes on from there, and is done when the office has proved the hash.
import { ask } from './line.js';
import { progress } from './outbox.js';
import { bytesOfFile } from './visits.js';

const PIECE = 64 * 1024;
const MOST_STUMBLES = 4;

export async function sendFile(key, item) {
  const bytes = await bytesOfFile(item);
  const address = `/api/cases/${item.caseId}/uploads/${item.sha256}`;
  const piece = from => ask(key, `${address}?offset=${from}&size=${item.size}&name=${encodeURIComponent(item.name)}`,
    { bytes: bytes.slice(from, Math.min(from + PIECE, item.size)) });
  const question = () => ask(key, `${address}?offset=0&size=${item.size}&name=${encodeURIComponent(item.name)}`, { bytes: new ArrayBuffer(0) });
  let stumbles = 0;
  let furthest = item.received;
  let answer = furthest > 0 ? await question() : await piece(0);
  for (;;) {
    if (answer.kind === 'OK') {
      const { received, complete, remarks } = answer.body;
      if (complete === true) return { kind: 'OK', body: { remarks } };
      if (!Number.isInteger(received) || received < 0 || received > item.size) return { kind: 'LATER', seconds: 0 };
      if (received > furthest) stumbles = 0;
      // all of it is there and yet not complete, or no step forward: not for ever
      else if (++stumbles > MOST_STUMBLES) return { kind: 'LATER', seconds: 0 };
      if (received !== furthest) await progress(item.id, received);
      furthest = received;
      answer = await piece(received);
    } else if (answer.kind === 'LATER' && answer.seconds === 0 && ++stumbles <= MOST_STUMBLES) {
      answer = await question();
    } else if (answer.kind === 'REFUSED' && answer.problem.code === 'HASH_DIFFERS' && ++stumbles <= MOST_STUMBLES) {
      furthest = 0;
      await progress(item.id, 0);
      answer = await piece(0);
    } else {
      return answer;
    }
  }
}
