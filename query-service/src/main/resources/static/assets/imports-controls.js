// What the import page builds with: its words, and a control for each sort of value.
const box = document.getElementById('words');

/** A word of the page; {0}, {1} … are filled in. */
export function say(name, ...given) {
  const word = box.querySelector(`[data-word="${name}"]`).textContent;
  return word.replace(/\{(\d)\}/g, (all, i) => given[Number(i)]);
}

/** An element with attributes and children; text is text, never markup. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== null && value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

const catalogues = { place: 'places', unit: 'units', category: 'categories', officer: 'officers' };
const shown = new Map();
let made = 0;

/** What a code is called; it is looked up once. */
async function nameOf(what, code) {
  const key = `${what} ${code}`;
  if (!shown.has(key)) {
    shown.set(key, fetch(`/choose/${what}?q=${encodeURIComponent(code)}`, { headers: { 'Accept': 'text/html' } })
      .then(answer => answer.ok ? answer.text() : '')
      .then(html => [...new DOMParser().parseFromString(`<ul>${html}</ul>`, 'text/html').querySelectorAll('[data-value]')]
        .find(option => option.dataset.value === code)?.dataset.shown ?? code)
      .catch(() => code));
  }
  return shown.get(key);
}

/**
 * Something to enter or choose a value of a target with.
 * @param name of the value, when it is known already; else it is looked up
 * @param changed is told the new value
 */
export function control(target, label, value, name, changed) {
  const what = catalogues[target.target];
  if (what) {
    const chosen = document.querySelector(`template[data-reference=${what}]`).content.firstElementChild.cloneNode(true);
    const input = chosen.querySelector('[role=combobox]');
    const list = chosen.querySelector('[role=listbox]');
    const hidden = chosen.querySelector('[type=hidden]');
    input.id = `c-${++made}`;
    list.id = `${input.id}-options`;
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-label', label);
    hidden.removeAttribute('name');
    if (value) {
      hidden.value = value;
      input.value = name ?? value;
      if (!name) nameOf(what, value).then(found => { if (hidden.value === value && input.value === value) input.value = found; });
    }
    chosen.addEventListener('change', () => changed(hidden.value));
    return chosen;
  }
  const select = document.querySelector(`template[data-constants=${target.target}]`)?.content.firstElementChild;
  const field = select ? select.cloneNode(true)
    : el('input', { type: target.sort === 'TIME' ? 'date' : 'text', maxlength: 120, autocomplete: 'off' });
  field.setAttribute('aria-label', label);
  field.value = value ?? '';
  field.addEventListener('change', () => changed(field.value.trim()));
  return field;
}
