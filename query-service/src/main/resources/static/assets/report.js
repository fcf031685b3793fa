// The report form: more petitioners, what only some kinds ask for, and a look at what may be the same matter.
import { newId, send } from './send.js';

const form = document.getElementById('report');
const people = document.getElementById('petitioners');
const id = form.querySelector('[data-new-id]');
if (!id.value) id.value = newId();

function addPerson() {
  const rows = people.querySelectorAll('.person');
  if (rows.length >= Number(people.dataset.most)) return;
  const row = rows[0].cloneNode(true);
  row.querySelectorAll('input').forEach(field => {
    field.name = field.name.replace('[0]', `[${rows.length}]`);
    field.value = '';
    field.removeAttribute('aria-invalid');
  });
  row.querySelectorAll('.fault').forEach(old => old.remove());
  people.append(row);
  return row;
}
form.addEventListener('doorstep:rows', event => {
  const wanted = event.detail.filter(row => row.startsWith('petitioners:')).length;
  while (people.querySelectorAll('.person').length < wanted) addPerson();
});
form.querySelector('[data-add-row]').addEventListener('click', () => addPerson()?.querySelector('input').focus());

function arrange() {
  const kind = form.elements.kind.value;
  form.querySelectorAll('[data-only-kind]').forEach(part => { part.hidden = part.dataset.onlyKind !== kind; });
  const ends = form.elements['settled.outcome'];
  for (const end of ends.options) end.hidden = end.disabled = !end.dataset.kinds.split(' ').includes(kind);
  if (ends.selectedOptions[0]?.disabled !== false) ends.value = [...ends.options].find(end => !end.disabled).value;
  document.getElementById('settled').disabled = !document.getElementById('settled-part').open;
}
form.addEventListener('change', arrange);
document.getElementById('settled-part').addEventListener('toggle', arrange);
form.addEventListener('doorstep:restored', () => {
  if (form.elements['settled.summary'].value) document.getElementById('settled-part').open = true;
  if (form.elements.occurredAt.value) document.getElementById('when').open = true;
  arrange();
});

let waiting;
let asked = 0;
async function look() {
  const values = name => [...form.querySelectorAll(`[data-look=${name}]`)].map(field => field.value.trim()).filter(Boolean);
  const wanted = { title: form.elements.title.value.trim() || null, place: form.elements.place.value || null, phones: values('phones'), idNumbers: values('idNumbers') };
  const mine = ++asked;
  const bytes = new TextEncoder().encode(JSON.stringify(wanted));
  const header = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const answer = await fetch('/cases/new/similar', { headers: { 'Accept': 'text/html', 'Doorstep-Look-For': header } }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  const chosen = document.querySelector('[data-same]:checked')?.value;
  document.getElementById('similar').innerHTML = await answer.text();
  if (chosen) document.querySelector(`[data-same][value="${CSS.escape(chosen)}"]`)?.click();
}
form.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(look, 500); });
form.addEventListener('change', () => { clearTimeout(waiting); waiting = setTimeout(look, 200); });
form.addEventListener('doorstep:restored', look);

// which button was pressed says where it goes on
form.addEventListener('submit', event => { form.dataset.then = event.submitter?.dataset.then ?? '/cases/{caseId}?version={version}'; }, true);
form.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
// that it is the same matter again is a fact of its own, recorded right behind the report
form.addEventListener('doorstep:done', event => {
  const same = document.querySelector('[data-same]:checked')?.value;
  if (!same) return;
  event.stopImmediatePropagation();
  sessionStorage.removeItem(`draft:${document.body.dataset.reader ?? ''}:${location.pathname}:report`);
  send(`/api/cases/${event.detail.caseId}/links`, { otherCaseId: same, link: 'REPEAT_OF' })
    .then(answer => location.assign(`/cases/${event.detail.caseId}?version=${answer.body.version ?? event.detail.version}`));
});
arrange();
