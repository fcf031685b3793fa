// Draws the map from the table of townships beside it; whoever cannot see it reads the same there.
const box = document.querySelector('[data-map]');
let map;
let drawn;
let outline;

const rows = () => [...document.querySelectorAll('[data-townships] tbody tr')].map(row => row.dataset);

function sign(town) {
  const text = document.createElement('div');
  const name = document.createElement('small');
  name.textContent = town.name;
  const open = document.createElement('b');
  open.textContent = town.open;
  text.append(open);
  if (Number(town.overdue) > 0) {
    const black = document.createElement('span');
    black.className = 'black';
    black.textContent = ` ▲${town.overdue}`;
    text.append(black);
  }
  text.append(name);
  return text;
}

function words(town) {
  return `${town.name}: ${box.dataset.sayOpen} ${town.open}, ${box.dataset.sayOverdue} ${town.overdue}, ${box.dataset.saySettled} ${town.settled}`;
}

/** What can be clicked can be reached by keyboard, and says what it is. */
function go(layer, town) {
  layer.on('click', () => { if (town.href) location.assign(town.href); });
  layer.on('add', () => {
    const shape = layer.getElement();
    if (!shape || !town.href) return;
    shape.setAttribute('tabindex', '0');
    shape.setAttribute('role', 'link');
    shape.setAttribute('aria-label', words(town));
    shape.addEventListener('keydown', event => { if (event.key === 'Enter') location.assign(town.href); });
  });
  layer.bindTooltip(sign(town), { permanent: true, direction: 'center', offset: [0, box.clientWidth < 500 ? 0 : 9], className: 'sign', interactive: false });
  return layer;
}

function draw(fit) {
  const towns = rows();
  const total = document.querySelector('[data-townships] tfoot tr').dataset;
  const most = Math.max(1, ...towns.map(town => Number(town.open)));
  const byCode = new Map(towns.filter(town => town.code).map(town => [town.code, town]));
  const shown = new Set();
  drawn?.remove();
  drawn = L.featureGroup().addTo(map);
  const areas = outline.features.filter(area => byCode.has(area.properties.code));
  const county = outline.features.filter(area => !byCode.has(area.properties.code));
  const centres = towns.filter(town => town.lat && town.lon && !areas.some(area => area.properties.code === town.code));
  county.forEach(area => {
    const layer = L.geoJSON(area, { interactive: false, style: { className: 'county' } }).addTo(drawn);
    // where nothing more is known than the county's shape, its own numbers are all that has a place there
    if (!areas.length && !centres.length && county.length === 1) {
      layer.bindTooltip(sign({ name: area.properties.name, open: total.open, overdue: total.overdue }), { permanent: true, direction: 'center', className: 'sign whole' });
    }
  });
  areas.forEach(area => {
    const town = byCode.get(area.properties.code);
    shown.add(town.code);
    L.geoJSON(area, { style: { className: `area ${town.tone}` }, onEachFeature: (feature, layer) => go(layer, town) }).addTo(drawn);
  });
  centres.forEach(town => {
    shown.add(town.code);
    const radius = (box.clientWidth < 500 ? 0.6 : 1) * ((box.closest('#wall') ? 15 : 11) + 22 * Math.sqrt(Number(town.open) / most));
    go(L.circleMarker([town.lat, town.lon], { radius, className: `dot ${town.tone}` }), town).addTo(drawn);
  });
  if (fit && drawn.getLayers().length) map.fitBounds(drawn.getBounds().pad(0.04));
  const left = towns.filter(town => town.code && !shown.has(town.code));
  const note = document.getElementById('unplaced');
  if (note) note.hidden = left.length === 0;
}

async function start() {
  const answer = await fetch('/map/outline.json', { headers: { Accept: 'application/json' } }).catch(() => null);
  outline = answer?.ok ? await answer.json() : { features: [] };
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  map = L.map(box, { zoomSnap: 0.1, attributionControl: Boolean(box.dataset.attribution), zoomControl: false, fadeAnimation: !still, zoomAnimation: !still, scrollWheelZoom: false });
  map.setView([0, 0], 2);
  L.control.zoom({ zoomInTitle: box.dataset.sayIn, zoomOutTitle: box.dataset.sayOut }).addTo(map);
  map.attributionControl?.setPrefix(false);
  if (box.dataset.tiles) {
    const escaped = document.createElement('span');
    escaped.textContent = box.dataset.attribution ?? '';
    L.tileLayer(box.dataset.tiles, { attribution: escaped.innerHTML, maxZoom: 18 }).addTo(map);
  }
  draw(true);
  // the wall asks for its numbers again: the map stays where it is
  document.addEventListener('htmx:afterSettle', () => draw(false));
}

if (box && window.L) start();
