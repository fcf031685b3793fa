// About this phone: language, lock, what is kept, signing out.
import { alarm, button, confirmed, el, line, tell, title } from './dom.js';
import { exportUnsent } from './bundle.js';
import { device, persistence } from './device.js';
import { install } from './install.js';
import { shut } from './lock.js';
import { unsent } from './outbox.js';
import { tryNow } from './retry.js';
import { version } from './shell.js';
import { wipe } from './wipe.js';
import { choose, language, say } from './words.js';

export async function phoneScreen(go) {
  const { account, name } = await device();
  const left = (await unsent()).length;
  const kept = el('p', {}, say(await persistence() ? 'kept.yes' : 'kept.no'));
  const out = async () => {
    if (!await confirmed(say(left ? 'phone.outUnsent' : 'phone.outSure', left), 'phone.out')) return;
    await wipe('SIGNED_OUT');
    go('#/');
  };
  return el('section', {}, title('phone'),
    el('p', {}, say('phone.of', account ?? '', name)), kept,
    el('div', { class: 'stack' },
      el('button', { type: 'button', class: 'quiet', lang: language() === 'en' ? 'zh-CN' : 'en', onclick: () => { choose(language() === 'en' ? 'zh' : 'en'); go(); } },
        language() === 'en' ? '中文' : 'English'),
      install.possible() ? button('phone.install', install.ask, { class: 'quiet' }) : null,
      button('phone.lock', () => { shut(); go(); }, { class: 'quiet' })),
    line('phone.installHint'),
    el('h2', {}, say('phone.out')),
    left ? [alarm(say('phone.unsent', left)), el('div', { class: 'actions' },
      button('outbox.send', () => { tryNow(); go('#/outbox'); }), button('outbox.export', async () => { await exportUnsent(); tell('exported'); }, { class: 'quiet' }))] : line('phone.outWhat'),
    el('p', {}, button('phone.out', out, { class: 'grave' })),
    el('p', {}, el('a', { class: 'button quiet', href: '/help/phone' }, say('phone.help'))),
    el('p', { class: 'hint' }, say('phone.version', await version())));
}
