// The keyboard: j and k walk through the lines, Enter opens, x selects, / finds, n reports, g 1…4 goes, ? tells.
const lines = () => [...document.querySelectorAll('.line')];
const writing = target => target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]');
const places = { 1: '/lists/problems', 2: '/lists/assignments', 3: '/lists/closeouts', 4: '/figures' };
let going = false;

function walk(step) {
  const all = lines();
  if (!all.length) return;
  const here = all.indexOf(document.activeElement.closest?.('.line'));
  const next = all[Math.min(all.length - 1, Math.max(0, here < 0 ? 0 : here + step))];
  next.focus();
  next.scrollIntoView({ block: 'nearest' });
}

document.addEventListener('keydown', event => {
  if (event.ctrlKey || event.metaKey || event.altKey || writing(event.target) || document.querySelector('dialog[open]')) return;
  const line = event.target.closest('.line');
  if (going && places[event.key]) { location.assign(places[event.key]); return; }
  going = false;
  switch (event.key) {
    case 'j': walk(1); break;
    case 'k': walk(-1); break;
    case 'Enter': if (line && event.target === line) location.assign(line.dataset.href); else return; break;
    case 'x': line?.querySelector('.pick input')?.click(); break;
    case '/': document.getElementById('q')?.focus(); break;
    case 'n': document.querySelector('a[href="/cases/new"]')?.click(); break;
    case 'g': going = true; break;
    case '?': document.getElementById('keys').showModal(); break;
    default: return;
  }
  event.preventDefault();
});
document.addEventListener('dblclick', event => {
  const line = event.target.closest('.line');
  if (line && !event.target.closest('a, input')) location.assign(line.dataset.href);
});
