// The cases on the phone, and one of them.
import { button, el, line, title } from './dom.js';
import { card, cards } from './pack.js';
import { list } from './outbox.js';
import { begin } from './visits.js';
import { day, moment, say } from './words.js';

const who = one => (one.petitioners ?? []).map(person => person.name).filter(Boolean).join('、');
const light = one => one.light ? el('b', { class: `light ${one.light.toLowerCase()}` }, say(`light.${one.light}`)) : null;

export async function casesScreen() {
  const held = (await cards()).sort((one, other) => (one.due ?? '9').localeCompare(other.due ?? '9'));
  const visits = await list();
  const of = caseId => visits.filter(one => one.visit.caseId === caseId).length;
  return el('section', {}, title('cases'),
    held.length === 0 ? [line('cases.none'), el('p', {}, el('a', { class: 'button big', href: '#/take' }, say('take')))]
      : el('p', {}, say('cases.goAt', moment(held.map(one => one.wipeAt).sort()[0]))),
    el('ul', { class: 'rows' }, held.map(one => el('li', {}, el('a', { class: 'row', href: `#/case/${one.caseId}` },
      el('b', {}, one.title), el('span', {}, one.number, ' ', who(one)),
      el('span', {}, one.place?.name ?? '', one.due ? ` · ${say('due', day(one.due))} ` : ' ', light(one)),
      of(one.caseId) ? el('span', {}, say('cases.visits', of(one.caseId))) : null)))));
}

const fact = (key, value) => value ? el('div', {}, el('dt', {}, say(key)), el('dd', {}, value)) : null;

const person = one => el('li', {}, el('b', {}, one.name ?? ''), ' ',
  one.phone ? el('a', { class: 'call', href: `tel:${one.phone.replace(/[^\d+]/g, '')}` }, '☎ ', one.phone) : null,
  one.address ? el('div', {}, one.address) : null);

const visited = one => el('li', {},
  el('b', {}, `${moment(one.at)} ${say(`VisitType.${one.type}`)} · ${say(`VisitOutcome.${one.outcome}`)}`),
  one.commitmentBy ? el('div', {}, say('case.promised', day(one.commitmentBy))) : null,
  el('div', {}, (one.officers ?? []).join('、'), one.stance ? ` · ${say(`Stance.${one.stance}`)}` : ''),
  one.findings ? el('div', { class: 'words' }, one.findings) : null);

export async function caseScreen(caseId, go) {
  const one = await card(caseId);
  if (!one) return el('section', {}, title('cases'), line('case.gone'));
  const mine = (await list()).filter(each => each.visit.caseId === caseId);
  const start = async () => go(`#/visit/${await begin(one)}`);
  return el('section', {}, el('h1', {}, one.title),
    el('p', {}, one.number, ' ', light(one)),
    el('p', {}, button('case.visit', start, { class: 'big' })),
    mine.length ? el('div', { class: 'card' }, el('h2', {}, say('case.mine')),
      el('ul', { class: 'rows' }, mine.map((each, i) => el('li', {}, el('a', { class: 'row', href: `#/visit/${each.visit.id}` },
        `${say('case.visitOf', i + 1)} · ${say(`state.${each.visit.state}`)}`))))) : null,
    el('dl', { class: 'facts' },
      fact('case.who', one.petitioners?.length ? el('ul', {}, one.petitioners.map(person)) : null),
      fact('case.place', one.place?.name), fact('case.address', one.address),
      fact('case.statement', one.statement && el('div', { class: 'words' }, one.statement)),
      fact('case.party', one.partySize > 1 ? String(one.partySize) : null),
      fact('case.marks', [one.joint && say('case.joint'), one.repeat && say('case.repeat')].filter(Boolean).join('、')),
      fact('case.kind', one.kind && say(`CaseKind.${one.kind}`)), fact('case.reported', day(one.reported)), fact('case.due', day(one.due)),
      fact('case.earlier', one.visits?.length ? el('ul', {}, one.visits.map(visited)) : null)),
    el('p', { class: 'hint' }, say('case.wipe', moment(one.wipeAt))));
}
