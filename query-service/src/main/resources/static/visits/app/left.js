// What was left behind by wiping: unsent visits that only the office can open. They can be given out as a file, and given up after that.
import { alarm, button, confirmed, el, tell } from './dom.js';
import { exportUnsent } from './bundle.js';
import { giveUp, unsent } from './outbox.js';
import { say } from './words.js';

export async function leftBehind(go) {
  const locked = (await unsent()).filter(item => item.locked);
  if (locked.length === 0) return null;
  const visits = locked.filter(item => item.kind === 'VISIT').length;
  const given = locked.every(item => item.exportedAt);
  return el('div', { class: 'card', id: 'left' },
    alarm(say('left.what', visits, locked.length - visits)),
    el('p', {}, say('left.how')),
    el('div', { class: 'actions' },
      button('left.export', async () => { await exportUnsent(); tell('exported'); go(); }),
      given ? button('left.giveUp', async () => {
        if (!await confirmed(say('left.sure'), 'left.giveUp')) return;
        for (const item of locked) await giveUp(item.id);
        go();
      }, { class: 'grave' }) : null));
}
