// Photos and the signature of a visit.
import { alarm, button, el, tell } from './dom.js';
import { draw, redraw } from './photos.js';
import { MOST_FILES } from './report.js';
import { signature } from './signature.js';
import { attach, bytesOfFile, detach, filesOf } from './visits.js';
import { say } from './words.js';

export function filesPart(visit, caseId) {
  const shown = el('ul', { class: 'files' });
  const wrong = el('div', { 'aria-live': 'polite' });
  const show = async () => {
    const files = await filesOf(visit.visitId);
    shown.replaceChildren(...files.map((file, i) => {
      const canvas = el('canvas', { width: 200, height: 150, role: 'img', 'aria-label': say(nameKey(file.name), i + 1) });
      bytesOfFile(file).then(bytes => draw(canvas, bytes)).catch(() => undefined);
      return el('li', {}, canvas, el('span', {}, say(nameKey(file.name), i + 1)),
        button('files.remove', async () => { await detach(visit, file); await show(); }, { class: 'quiet', 'aria-label': `${say('files.remove')} ${i + 1}` }));
    }));
  };
  const add = async (bytes, name) => {
    if (visit.attachments.length >= MOST_FILES) return wrong.replaceChildren(alarm(say('files.most', MOST_FILES)));
    wrong.replaceChildren();
    if (!await attach(visit, caseId, bytes, name)) tell('files.same');
    await show();
  };
  const photograph = (key, name, attributes = {}) => {
    const input = el('input', { type: 'file', accept: 'image/*', class: 'hidden', ...attributes });
    input.addEventListener('change', async () => {
      for (const file of [...input.files]) {
        try {
          await add(await redraw(file), name());
        } catch (failure) {
          wrong.replaceChildren(alarm(say(failure.name === 'QuotaExceededError' ? 'files.noRoom' : 'files.unreadable')));
        }
      }
      input.value = '';
    });
    return el('label', { class: 'button quiet' }, say(key), input);
  };
  const next = () => `photo-${visit.attachments.length + 1}.jpg`;
  show();
  return el('fieldset', {}, el('legend', {}, say('files')), shown, wrong,
    el('div', { class: 'actions' },
      photograph('files.camera', next, { capture: 'environment' }),
      photograph('files.choose', next, { multiple: true }),
      photograph('files.paper', () => 'signature-paper.jpg', { capture: 'environment' })),
    signing(add));
}

const nameKey = name => name.startsWith('signature') ? 'files.signature' : 'files.photo';

function signing(add) {
  const canvas = el('canvas', { width: 900, height: 360, class: 'sign', role: 'img', 'aria-label': say('sign.here') });
  const { clear, bytes } = signature(canvas);
  const keep = async () => {
    const drawn = await bytes();
    if (drawn === null) return tell('sign.empty');
    await add(drawn, 'signature.png');
    clear();
    details.open = false;
  };
  const details = el('details', { class: 'card' }, el('summary', {}, say('sign')),
    el('p', { class: 'hint' }, say('sign.how')), canvas,
    el('div', { class: 'actions' }, button('sign.keep', keep), button('sign.clear', clear, { class: 'quiet' })));
  return details;
}
