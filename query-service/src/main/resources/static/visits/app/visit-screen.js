// A visit report: every change is saved at once; handed over, it waits for the line.
import { alarm, button, choice, confirmed, el, field, line, tell, title } from './dom.js';
import { device } from './device.js';
import { filesPart } from './files-part.js';
import { handOver, takeBack } from './outbox.js';
import { positionPart } from './position-part.js';
import { faults, OUTCOMES, STANCES, TYPES, withOffset, withoutOffset } from './report.js';
import { tryNow } from './retry.js';
import { discard, load, save } from './visits.js';
import { day, moment, say } from './words.js';

export async function visitScreen(id, go) {
  const { item, visit, note } = await load(id);
  if (!item) return el('section', {}, title('visit'), line('visit.gone'));
  const head = [title('visit'), el('p', {}, el('b', {}, note.title), ' ', note.number)];
  if (item.state !== 'DRAFT') return fixed(head, item, visit, go);
  return form(head, item, visit, note, await device(), go);
}

/** One that was handed over: to read, and to correct while sending has not begun. */
function fixed(head, item, visit, go) {
  const may = item.state === 'WAITING' || item.state === 'REFUSED';
  const correct = async () => {
    if (!await takeBack(item.id)) tell('visit.tooLate');
    go();
  };
  return el('section', {}, head, el('p', { class: 'state' }, say(`state.${item.state}`)),
    item.refusal ? alarm([item.refusal.title, ...item.refusal.errors.map(one => one.message)].join(' ')) : null,
    visit ? el('dl', { class: 'facts' },
      [['startedAt', moment(visit.startedAt)], ['outcome', say(`VisitOutcome.${visit.outcome}`)], ['commitmentBy', day(visit.commitmentBy)], ['findings', visit.findings]]
        .filter(([, value]) => value).map(([name, value]) => el('div', {}, el('dt', {}, say(`field.${name}`)), el('dd', { class: 'words' }, value)))) : null,
    may ? button('visit.correct', correct, { class: 'big' }) : item.state === 'SENDING' ? line('visit.fixed') : line('visit.left'));
}

function form(head, item, visit, note, phone, go) {
  let saving = Promise.resolve();
  let whole = true;
  const saved = el('div', { class: 'hint' });
  const keep = () => {
    saving = saving.then(async () => {
      try {
        if (!await save(visit)) return go();
        whole = true;
        saved.textContent = say('visit.saved', moment(new Date()));
      } catch {
        // no room, or locked meanwhile: said at once, and the next change tries again
        whole = false;
        saved.replaceChildren(alarm(say('visit.notSaved')));
      }
    });
    return saving;
  };
  const take = (name, value) => {
    if (value === undefined || value === '') delete visit[name];
    else visit[name] = value;
  };
  const time = name => el('input', { name, type: 'datetime-local', value: withoutOffset(visit[name]) });
  const text = (name, rows) => el('textarea', { name, rows, value: visit[name] ?? '', autocapitalize: 'sentences' });
  const companions = el('input', { name: 'officers', value: (visit.officers ?? []).filter(one => one !== phone.account).join(' '), autocapitalize: 'none', spellcheck: 'false' });
  const promise = field('field.commitmentBy', el('input', { name: 'commitmentBy', type: 'date', value: visit.commitmentBy ?? '' }));
  const showPromise = () => { promise.hidden = visit.outcome !== 'COMMITMENT'; };
  showPromise();
  const read = event => {
    const { name, value } = event.target;
    if (!name) return;
    if (name === 'startedAt' || name === 'endedAt') take(name, withOffset(value));
    else if (name === 'officers') take(name, officers(value, phone.account));
    else take(name, name === 'findings' || name === 'peopleMet' ? value.trim() : value);
    if (visit.outcome !== 'COMMITMENT') delete visit.commitmentBy;
    showPromise();
    keep();
  };
  const wrong = el('div');
  const node = el('form', { oninput: read, onsubmit: event => { event.preventDefault(); finish(); }, novalidate: true },
    head,
    field('field.type', choice('type', 'VisitType', TYPES, visit.type)),
    field('field.startedAt', time('startedAt')), field('field.endedAt', time('endedAt')),
    field('field.place', el('input', { name: 'place', value: visit.place, inputmode: 'numeric' }), say('field.placeHint', note.place)),
    field('field.officers', companions, say('field.officersHint', phone.account ?? '')),
    field('field.peopleMet', text('peopleMet', 2)),
    field('field.findings', text('findings', 7), say('field.findingsHint')),
    field('field.outcome', choice('outcome', 'VisitOutcome', OUTCOMES, visit.outcome, 'choose')), promise,
    field('field.stance', choice('stance', 'Stance', STANCES, visit.stance, 'field.stanceNone')),
    filesPart(visit, item.caseId), positionPart(visit, keep),
    saved, wrong,
    el('div', { class: 'actions' }, el('button', { type: 'submit', class: 'big' }, say('visit.handOver')),
      button('visit.discard', throwAway, { class: 'quiet' })));

  async function finish() {
    await saving;
    const found = faults(visit);
    mark(node, found);
    wrong.replaceChildren(...found.length ? [alarm(say('visit.faults', found.length))] : []);
    if (found.length) return node.querySelector('[aria-invalid]')?.focus();
    await keep();
    // what lies on the phone is older than what stands here
    if (!whole) return;
    if (!await handOver(visit.visitId)) return go();
    tell('visit.handedOver');
    go('#/outbox');
    tryNow();
  }
  async function throwAway() {
    if (!await confirmed(say('visit.discardSure'), 'visit.discard')) return;
    await discard(visit.visitId);
    go(`#/case/${item.caseId}`);
  }
  return node;
}

/** Nobody named means: who sends it. */
function officers(value, account) {
  const others = value.split(/[,，、;；\s]+/).filter(Boolean);
  return others.length ? [...new Set([account, ...others].filter(Boolean))] : undefined;
}

function mark(form, found) {
  form.querySelectorAll('.fault').forEach(old => old.remove());
  form.querySelectorAll('[aria-invalid]').forEach(input => { input.removeAttribute('aria-invalid'); describe(input, `${input.id}-hint`); });
  for (const { field: name, code } of found) {
    const input = form.elements[name];
    if (!input || input.hasAttribute('aria-invalid')) continue;
    const words = el('p', { class: 'fault', id: `${input.id}-fault` }, say(`fault.${code}`));
    input.after(words);
    input.setAttribute('aria-invalid', 'true');
    describe(input, `${input.id}-hint`, words.id);
  }
}

function describe(input, ...ids) {
  const there = ids.filter(id => document.getElementById(id));
  if (there.length) input.setAttribute('aria-describedby', there.join(' '));
  else input.removeAttribute('aria-describedby');
}
