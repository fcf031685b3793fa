// Draws a chart beside each table that asks for one, from what stands in the table: whoever cannot see it reads the same there.
const drawn = new Map();
const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** Writes rate and parts behind each bar: no rate stands without its denominator, in a chart neither. */
const beside = {
  id: 'beside',
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const parts = chart.config.options.parts;
    ctx.save();
    ctx.font = `12px ${getComputedStyle(document.body).fontFamily}`;
    ctx.textBaseline = 'middle';
    chart.getDatasetMeta(0).data.forEach((bar, n) => {
      const value = chart.data.datasets[0].data[n];
      // on a phone the rate can be read off the axis, the parts cannot
      const narrow = chart.chartArea.width < 260;
      const text = narrow ? parts[n] : `${value === null ? '—' : value.toFixed(2) + ' %'}   ${parts[n]}`;
      const room = chart.chartArea.right - bar.x;
      const inside = value !== null && room < ctx.measureText(text).width + 8;
      ctx.fillStyle = inside ? '#fff' : colour('--ink');
      ctx.textAlign = inside ? 'right' : 'left';
      ctx.fillText(text, (value === null ? chart.chartArea.left : bar.x) + (inside ? -6 : 6), bar.y);
    });
    ctx.restore();
  },
};

function number(text) {
  return text === undefined || text === '' ? null : Number(text);
}

function draw(table) {
  const rows = [...table.querySelectorAll('tbody tr[data-label]')];
  const line = table.dataset.chart === 'line';
  if (rows.length < (line ? 2 : 1) || !window.Chart) return;
  const box = document.createElement('div');
  box.className = 'chart';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', `${table.dataset.title}: ${rows.map(row => `${row.dataset.label} ${row.dataset.value ? row.dataset.value + ' %' : '—'} (${row.dataset.parts})`).join('; ')}`);
  box.append(canvas);
  table.closest('.scroll').before(box);
  const parts = rows.map(row => row.dataset.parts);
  const then = table.dataset.then;
  if (!line) box.style.height = `${rows.length * (then ? 34 : 24) + 50}px`;
  const series = [{ label: table.dataset.now ?? table.dataset.title, data: rows.map(row => number(row.dataset.value)), backgroundColor: '#2b6cb0', borderColor: '#2b6cb0', pointRadius: 4, tension: 0, borderWidth: line ? 2 : 0 }];
  if (then) series.push({ label: then, data: rows.map(row => number(row.dataset.then)), backgroundColor: '#b8c4d2', borderColor: '#8794a3', borderDash: [5, 4], borderWidth: line ? 2 : 0, pointRadius: 3 });
  const scale = { min: 0, max: 100, ticks: { callback: value => `${value} %` }, grid: { color: colour('--line') } };
  const labels = { grid: { display: false }, ticks: { autoSkip: false, maxRotation: 0, color: colour('--ink') } };
  const roomy = box.clientWidth / rows.length > 50;
  if (line && !roomy) labels.ticks.autoSkip = true;
  drawn.set(canvas, new window.Chart(canvas, {
    type: line ? 'line' : 'bar',
    data: { labels: rows.map((row, n) => line && roomy ? [row.dataset.label, parts[n]] : row.dataset.label), datasets: series },
    plugins: line ? [] : [beside],
    options: {
      parts, animation: false, responsive: true, maintainAspectRatio: false, indexAxis: line ? 'x' : 'y',
      font: { family: getComputedStyle(document.body).fontFamily },
      scales: line ? { y: scale, x: labels } : { x: scale, y: labels },
      plugins: {
        legend: { display: Boolean(then), position: 'bottom' },
        tooltip: { callbacks: { title: items => rows[items[0].dataIndex].dataset.label, label: item => `${item.dataset.label}: ${item.raw === null ? '—' : item.raw.toFixed(2) + ' %'}`, afterLabel: item => item.datasetIndex === 0 ? parts[item.dataIndex] : '' } },
      },
    },
  }));
}

function all(within) {
  drawn.forEach((chart, canvas) => {
    if (!canvas.isConnected) { chart.destroy(); drawn.delete(canvas); }
  });
  within.querySelectorAll('table[data-chart]').forEach(draw);
}

all(document);
document.addEventListener('htmx:afterSwap', () => all(document.getElementById('answer')));
