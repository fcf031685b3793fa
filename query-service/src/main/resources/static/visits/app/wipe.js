// Wiping: what the PIN guards goes; what was never sent stays, but only the office can open it from then on.
import { shut } from './lock.js';
import { within } from './store.js';
import { tellTabs } from './tabs.js';

/** @param why SIGNED_OUT, WRONG_PIN or DEVICE_LOST; the next screen says it */
export async function wipe(why) {
  shut();
  await within(['meta', 'packs', 'items'], async ({ meta, packs, items }) => {
    await packs.clear();
    let unsent = 0;
    for (const item of await items.all()) {
      if (item.data === undefined) { await items.remove(item.id); continue; }
      unsent++;
      const { forPin, note, ...left } = item;
      await items.put({ ...left, locked: true });
    }
    await meta.remove('lock');
    await meta.remove('token');
    await meta.remove('device');
    await meta.put({ why, unsent, at: Date.now() }, 'wiped');
  });
  // another tab may hold the key in its memory
  tellTabs('wiped');
}

/** Packs whose day has come go, whether or not anybody gave the PIN; visits stay. Answers how many went. */
export async function wipeOldPacks(now = Date.now()) {
  return within(['packs'], async ({ packs }) => {
    const old = (await packs.all()).filter(pack => Date.parse(pack.wipeAt) <= now);
    for (const pack of old) await packs.remove(pack.packId);
    return old.length;
  });
}
