// Choosing one of many by typing: a combobox whose options the server looks up by code, name or initials.
import { words } from './words.js';

const boxOf = target => target.closest?.('.choose');
const parts = box => ({ input: box.querySelector('[role=combobox]'), value: box.querySelector('[type=hidden]'), list: box.querySelector('[role=listbox]') });
let waiting;
let asked = 0;

function close(box) {
  const { input, list } = parts(box);
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}

function point(box, to) {
  const { input, list } = parts(box);
  list.querySelectorAll('[role=option]').forEach(option => option.setAttribute('aria-selected', String(option === to)));
  if (to) {
    input.setAttribute('aria-activedescendant', to.id);
    to.scrollIntoView({ block: 'nearest' });
  }
}

async function look(box) {
  const { input, list } = parts(box);
  const mine = ++asked;
  const extra = box.dataset.with ? box.closest('form').elements[box.dataset.with]?.value : '';
  const address = `${box.dataset.choose}?q=${encodeURIComponent(input.value.trim())}${extra ? '&within=' + encodeURIComponent(extra) : ''}`;
  const answer = await fetch(address, { headers: { 'Accept': 'text/html' } }).catch(() => null);
  if (!answer?.ok || mine !== asked) return;
  list.innerHTML = await answer.text();
  list.querySelectorAll('[role=option]').forEach((option, i) => { option.id = `${list.id}-${i}`; });
  if (!list.children.length) list.innerHTML = `<li role="option" aria-disabled="true" aria-selected="false">${words.none}</li>`;
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  point(box, list.querySelector('[data-value]'));
}

function take(box, option) {
  const { input, value } = parts(box);
  if (!option?.dataset.value) return;
  input.value = option.dataset.shown;
  value.value = option.dataset.value;
  close(box);
  value.dispatchEvent(new Event('change', { bubbles: true }));
}

document.addEventListener('input', event => {
  const box = event.target.matches('[role=combobox]') && boxOf(event.target);
  if (!box) return;
  event.stopPropagation();
  const { value } = parts(box);
  if (value.value) {
    value.value = '';
    if (!event.target.value) value.dispatchEvent(new Event('change', { bubbles: true }));
  }
  clearTimeout(waiting);
  waiting = setTimeout(() => look(box), 150);
}, true);

document.addEventListener('keydown', event => {
  const box = event.target.matches?.('[role=combobox]') && boxOf(event.target);
  if (!box) return;
  const { list } = parts(box);
  const options = [...list.querySelectorAll('[data-value]')];
  const at = options.findIndex(option => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    if (list.hidden) look(box);
    else point(box, options[(at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length]);
  } else if (event.key === 'Enter' && !list.hidden) {
    event.preventDefault();
    take(box, options[at]);
  } else if (event.key === 'Tab' && !list.hidden) {
    take(box, options[at]);
  } else if (event.key === 'Escape' && !list.hidden) {
    event.stopPropagation();
    close(box);
  }
}, true);

document.addEventListener('mousedown', event => {
  const option = event.target.closest('.choose [role=option]');
  if (option) {
    event.preventDefault();
    take(boxOf(option), option);
  }
});
document.addEventListener('focusout', event => {
  const box = event.target.matches?.('[role=combobox]') && boxOf(event.target);
  if (!box) return;
  const { input, value } = parts(box);
  // words that are no choice would look like one
  if (!value.value) input.value = '';
  close(box);
});
document.addEventListener('change', event => {
  // the box itself is not a field: only what was chosen counts
  if (event.target.matches('[role=combobox]')) event.stopPropagation();
}, true);
