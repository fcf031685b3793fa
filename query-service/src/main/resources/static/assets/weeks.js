// The plan of a no-meeting week: a case is moved with the mouse, or with the choices behind its button; both say the same.
import { showFaults, clearFaults } from './commands.js';
import { send } from './send.js';

const plan = document.getElementById('plan');
plan?.addEventListener('submit', () => {
  const shown = document.getElementById('planning');
  const started = Date.now();
  shown.hidden = false;
  const count = setInterval(() => {
    shown.querySelector('[data-seconds]').textContent = Math.round((Date.now() - started) / 1000);
    if (!plan.querySelector('[type=submit]').disabled) {
      clearInterval(count);
      shown.hidden = true;
    }
  }, 500);
});

const board = document.getElementById('board');
const dialog = document.getElementById('move');
const form = dialog?.querySelector('form');

/** Opens the choices for a case, as it stands or where it was dropped. */
function choose(part, cell) {
  const at = cell ?? part.closest('td[data-leader]');
  clearFaults(form);
  form.elements.caseId.value = part.dataset.case;
  form.elements.action.value = 'PIN';
  if (at) {
    form.elements.leader.value = at.dataset.leader;
    form.elements.day.value = at.dataset.day;
  }
  dialog.querySelector('[data-what]').textContent = part.querySelector('a').textContent;
  dialog.showModal();
}

document.addEventListener('click', event => {
  const button = event.target.closest('[data-move]');
  if (button && dialog) choose(button.closest('[data-case]'));
  if (event.target.closest('[data-close]')) dialog.close();
});

let dragged = null;
board?.addEventListener('dragstart', event => {
  dragged = event.target.closest('article[data-case]');
  event.dataTransfer.setData('text/plain', dragged?.dataset.case ?? '');
});
board?.addEventListener('dragover', event => {
  if (dragged && event.target.closest('td[data-leader]')) event.preventDefault();
});
board?.addEventListener('drop', async event => {
  const cell = event.target.closest('td[data-leader]');
  if (!dragged || !cell || !form) return;
  event.preventDefault();
  const part = dragged;
  dragged = null;
  const answer = await send(`/api/weeks/${board.dataset.month}/draft/changes`, {
    county: board.dataset.county, version: Number(board.dataset.version), action: 'PIN', caseId: part.dataset.case, leader: cell.dataset.leader, day: cell.dataset.day,
  });
  if (answer.ok) location.reload();
  else {
    // a rule stands against it: the choices ask for the reason, or say why not
    choose(part, cell);
    showFaults(form, answer.body);
  }
});
