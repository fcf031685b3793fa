// What makes a visit report whole: the same conditions as at the office, so that nothing comes back for a slip.
export const TYPES = ['DOWN_VISIT', 'APPOINTED_VISIT', 'INSPECTION_VISIT', 'RECEPTION'];
export const OUTCOMES = ['RESOLVED_ON_SPOT', 'COMMITMENT', 'ESCALATED', 'NOT_MET'];
export const STANCES = ['ACCEPTS', 'OBJECTS', 'UNDECIDED', 'UNKNOWN'];
export const MOST_FILES = 12;

const two = number => String(number).padStart(2, '0');

/** A moment as the phone's clock on the wall shows it, for a field. */
export const onTheWall = date =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;

/** A field's time with the phone's offset on that day; empty stays undefined. */
export function withOffset(text) {
  if (!text) return undefined;
  const minutes = -new Date(text).getTimezoneOffset();
  const sign = minutes < 0 ? '-' : '+';
  return `${text.slice(0, 16)}:00${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

export const withoutOffset = text => text ? onTheWall(new Date(text)) : '';

/** Three decimals are about a hundred metres: the village, not the door. */
export const coarse = ({ latitude, longitude }) => ({ lat: Math.round(latitude * 1000) / 1000, lon: Math.round(longitude * 1000) / 1000 });

/** What is wrong with a visit, in the order of the form: [{field, code}]. */
export function faults(visit, now = new Date()) {
  const found = [];
  const must = (holds, field, code) => { if (!holds) found.push({ field, code }); };
  must(TYPES.includes(visit.type), 'type', 'missing');
  must(visit.startedAt, 'startedAt', 'missing');
  must(!visit.startedAt || new Date(visit.startedAt) <= now, 'startedAt', 'inFuture');
  must(!visit.endedAt || !visit.startedAt || new Date(visit.endedAt) >= new Date(visit.startedAt), 'endedAt', 'endsBefore');
  must(/^(\d{6}|\d{9}|\d{12})(-\d{1,3})?$/.test(visit.place ?? ''), 'place', 'placeCode');
  must((visit.peopleMet ?? '').length <= 1000, 'peopleMet', 'tooLong');
  must(visit.findings, 'findings', 'missing');
  must((visit.findings ?? '').length <= 10_000, 'findings', 'tooLong');
  must(OUTCOMES.includes(visit.outcome), 'outcome', 'missing');
  must(visit.outcome !== 'COMMITMENT' || visit.commitmentBy, 'commitmentBy', 'missing');
  must(!visit.commitmentBy || !visit.startedAt || visit.commitmentBy >= visit.startedAt.slice(0, 10), 'commitmentBy', 'beforeVisit');
  return found;
}
