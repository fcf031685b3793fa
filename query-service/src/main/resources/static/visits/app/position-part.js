// The position, only when somebody presses for it, and never finer than a village.
import { alarm, button, el } from './dom.js';
import { coarse } from './report.js';
import { say } from './words.js';

export function positionPart(visit, keep) {
  const shown = el('div', { 'aria-live': 'polite' });
  const show = () => shown.replaceChildren(visit.position
    ? el('p', {}, say('position.is', visit.position.lat, visit.position.lon), ' ',
      button('position.remove', () => { delete visit.position; keep(); show(); }, { class: 'quiet' }))
    : button('position.add', ask, { class: 'quiet' }));
  const ask = () => navigator.geolocation.getCurrentPosition(
    found => { visit.position = coarse(found.coords); keep(); show(); },
    () => shown.prepend(alarm(say('position.none'))), { timeout: 20_000, maximumAge: 60_000 });
  show();
  return el('fieldset', {}, el('legend', {}, say('position')), el('p', { class: 'hint' }, say('position.hint')), shown);
}
