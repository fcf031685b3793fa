// Selecting lines and doing the same with each: every case is a command of its own, and says its own result.
import { read } from './fields.js';
import { send } from './send.js';
import { words } from './words.js';

const boxes = () => [...document.querySelectorAll('.pick input[name=case]')];
const chosen = () => boxes().filter(box => box.checked);

function tell() {
  const bar = document.getElementById('bulk');
  if (!bar) return;
  const n = chosen().length;
  bar.hidden = n === 0;
  document.getElementById('chosen').textContent = n;
  const all = document.getElementById('all');
  if (all) {
    all.checked = n > 0 && n === boxes().length;
    all.indeterminate = n > 0 && n < boxes().length;
  }
}

document.addEventListener('change', event => {
  if (event.target.id === 'all') boxes().forEach(box => { box.checked = event.target.checked; });
  if (event.target.matches('.pick input')) tell();
});
document.addEventListener('click', event => {
  if (!event.target.closest('[data-choose-none]')) return;
  boxes().forEach(box => { box.checked = false; });
  tell();
});
document.addEventListener('click', event => {
  const to = event.target.closest('[data-chosen-to]');
  if (to) location.assign(`${to.dataset.chosenTo}?${new URLSearchParams(chosen().map(box => ['case', box.value]))}`);
});
document.addEventListener('htmx:afterSwap', tell);

// on a phone the lines come first: filters stay folded but for the search, and say how many of them are set
const filters = document.getElementById('filters');
const fold = filters?.querySelector('[data-fold]');
if (fold) {
  const say = () => {
    const set = [...new FormData(filters)].filter(([name, value]) => value && !['q', 'sort', 'size'].includes(name)).length;
    fold.querySelector('[data-set]').textContent = set ? ` (${set})` : '';
  };
  filters.classList.add('foldable');
  fold.addEventListener('click', () => fold.setAttribute('aria-expanded', filters.classList.toggle('unfolded')));
  filters.addEventListener('change', say);
  say();
}

async function one(form, body, box, results) {
  const line = document.createElement('li');
  line.textContent = `${box.dataset.number} …`;
  results.append(line);
  const answer = await send(form.dataset.bulk.replace('{caseId}', encodeURIComponent(box.value)), body);
  line.className = answer.ok ? 'ok' : 'no';
  const why = [answer.body.title, ...(answer.body.errors ?? []).map(fault => `${fault.field}: ${fault.message}`)].filter(Boolean).join(' ');
  line.textContent = `${box.dataset.number} ${answer.ok ? '✓ ' + words.done : '✗ ' + (why || words.failed)}`;
  line.dataset.ok = answer.ok;
  if (answer.ok) box.checked = false;
  return answer.ok;
}

document.addEventListener('submit', async event => {
  const form = event.target.closest('form[data-bulk]');
  if (!form) return;
  event.preventDefault();
  const button = form.querySelector('[type=submit]');
  const results = form.querySelector('.results');
  const body = read(form);
  const waiting = chosen();
  results.replaceChildren();
  button.disabled = true;
  let any = false;
  // three at a time: quick for the officer, light for the machine
  await Promise.all([1, 2, 3].map(async () => {
    while (waiting.length) any = await one(form, body, waiting.shift(), results) || any;
  }));
  button.disabled = false;
  tell();
  if (any) form.dataset.changed = 'true';
});
document.addEventListener('close', event => {
  const form = event.target.querySelector?.('form[data-bulk]');
  if (form?.dataset.changed) location.reload();
}, true);
