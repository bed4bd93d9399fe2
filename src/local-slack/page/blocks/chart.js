// @ts-check
// Charts, drawn: bars, lines, areas and a pie, each with its figures in words for whoever hears the page.
import { h, svg } from '../dom.js';

/** @typedef {Record<string, any>} Json */
/** @typedef {{name: string, data: {label: string, value: number}[]}} Series */

const WIDTH = 560;
const HEIGHT = 220;
const PAD = { top: 14, right: 14, bottom: 34, left: 58 };
const LINES = 4;
const COLOURS = 8;

/** @param {Json} block @returns {HTMLElement} */
export function drawChart(block) {
  const { chart, title } = block;
  const drawing = chart.type === 'pie' ? drawPie(chart.segments) : drawAxes(chart);
  const words = chart.type === 'pie' ? saidOf(chart.segments) : chart.series.map(seriesWords).join('; ');
  drawing.setAttribute('role', 'img');
  drawing.setAttribute('aria-label', `${title}: ${words}`);
  const names =
    chart.type === 'pie'
      ? chart.segments.map((/** @type {Json} */ one) => one.label)
      : chart.series.map((/** @type {Series} */ one) => one.name);
  return h(
    'figure',
    { class: 'chart' },
    h('figcaption', null, title),
    drawing,
    names.length > 1 || chart.type === 'pie' ? legend(names) : null,
  );
}

/** @param {Series} series */
function seriesWords({ name, data }) {
  return `${name}, ${saidOf(data)}`;
}

/** @param {{label: string, value: number}[]} points */
function saidOf(points) {
  return points.map(({ label, value }) => `${label} ${full(value)}`).join(', ');
}

/** @param {number} value */
function full(value) {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}

/** @param {number} value */
function short(value) {
  return value.toLocaleString('en-US', { notation: 'compact', maximumFractionDigits: 1 });
}

/** @param {string[]} names */
function legend(names) {
  return h(
    'ul',
    { class: 'legend', 'aria-hidden': 'true' },
    names.map((name, index) => h('li', null, h('span', { class: `swatch s${index % COLOURS}` }), name)),
  );
}

/** Round steps, some four of them, that hold all values. @param {number[]} values */
function scaleOf(values) {
  const most = Math.max(0, ...values);
  const least = Math.min(0, ...values);
  const rough = (most - least) / LINES || 1;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * unit >= rough) ?? 10) * unit;
  return { step, top: Math.ceil(most / step) * step || step, bottom: Math.floor(least / step) * step };
}

/** @param {Json} chart */
function drawAxes({ type, series, axis_config: axis }) {
  const values = series.flatMap((/** @type {Series} */ one) => one.data.map(({ value }) => value));
  const { step, top, bottom } = scaleOf(values);
  const right = WIDTH - PAD.right;
  const y = (/** @type {number} */ value) =>
    PAD.top + ((top - value) / (top - bottom)) * (HEIGHT - PAD.top - PAD.bottom);
  const slot = (right - PAD.left) / axis.categories.length;
  const middle = (/** @type {number} */ index) => PAD.left + slot * (index + 0.5);
  const drawing = svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: `chart-drawing ${type}` });
  for (let value = bottom; value <= top + step / 2; value += step) {
    drawing.append(
      svg('line', {
        x1: PAD.left,
        x2: right,
        y1: y(value),
        y2: y(value),
        class: value === 0 ? 'axis' : 'grid',
      }),
      svg('text', { x: PAD.left - 8, y: y(value) + 4, class: 'tick end' }, short(value)),
    );
  }
  axis.categories.forEach((/** @type {string} */ label, /** @type {number} */ index) => {
    drawing.append(
      svg(
        'text',
        { x: middle(index), y: HEIGHT - PAD.bottom + 18, class: 'tick middle' },
        clipped(label, slot),
      ),
    );
  });
  if (axis.y_label)
    drawing.append(
      svg(
        'text',
        { x: 12, y: HEIGHT / 2, class: 'tick middle turned', transform: `rotate(-90 12 ${HEIGHT / 2})` },
        axis.y_label,
      ),
    );
  series.forEach((/** @type {Series} */ one, /** @type {number} */ index) => {
    const colour = `s${index % COLOURS}`;
    if (type === 'bar') drawing.append(...bars(one, index, series.length, { slot, middle, y, colour }));
    else drawing.append(...curve(one, type === 'area', { middle, y, colour }));
  });
  return drawing;
}

/** As many letters as the slot has room for. @param {string} label @param {number} width */
function clipped(label, width) {
  const most = Math.max(3, Math.floor(width / 6.2));
  return label.length > most ? `${label.slice(0, most - 1)}…` : label;
}

/**
 * @param {Series} series @param {number} index @param {number} count
 * @param {{slot: number, middle: (index: number) => number, y: (value: number) => number, colour: string}} place
 */
function bars({ name, data }, index, count, { slot, middle, y, colour }) {
  const width = Math.min(64, (slot * 0.72) / count);
  return data.flatMap(({ label, value }, at) => {
    const x = middle(at) + (index - count / 2) * width;
    const top = Math.min(y(value), y(0));
    const bar = svg(
      'rect',
      {
        x: x + 1,
        y: top,
        width: Math.max(1, width - 2),
        height: Math.max(1, Math.abs(y(value) - y(0))),
        rx: 3,
        class: `bar ${colour}`,
      },
      svg('title', null, `${name}, ${label}: ${full(value)}`),
    );
    const words =
      count === 1
        ? svg('text', { x: x + width / 2, y: top - 4, class: 'tick middle value' }, short(value))
        : null;
    return words && value !== 0 ? [bar, words] : [bar];
  });
}

/**
 * @param {Series} series @param {boolean} filled
 * @param {{middle: (index: number) => number, y: (value: number) => number, colour: string}} place
 */
function curve({ name, data }, filled, { middle, y, colour }) {
  const points = data.map(({ value }, index) => `${middle(index)},${y(value)}`);
  const line = svg('polyline', { points: points.join(' '), class: `line ${colour}` });
  const dots = data.map(({ label, value }, index) =>
    svg(
      'circle',
      { cx: middle(index), cy: y(value), r: 3.5, class: `dot ${colour}` },
      svg('title', null, `${name}, ${label}: ${full(value)}`),
    ),
  );
  if (!filled) return [line, ...dots];
  const ends = `${middle(data.length - 1)},${y(0)} ${middle(0)},${y(0)}`;
  return [svg('polygon', { points: `${points.join(' ')} ${ends}`, class: `area ${colour}` }), line, ...dots];
}

/** @param {{label: string, value: number}[]} segments */
function drawPie(segments) {
  const size = 200;
  const radius = 88;
  const centre = size / 2;
  const total = segments.reduce((sum, { value }) => sum + value, 0);
  const drawing = svg('svg', { viewBox: `0 0 ${size} ${size}`, class: 'chart-drawing pie' });
  let from = -Math.PI / 2;
  segments.forEach(({ label, value }, index) => {
    const share = value / total;
    const to = from + share * 2 * Math.PI;
    const at = (/** @type {number} */ angle) =>
      `${centre + radius * Math.cos(angle)} ${centre + radius * Math.sin(angle)}`;
    const title = svg('title', null, `${label}: ${full(value)} (${Math.round(share * 100)} %)`);
    const piece = `slice s${index % COLOURS}`;
    // A whole circle cannot be drawn as an arc from a point to itself.
    drawing.append(
      share > 0.9999
        ? svg('circle', { cx: centre, cy: centre, r: radius, class: piece }, title)
        : svg(
            'path',
            {
              d: `M${centre} ${centre}L${at(from)}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 1 ${at(to)}Z`,
              class: piece,
            },
            title,
          ),
    );
    from = to;
  });
  return drawing;
}
