// Taking along: choose cases while there is a line.
import { alarm, button, el, field, line, tell, title } from './dom.js';
import { choices, MOST, takeAlong } from './pack.js';
import { SIGN_IN } from './begin-screen.js';
import { wipe } from './wipe.js';
import { day, say } from './words.js';

export async function takeScreen(go) {
  const picked = new Set();
  const lost = async () => { await wipe('DEVICE_LOST'); go(); };
  const results = el('div', { 'aria-live': 'polite' }, line('take.asking'));
  const search = el('input', { name: 'q', type: 'search', enterkeyhint: 'search', autocomplete: 'off' });
  const take = el('button', { type: 'button', class: 'big', disabled: true, onclick: fetchThem }, say('take.none'));
  const count = () => {
    take.disabled = picked.size === 0 || picked.size > MOST;
    take.textContent = picked.size ? say('take.count', picked.size) : say('take.none');
  };
  const row = one => {
    const box = el('input', { type: 'checkbox', value: one.caseId });
    box.checked = picked.has(one.caseId);
    box.addEventListener('change', () => { if (box.checked) picked.add(one.caseId); else picked.delete(one.caseId); count(); });
    return el('li', {}, el('label', { class: 'row pick' }, box, el('span', {}, el('b', {}, one.title),
      el('span', {}, one.number, ' ', one.place?.name ?? ''),
      el('span', {}, one.due ? say('due', day(one.due)) : '', ' ', one.planned ? el('b', { class: 'tag' }, say('take.planned')) : null,
        one.light ? el('b', { class: `light ${one.light.toLowerCase()}` }, say(`light.${one.light}`)) : null))));
  };
  const said = answer => answer.kind === 'SIGN_IN'
    ? [alarm(say('line.SIGN_IN')), el('a', { class: 'button', href: SIGN_IN }, say('begin.signIn'))]
    : [alarm(answer.problem?.title || say(`line.${answer.kind}`)), button('again', load)];
  let asked = 0;
  async function load() {
    const mine = ++asked;
    const answer = await choices(search.value.trim());
    if (mine !== asked) return;
    if (answer.kind === 'LOST') return lost();
    if (answer.kind !== 'OK') return results.replaceChildren(...said(answer));
    const { items } = answer.body;
    // what the plan names comes first, in the plan's order
    const sorted = [...items.filter(one => one.planned), ...items.filter(one => !one.planned)];
    results.replaceChildren(items.length ? el('ul', { class: 'rows' }, sorted.map(row)) : line('take.nothing'));
  }
  async function fetchThem() {
    take.disabled = true;
    const answer = await takeAlong([...picked]);
    if (answer.kind === 'LOST') return lost();
    if (answer.kind === 'OK') { tell('take.done', answer.body.cases.length); return go('#/cases'); }
    results.prepend(...said(answer));
    count();
  }
  let pause;
  search.addEventListener('input', () => { clearTimeout(pause); pause = setTimeout(load, 400); });
  load();
  return el('section', {}, title('take'), line('take.what'), field('take.search', search), results, el('div', { class: 'bottom' }, take));
}
