// What is on its way: each visit and each file with its state in words.
import { alarm, button, confirmed, el, line, tell, title } from './dom.js';
import { SIGN_IN } from './begin-screen.js';
import { exportUnsent } from './bundle.js';
import { leftBehind } from './left.js';
import * as outbox from './outbox.js';
import { onSituation, situation, tryNow } from './retry.js';
import { minutesOff } from './sync.js';
import { knows, moment, say } from './words.js';

const isDone = item => ['ARRIVED', 'DECISION'].includes(item.state);

export async function outboxScreen(go) {
  const head = el('div', { role: 'status' });
  const lines = el('ul', { class: 'rows', id: 'outbox' });
  const foot = el('div', { class: 'actions' });
  let drawing = Promise.resolve();
  const draw = () => { drawing = drawing.then(async () => { if (lines.isConnected) await fill(); }); };
  const fill = async () => {
    const visits = await outbox.list();
    head.replaceChildren(...news(visits));
    lines.replaceChildren(...visits.map(one => entry(one)));
    const unsent = visits.some(one => [one.visit, ...one.files].some(item => item.data !== undefined && !isDone(item)));
    foot.replaceChildren(...[
      unsent && button('outbox.export', async () => { await exportUnsent(); tell('exported'); }, { class: 'quiet' }),
      visits.some(one => isDone(one.visit)) && button('outbox.tidy', outbox.tidy, { class: 'quiet' }),
    ].filter(Boolean));
  };
  outbox.onChange(draw);
  onSituation(draw);
  const node = el('section', {}, title('outbox'), head,
    el('p', {}, button('outbox.send', tryNow, { class: 'big', id: 'send' })), lines, foot, await leftBehind(go));
  await fill();
  return node;
}

function news(visits) {
  if (visits.length === 0) return [line('outbox.none')];
  const { running, result, nextAt } = situation();
  const items = visits.flatMap(one => [one.visit, ...one.files]);
  const there = items.filter(isDone).length;
  return [line(there === items.length ? 'outbox.all' : 'outbox.some', there, items.length),
    minutesOff() > 10 ? alarm(say('outbox.clock', minutesOff())) : null,
    running ? line('outbox.running') : null,
    !running && result === 'LATER' ? alarm(say('outbox.later', moment(nextAt))) : null,
    !running && result === 'SIGN_IN' ? el('div', {}, alarm(say('line.SIGN_IN')), el('a', { class: 'button', href: SIGN_IN }, say('begin.signIn'))) : null,
  ].filter(Boolean);
}

function entry({ visit, note, files }) {
  return el('li', { 'data-visit': visit.id, 'data-state': visit.state },
    el('a', { class: 'row', href: `#/visit/${visit.id}` }, el('b', {}, note.title ?? ''), el('span', {}, note.number ?? ''),
      el('span', { class: `state ${visit.state.toLowerCase()}` }, words(visit, note, files))),
    refusal(visit),
    files.length ? el('ul', { class: 'parts' }, files.map(file => el('li', { 'data-file': file.sha256, 'data-state': file.state },
      el('span', {}, say(file.name.startsWith('signature') ? 'files.signature' : 'files.photo', '')), ' ',
      el('span', { class: `state ${file.state.toLowerCase()}` }, words(file, file.said, [])), refusal(file),
      file.state === 'REFUSED' ? el('div', { class: 'actions' }, button('again', async () => { await outbox.again(file.id); tryNow(); }, { class: 'quiet' }),
        button('outbox.giveUp', async () => { if (await confirmed(say('outbox.giveUpSure'), 'outbox.giveUp')) await outbox.giveUp(file.id); }, { class: 'quiet' })) : null))) : null);
}

/** A state in words: draft, waiting, sending n of m, arrived with time, which decision. */
function words(item, note, files) {
  switch (item.state) {
    case 'SENDING': return item.kind === 'FILE'
      ? say('state.sendingBytes', Math.round(100 * item.received / item.size)) : say('state.sendingItems', 0, files.length + 1);
    case 'ARRIVED': return say('state.arrivedAt', moment(note.at)) + filesLeft(files);
    case 'DECISION': return `${say('state.DECISION')}${filesLeft(files)} ${(note.remarks ?? []).map(code => knows(`remark.${code}`) ? say(`remark.${code}`) : code).join(' ')}`;
    default: return say(`state.${item.state}`);
  }
}

const filesLeft = files => files.every(isDone) ? '' : ` · ${say('state.sendingItems', files.filter(isDone).length + 1, files.length + 1)}`;

const refusal = item => item.state !== 'REFUSED' || !item.refusal ? null : el('div', {},
  alarm([item.refusal.title, ...item.refusal.errors.map(one => one.message)].filter(Boolean).join(' ')),
  el('p', {}, say(item.kind === 'VISIT' ? 'refused.visit' : 'refused.file')));
