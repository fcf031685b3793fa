// What stands in a form, as the JSON of a command: names like petitioners[0].name make objects and lists, blanks are left out.

const zone = () => document.body.dataset.offset || '+08:00';

function valueOf(field) {
  if (field.type === 'checkbox') return field.dataset.type === 'boolean' ? field.checked : field.checked ? field.value : undefined;
  if (field.type === 'radio' && !field.checked) return undefined;
  const text = field.value.trim();
  if (text === '') return undefined;
  if (field.type === 'datetime-local') return `${text.length === 16 ? text + ':00' : text}${zone()}`;
  switch (field.dataset.type) {
    case 'number': return /^-?\d+$/.test(text) ? Number(text) : text;
    case 'boolean': return text === 'true';
    case 'list': return text.split(/[,，、\s]+/).filter(Boolean);
    default: return text;
  }
}

function put(into, path, value) {
  const steps = path.replaceAll('[]', '.+').replace(/\[(\d+)\]/g, '.$1').split('.');
  steps.forEach((step, i) => {
    const last = i === steps.length - 1;
    const key = step === '+' ? into.length : /^\d+$/.test(step) ? Number(step) : step;
    if (last) into[key] = value;
    else {
      into[key] ??= /^(\d+|\+)$/.test(steps[i + 1]) ? [] : {};
      into = into[key];
    }
  });
}

const dense = value => Array.isArray(value) ? value.filter(one => one !== undefined).map(dense)
  : value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, dense(one)])) : value;

/** Fields of a closed or hidden part do not count. */
export function read(form) {
  const body = {};
  for (const field of form.elements) {
    if (!field.name || field.disabled || 'aside' in field.dataset || field.closest('[hidden]:not([type=hidden])') || field.closest('fieldset:disabled')) continue;
    const value = valueOf(field);
    if (value !== undefined) put(body, field.name, value);
  }
  return dense(body);
}
