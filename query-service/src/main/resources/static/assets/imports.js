// Importing a ledger: choose the file, say what its columns are by looking at the first rows, dry run, import.
import { control, el, say } from './imports-controls.js';
import { apply, codesOf, columnOf, foundFormats, heading, mapping, missing, state, suggest, target, targets, timeColumns, usable } from './imports-state.js';
import { newId, send } from './send.js';

const $ = id => document.getElementById(id);
const form = $('wizard');
const sections = ['s-columns', 's-rest', 's-go'];
let like = null;
let looked = 0;

// --- the file

async function look() {
  const mine = ++looked;
  clear();
  if (!state.file) return;
  const body = new FormData();
  body.append('file', state.file);
  if (state.sheet) body.append('sheet', state.sheet);
  if (state.charset) body.append('charset', state.charset);
  if (state.headingLine) body.append('headingLine', state.headingLine);
  $('reading').hidden = false;
  const answer = await send('/api/imports/preview', body);
  if (mine !== looked) return;
  $('reading').hidden = true;
  if (!answer.ok) {
    sections.forEach(id => { $(id).hidden = true; });
    faults(answer.body, $('s-file'));
    return;
  }
  // the sheet that the earlier mapping names is the one that is meant
  const wanted = like?.mapping.sheet;
  if (wanted && !state.sheet && answer.body.sheet !== wanted && answer.body.sheets.includes(wanted)) {
    state.sheet = wanted;
    await look();
    return;
  }
  suggest(answer.body);
  showHow();
  const lacks = like ? apply(like.mapping) : [];
  sections.forEach(id => { $(id).hidden = false; });
  showEarlier();
  showAll();
  if (lacks.length) $('missing').before(el('p', { class: 'wrong lacks' }, say('lacks', lacks.join('、'))));
  stage('columns');
}

function showHow() {
  const { preview } = state;
  $('how').hidden = false;
  $('l-sheet').hidden = preview.sheets.length < 2;
  $('sheet').replaceChildren(...preview.sheets.map(name => el('option', { selected: name === preview.sheet }, name)));
  $('l-charset').hidden = !preview.charset;
  if (preview.charset) {
    if (![...$('charset').options].some(option => option.value === preview.charset)) $('charset').append(el('option', {}, preview.charset));
    $('charset').value = preview.charset;
  }
  $('headingLine').value = preview.headingLine;
  $('size').textContent = say('rows', preview.rowsTotal.toLocaleString());
}

function showEarlier() {
  const offers = like ? [] : state.preview.earlier;
  $('earlier').querySelectorAll('button').forEach(old => old.remove());
  $('earlier').hidden = !offers.length;
  offers.forEach(one => {
    const button = el('button', { type: 'button', class: 'quiet small' }, say('use', one.source));
    button.addEventListener('click', async () => {
      const found = await mappingOf(one.importId);
      if (!found) return;
      const lacks = apply(found);
      showAll();
      $('earlier').querySelectorAll('button').forEach(other => other.setAttribute('aria-pressed', String(other === button)));
      if (lacks.length) $('missing').before(el('p', { class: 'wrong lacks' }, say('lacks', lacks.join('、'))));
    });
    $('earlier').append(button);
  });
}

async function mappingOf(importId) {
  const answer = await fetch(`/api/imports/${encodeURIComponent(importId)}/mapping`, { headers: { 'Accept': 'application/json' } }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

function choose(file) {
  $('filename').textContent = file?.name ?? '';
  Object.assign(state, { file, sheet: null, charset: null, headingLine: null });
  look();
}

$('file').addEventListener('change', event => choose(event.target.files[0] ?? null));
// somebody was quicker than this script, or the browser has kept the choice over a reload
if ($('file').files.length) choose($('file').files[0]);
$('drop').addEventListener('dragover', event => { event.preventDefault(); $('drop').classList.add('over'); });
$('drop').addEventListener('dragleave', () => $('drop').classList.remove('over'));
$('drop').addEventListener('drop', event => {
  event.preventDefault();
  $('drop').classList.remove('over');
  if (!event.dataTransfer.files.length) return;
  $('file').files = event.dataTransfer.files;
  choose(event.dataTransfer.files[0]);
});
$('sheet').addEventListener('change', event => { state.sheet = event.target.value; state.headingLine = null; look(); });
$('charset').addEventListener('change', event => { state.charset = event.target.value; look(); });
$('headingLine').addEventListener('change', event => { state.headingLine = event.target.value.trim() || null; look(); });

// --- the columns

function showAll() {
  document.querySelectorAll('.lacks').forEach(old => old.remove());
  showTable();
  showRest();
}

function headOf(column) {
  if (!usable(column)) return el('span', { class: 'soft' }, column.ambiguous && column.heading ? say('twice') : '');
  const select = el('select', { 'aria-label': say('isColumn', column.heading) }, el('option', { value: '' }, say('ignore')),
    ...targets().map(one => el('option', { value: one.target, selected: state.heads[column.index] === one.target }, one.name + (one.required ? ' *' : ''))));
  select.addEventListener('change', () => {
    Object.keys(state.heads).forEach(index => { if (state.heads[index] === select.value) delete state.heads[index]; });
    delete state.also[select.value];
    if (select.value) state.heads[column.index] = select.value;
    else delete state.heads[column.index];
    showAll();
    document.querySelector(`#table [data-column="${column.index}"] select`)?.focus();
  });
  return select;
}

function showTable() {
  const { columns, rows } = state.preview;
  const used = column => Object.hasOwn(state.heads, column.index) ? 'used' : undefined;
  $('table').tHead.replaceChildren(
    el('tr', {}, ...columns.map(column => el('th', { scope: 'col', class: used(column) }, column.heading || say('noHeading')))),
    el('tr', {}, ...columns.map(column => el('td', { class: used(column), 'data-column': column.index }, headOf(column)))));
  $('table').tBodies[0].replaceChildren(...rows.map(row =>
    el('tr', {}, ...columns.map((column, i) => el('td', { class: used(column) }, row.cells[i])))));
  tellMissing();
}

function tellMissing() {
  const names = missing().map(one => one.name);
  $('missing').textContent = names.length ? say('missing', names.join('、')) : say('noneMissing');
  $('missing').classList.toggle('done', !names.length);
  document.querySelectorAll('.constant').forEach(line => line.classList.toggle('lacking', missing().some(one => one.target === line.dataset.target)));
}

// --- what no column says

/** Values that stand for blanks make sense where a few are right for many rows. */
const fallback = one => one.sort === 'CODE';

function constantLine(one) {
  const index = columnOf(one.target);
  const fromHead = index !== undefined && state.also[one.target] === undefined;
  const line = el('div', { class: 'constant', 'data-target': one.target },
    el('b', {}, one.name, one.required ? el('span', { class: 'star', title: say('required') }, ' *') : ''));
  const value = () => control(one, one.name, state.constants[one.target], null, given => {
    state.constants[one.target] = given;
    changed();
  });
  if (fromHead) {
    line.append(el('span', { class: 'soft' }, say('byColumn', heading(index)), say('whenBlank')));
  } else {
    const from = el('select', { 'aria-label': one.name }, el('option', { value: '' }, say('fixed')),
      ...state.preview.columns.filter(usable).map(column => el('option', { value: column.index, selected: column.index === index }, say('fromColumn', column.heading))));
    from.addEventListener('change', () => {
      if (from.value === '') delete state.also[one.target];
      else state.also[one.target] = Number(from.value);
      showRest();
      tellMissing();
    });
    line.append(from);
  }
  if (index === undefined) line.append(value());
  else if (fallback(one)) {
    if (!fromHead) line.append(el('span', { class: 'soft' }, say('whenBlank')));
    line.append(value());
  }
  return line;
}

function showRest() {
  const lines = targets().filter(one => one.target !== 'id' && (one.required ? columnOf(one.target) === undefined || fallback(one)
    : state.added.has(one.target) || state.also[one.target] !== undefined));
  $('constants').replaceChildren(...lines.map(constantLine));
  $('addConstant').replaceChildren(el('option', { value: '' }, say('choose')), ...targets()
    .filter(one => one.target !== 'id' && !lines.includes(one) && (columnOf(one.target) === undefined || fallback(one)))
    .map(one => el('option', { value: one.target }, one.name)));
  const tables = targets().map(one => [one, codesOf(one.target)]).filter(([, codes]) => codes).map(([one, codes]) => codeTable(one, codes));
  $('codes').replaceChildren(...tables.filter(one => one.open), ...tables.filter(one => !one.open));
  showDates();
  $('source').value = state.source;
  $('zone').value = state.zone;
  tellMissing();
}

$('addConstant').addEventListener('change', event => {
  if (!event.target.value) return;
  state.added.add(event.target.value);
  showRest();
});

function codeLine(one, codes, value) {
  const set = given => {
    codes.table[value] = given;
    codes.unsure.delete(value);
    line.classList.toggle('open', !given);
    line.querySelector('.unsure')?.remove();
    count();
    changed();
  };
  const count = () => { const at = $(`codes-${one.target}`); if (at) at.textContent = recognised(codes); };
  const line = el('tr', { class: codes.table[value] ? undefined : 'open' },
    el('th', { scope: 'row' }, value, ' ', codes.unsure.has(value) ? el('small', { class: 'unsure' }, say('unsure')) : ''),
    el('td', {}, control(one, `${value} → ${one.name}`, codes.table[value], codes.names[codes.table[value]], set)));
  return line;
}

const recognised = codes => {
  const all = Object.values(codes.table);
  return say('recognised', all.length, all.filter(Boolean).length);
};

function codeTable(one, codes) {
  const values = Object.keys(codes.table);
  const body = el('tbody', {}, ...values.map(value => codeLine(one, codes, value)));
  const others = el('tr', { class: 'others' }, el('th', { scope: 'row' }, say('others')),
    el('td', {}, control(one, `${say('others')} → ${one.name}`, codes.others, null, given => { codes.others = given; changed(); }), el('small', { class: 'soft' }, say('others.hint'))));
  const part = el('details', { class: 'codes', open: values.length === 0 || values.some(value => !codes.table[value] || codes.unsure.has(value)) },
    el('summary', {}, el('b', {}, say(codes.listed ? 'codesOf' : 'codesOf.many', one.name)), ' ', el('span', { class: 'soft', id: `codes-${one.target}` }, codes.listed ? recognised(codes) : '')),
    el('table', {}, el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, say('theirs')), el('th', { scope: 'col' }, say('ours')))), body, el('tfoot', {}, others)));
  if (!codes.listed) {
    const name = el('input', { type: 'text', maxlength: 120, 'aria-label': say('theirs') });
    const add = el('button', { type: 'button', class: 'quiet small' }, say('addCode'));
    add.addEventListener('click', () => {
      const value = name.value.trim();
      if (!value || Object.hasOwn(codes.table, value)) return;
      codes.table[value] = '';
      name.value = '';
      body.append(codeLine(one, codes, value));
    });
    part.append(el('div', { class: 'addcode' }, name, add));
  }
  return part;
}

function showDates() {
  const columns = timeColumns();
  const unclear = columns.filter(column => !column.trueDates && !column.dateFormats.length && state.preview.rows.some(row => row.cells[state.preview.columns.indexOf(column)]));
  const formats = foundFormats();
  $('dates').hidden = !columns.some(column => column.dateFormats.length) && !unclear.length;
  $('dayOrMonth').hidden = !columns.some(column => column.dayOrMonth);
  if (columns.some(column => column.dayOrMonth)) ['M/d/yyyy', 'd/M/yyyy'].forEach(format => { if (!formats.has(format)) formats.set(format, false); });
  $('formats').replaceChildren(...[...formats].map(([format, on]) => {
    const box = el('input', { type: 'checkbox', checked: on });
    box.addEventListener('change', () => { formats.set(format, box.checked); changed(); });
    return el('label', { class: 'format' }, box, ' ', el('code', {}, format), ' ', el('span', { class: 'soft' }, say('example', example(format))));
  }), ...unclear.map(column => el('p', { class: 'fault' }, say('notDates', column.heading))));
  $('moreFormats').value = state.moreFormats;
}

const example = format => format.replace(/yyyy/, '2026').replace(/MM/, '03').replace(/M/, '3').replace(/dd/, '02').replace(/d/, '2')
  .replace(/HH|hh/, '09').replace(/[Hh]/, '9').replace(/mm/, '05').replace(/m(?=分)/, '5').replace(/ss/, '00').replace(/ a$/, ' AM').replace(/'/g, '');

$('moreFormats').addEventListener('input', event => { state.moreFormats = event.target.value; changed(); });
$('source').addEventListener('input', event => { state.source = event.target.value; changed(); });
$('zone').addEventListener('input', event => { state.zone = event.target.value; changed(); });

// --- dry run and import

/** A report of another mapping would mislead. */
function clear() {
  $('result').replaceChildren();
  document.querySelectorAll('.lacks').forEach(old => old.remove());
  $('faults').replaceChildren();
  $('s-file').querySelectorAll('ul.wrong').forEach(old => old.remove());
}
function changed() {
  $('result').replaceChildren();
  $('faults').replaceChildren();
  tellMissing();
}
$('table').addEventListener('change', () => $('result').replaceChildren());

const nameOf = field => {
  const [where, ...rest] = field.split('.');
  if (!['columns', 'constants', 'codes'].includes(where)) {
    const known = /^\w+/.exec(field)?.[0];
    return document.querySelector(`#words [data-word="${known}"]`)?.textContent ?? field;
  }
  const path = rest.join('.');
  const found = state.preview && targets().find(one => path === one.target || path.startsWith(one.target + '.'));
  return found ? [found.name, path.slice(found.target.length + 1)].filter(Boolean).join(' · ') : field;
};

function faults(problem, where = $('faults')) {
  const list = el('ul', { class: 'wrong' }, ...(problem.errors?.length
    ? problem.errors.map(fault => el('li', {}, el('b', {}, nameOf(fault.field)), ' ', fault.message)) : [el('li', {}, problem.title ?? '')]));
  where.append(list);
  list.scrollIntoView({ block: 'nearest' });
}

let last = { content: '', key: '' };

/** The same file with the same mapping has the same key: what got lost on the way is not done twice. */
function keyOf(content) {
  if (last.content !== content) last = { content, key: newId() };
  return last.key;
}

async function submit(dryRun) {
  $('result').replaceChildren();
  $('faults').replaceChildren();
  if (!state.file) return faults({ title: say('noFile') });
  const lacking = missing();
  if (lacking.length) {
    faults({ title: say('missing', lacking.map(one => one.name).join('、')) });
    return document.querySelector('.constant.lacking select, .constant.lacking input')?.focus();
  }
  const text = JSON.stringify(mapping());
  const body = new FormData();
  body.append('file', state.file);
  body.append('mapping', text);
  body.append('dryRun', String(dryRun));
  const buttons = [$('rehearse'), $('import-now')];
  buttons.forEach(button => { button.disabled = true; });
  $('sending').hidden = false;
  const { name, size, lastModified } = state.file;
  const answer = await send('/api/imports', body, keyOf(JSON.stringify([text, dryRun, name, size, lastModified])));
  buttons.forEach(button => { button.disabled = false; });
  $('sending').hidden = true;
  if (!answer.ok) return faults(answer.body);
  stage('go');
  if (!dryRun) return location.assign(`/imports/${encodeURIComponent(answer.body.importId)}`);
  await window.htmx.ajax('GET', `/imports/${encodeURIComponent(answer.body.importId)}`, { target: '#result', swap: 'innerHTML' });
  $('result').scrollIntoView({ block: 'start', behavior: 'auto' });
  $('result').focus({ preventScroll: true });
}

form.addEventListener('submit', event => { event.preventDefault(); submit(true); });
$('import-now').addEventListener('click', () => submit(false));

function stage(name) {
  document.querySelectorAll('.stages li').forEach(item => {
    if (item.dataset.stage === name) item.setAttribute('aria-current', 'step');
    else item.removeAttribute('aria-current');
  });
}
form.addEventListener('focusin', event => {
  const section = event.target.closest('section');
  if (section) stage(section.id.slice(2));
});

// --- with the mapping of an earlier import
const earlier = new URLSearchParams(location.search).get('like');
if (earlier) {
  mappingOf(earlier).then(found => {
    if (!found) return;
    like = { mapping: found };
    $('like').textContent = say('likeOf', found.source);
    $('like').hidden = false;
    if (state.preview) look();
  });
}
