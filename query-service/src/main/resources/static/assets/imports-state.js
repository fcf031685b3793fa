// What the officer has said about the ledger so far, and the mapping that follows from it.

/** True dates come back from a file of failed rows in these forms. */
const ALWAYS = ['yyyy-M-d H:mm:ss', 'yyyy-M-d'];

export const state = {
  file: null, preview: null, sheet: null, charset: null, headingLine: null,
  /** column → target, as the heads of the table say; also: target → column, when a column serves twice */
  heads: {}, also: {},
  constants: {}, added: new Set(),
  /** target → { column, table: value → code, others, names: code → name } */
  codes: {},
  formats: new Map(), moreFormats: '', source: '', zone: '',
};

export const targets = () => state.preview.targets;
export const target = name => targets().find(one => one.target === name);
export const heading = index => state.preview.columns[index].heading;
export const usable = column => column.heading !== '' && !column.ambiguous;

/** The column that a target is taken from; undefined when there is none. */
export function columnOf(name) {
  const head = Object.keys(state.heads).find(index => state.heads[index] === name);
  return head === undefined ? state.also[name] : Number(head);
}

/** Begins with what the preview suggests. */
export function suggest(preview) {
  state.preview = preview;
  state.heads = {};
  state.also = {};
  state.codes = {};
  state.constants = { ...preview.constants };
  state.added = new Set();
  state.formats = new Map();
  state.moreFormats = '';
  preview.columns.forEach(column => { if (column.target) state.heads[column.index] = column.target; });
  state.source = preview.source;
  state.zone = preview.zone;
}

/** Takes over a mapping of an earlier import; answers the headings that this ledger lacks. */
export function apply(mapping) {
  const lacks = [];
  state.heads = {};
  state.also = {};
  state.codes = {};
  for (const [name, wanted] of Object.entries(mapping.columns ?? {})) {
    const column = state.preview.columns.find(one => usable(one) && one.heading === wanted.trim().replace(/\s+/g, ' '));
    if (!column) lacks.push(wanted);
    else if (state.heads[column.index]) state.also[name] = column.index;
    else state.heads[column.index] = name;
  }
  state.constants = { ...mapping.constants };
  state.added = new Set(Object.keys(state.constants));
  for (const [name, given] of Object.entries(mapping.codes ?? {})) {
    const codes = codesOf(name);
    if (!codes) continue;
    const { '*': others, ...table } = given;
    codes.names = {};
    codes.unsure = new Set();
    codes.table = { ...Object.fromEntries(Object.keys(codes.table).map(value => [value, ''])), ...table };
    codes.others = others ?? '';
  }
  state.formats = new Map((mapping.dateFormats ?? []).map(format => [format, true]));
  state.source = mapping.source ?? state.source;
  state.zone = mapping.zone ?? state.zone;
  return lacks;
}

/** What the words of a coded column mean, so far; undefined when it needs no table. */
export function codesOf(name) {
  const index = columnOf(name);
  if (index === undefined || target(name).sort !== 'CODE') return undefined;
  const known = state.codes[name];
  if (known?.column === index) return known;
  const column = state.preview.columns[index];
  const guesses = column.codes?.[name] ?? {};
  const values = column.values ?? [];
  if (values.length && values.every(value => guesses[value]?.code === value)) return undefined;
  const codes = { column: index, table: {}, others: '', names: {}, unsure: new Set(), listed: column.values !== undefined };
  values.forEach(value => {
    const guess = guesses[value];
    codes.table[value] = guess?.code ?? '';
    if (guess?.name) codes.names[guess.code] = guess.name;
    if (guess && !guess.sure) codes.unsure.add(value);
  });
  return state.codes[name] = codes;
}

/** Columns that hold times, with the target each is taken for. */
export const timeColumns = () => targets().filter(one => one.sort === 'TIME' && columnOf(one.target) !== undefined)
  .map(one => state.preview.columns[columnOf(one.target)]);

/** Formats that the time columns seem to be written in are on until somebody takes them off. */
export function foundFormats() {
  timeColumns().flatMap(column => column.dateFormats).forEach(format => {
    if (!state.formats.has(format)) state.formats.set(format, true);
  });
  return state.formats;
}

/** Required targets that have neither a column nor a value. */
export const missing = () => targets().filter(one => one.required && columnOf(one.target) === undefined && !state.constants[one.target]);

export function mapping() {
  const { preview } = state;
  const some = object => Object.keys(object).length ? object : undefined;
  const columns = {};
  const codes = {};
  for (const { target: name } of targets()) {
    const index = columnOf(name);
    if (index === undefined) continue;
    columns[name] = heading(index);
    const known = codesOf(name);
    if (!known) continue;
    const table = Object.fromEntries(Object.entries(known.table).filter(([, code]) => code));
    if (known.others) table['*'] = known.others;
    if (some(table)) codes[name] = table;
  }
  const formats = [...foundFormats()].filter(([, on]) => on).map(([format]) => format);
  const more = state.moreFormats.split(/[;；]/).map(one => one.trim()).filter(Boolean);
  return {
    source: state.source.trim(),
    // a workbook with one sheet is the same ledger next month, whatever its sheet is called then
    sheet: preview.sheets.length > 1 ? preview.sheet : undefined,
    charset: state.charset ?? undefined,
    zone: state.zone.trim(),
    dateFormats: [...new Set([...formats, ...more, ...ALWAYS])],
    columns,
    constants: some(Object.fromEntries(Object.entries(state.constants).filter(([name, value]) => value && name !== 'id'))),
    codes: some(codes),
  };
}
