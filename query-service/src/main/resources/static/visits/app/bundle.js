// What could not be sent, as a file for the desk. It needs no PIN and nobody can read it but the office's own server.
import { base64 } from './bytes.js';
import { within } from './store.js';
import { changed, unsent } from './outbox.js';

const FORMAT = 'doorstep-visits-1';

const line = item => JSON.stringify({
  id: item.id, kind: item.kind, caseId: item.caseId,
  ...(item.kind === 'FILE' ? { sha256: item.sha256, name: item.name } : {}),
  key: item.forOffice, iv: base64(item.iv), data: base64(item.data),
});

const MOST_BYTES = 50_000_000;

/** One file for each phone that this one has been: after wiping and beginning anew there may be two. None larger than the desk takes. */
export async function bundles() {
  const made = grouped((await unsent()).sort((one, other) => one.order - other.order));
  return made.map(({ deviceId, items }, number) => {
    const parts = [`{"format":"${FORMAT}","deviceId":${JSON.stringify(deviceId)},"items":[`];
    items.forEach((item, i) => parts.push(i ? ',\n' : '\n', line(item)));
    return { name: `visits-${deviceId.slice(0, 8)}-${new Date().toISOString().slice(0, 10)}-${number + 1}.json`,
      ids: items.map(item => item.id), blob: new Blob([...parts, '\n]}'], { type: 'application/json' }) };
  });
}

function grouped(items) {
  const groups = [];
  for (const item of items) {
    let group = groups.findLast(one => one.deviceId === item.deviceId && one.bytes < MOST_BYTES);
    if (!group) groups.push(group = { deviceId: item.deviceId, items: [], bytes: 0 });
    group.items.push(item);
    group.bytes += item.data.byteLength * 1.34;
  }
  return groups;
}

/** Hands the files to the browser's downloads, and remembers that it was done. */
export async function exportUnsent() {
  const made = await bundles();
  for (const { name, blob, ids } of made) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    await within(['items'], async ({ items }) => {
      for (const id of ids) {
        const item = await items.get(id);
        if (item) await items.put({ ...item, exportedAt: Date.now() });
      }
    });
  }
  changed();
  return made.length;
}
