// A village meeting's list: each row is a report and an assignment; each has an id of its own, so that sending it again makes no second case.
import { clearFaults } from './commands.js';
import { read } from './fields.js';
import { newId, send } from './send.js';
import { words } from './words.js';

const form = document.getElementById('meeting');
const rows = [...form.querySelectorAll('[data-row]')];

function identify() {
  form.querySelectorAll('[data-new-id]').forEach(field => { if (!field.value) field.value = newId(); });
}
const filled = row => [...row.querySelectorAll('input:not([data-new-id]), select')].some(field => field.value);
function unfold() {
  const last = rows.map(filled).lastIndexOf(true);
  rows.forEach((row, n) => { if (n <= last) row.hidden = false; });
}
identify();
unfold();
form.addEventListener('doorstep:restored', () => { identify(); unfold(); });
form.querySelector('[data-more-rows]').addEventListener('click', () => {
  const next = rows.find(row => row.hidden);
  if (!next) return;
  next.hidden = false;
  next.querySelector('input:not([type=hidden])').focus();
});

function tell(n, text, ok) {
  const place = rows[n].querySelector('[data-told-row]');
  place.textContent = text;
  place.className = ok ? 'told note' : 'told bad';
}
const said = problem => [problem.title, ...(problem.errors ?? []).map(fault => fault.message)].filter(Boolean).join(' ') || words.failed;

/** Noon of the meeting's day, which is over; today's meeting is now. */
function happened(meeting, minute) {
  const today = form.elements.day.dataset.today;
  return meeting.day === today ? undefined : `${meeting.day}T12:0${minute}:00${document.body.dataset.offset || '+08:00'}`;
}

async function row(meeting, one) {
  const reported = await send('/api/cases', {
    caseId: one.caseId, kind: 'VILLAGE_ISSUE', channel: 'VILLAGE_MEETING', category: one.category, place: meeting.place, title: one.title,
    petitioners: [], occurredAt: happened(meeting, 0), lateEntryReason: meeting.lateEntryReason,
  });
  if (!reported.ok || !one.unit) return reported;
  const assigned = await send(`/api/cases/${one.caseId}/assignments`, {
    unit: one.unit, officer: one.officer, reportBackBy: one.by, occurredAt: happened(meeting, 1), lateEntryReason: meeting.lateEntryReason,
  }, one.caseId); // the row's own key: assigned once, however often it is sent
  return assigned.ok ? reported : assigned;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  clearFaults(form);
  const meeting = read(form);
  const wanted = rows.map((part, n) => ({ n, part })).filter(({ part }) => !part.hidden && filled(part));
  if (!meeting.place || !meeting.day || !wanted.length) {
    (meeting.place ? form.elements.day : form.querySelector('#m-place')).focus();
    form.querySelector('.actions').insertAdjacentElement('beforebegin', Object.assign(document.createElement('p'), { className: 'wrong', textContent: words.faults }));
    return;
  }
  const button = form.querySelector('[type=submit]');
  button.disabled = true;
  let failed = 0;
  for (const { n, part } of wanted) {
    const value = name => form.elements[`rows[${n}].${name}`].value.trim() || undefined;
    const one = { caseId: value('caseId'), title: value('title'), category: value('category'), unit: value('unit'), officer: value('officer'), by: value('by') };
    const answer = await row(meeting, one);
    if (!answer.ok) failed += 1;
    tell(n, answer.ok ? `✓ ${answer.body.number}` : said(answer.body), answer.ok);
    part.classList.toggle('done', answer.ok);
  }
  button.disabled = false;
  if (failed) return;
  form.dispatchEvent(new CustomEvent('doorstep:done', { bubbles: false, detail: {} }));
  location.assign(`/meetings/${encodeURIComponent(meeting.place)}/${meeting.day}`);
});
