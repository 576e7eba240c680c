/** Lines over time or steps: a readable SVG that is drawn anew when its place changes, read by pointer, keyboard and ear. */
import { element } from './dom.js';
import { linear, range, stops, ticks } from './scale.js';

const SVG = 'http://www.w3.org/2000/svg';
const HEIGHT = 190;
const MARGIN = { left: 66, right: 12, top: 12, bottom: 24 };

function shape(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/**
 * @param {{title: string, summary: string, zero?: boolean, x: (value: number) => string, y: (value: number) => string,
 *   series: {name: string, dots?: object[], line: {x: number, y: number, text?: string}[], reference?: boolean}[],
 *   marks?: {x: number, text: string}[]}} chart
 */
export function lineChart(chart) {
  const readout = element('output', { class: 'readout', 'aria-live': 'polite' });
  const place = element('div', { class: 'plot', tabindex: '0', role: 'group', 'aria-label': `${chart.title}. ${chart.summary} Arrow keys read single values.` });
  const legend = element('ul', { class: 'legend', 'aria-hidden': 'true' },
    ...chart.series.map(({ name }, index) => element('li', { 'data-series': String(index) }, name)));
  const figure = element('figure', { class: 'chart' },
    element('figcaption', {}, element('span', { class: 'chart-title' }, chart.title), readout), place, legend);
  legend.hidden = chart.series.length < 2;
  const reader = read(chart, place, readout);
  const watcher = new ResizeObserver(() => {
    if (!place.isConnected) { watcher.disconnect(); return; }
    reader.redrawn(draw(chart, place));
  });
  watcher.observe(place);
  return figure;
}

function draw(chart, place) {
  const width = Math.max(200, place.clientWidth);
  const all = chart.series.flatMap(({ line, dots = [] }) => [...line, ...dots]);
  const xs = all.map((point) => point.x);
  const [low, high] = range(all.map((point) => point.y), chart.zero);
  const first = Math.min(...xs);
  const last = Math.max(...xs);
  const x = linear(first, last, MARGIN.left, width - MARGIN.right);
  const y = linear(high, low, MARGIN.top, HEIGHT - MARGIN.bottom);
  const svg = shape('svg', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, 'aria-hidden': 'true' });
  for (const value of ticks(low, high, 4)) {
    svg.append(shape('line', { class: value === 0 && chart.zero ? 'zero' : 'rule', x1: MARGIN.left, x2: width - MARGIN.right, y1: y(value), y2: y(value) }),
      shape('text', { class: 'tick', x: MARGIN.left - 8, y: y(value) + 4, 'text-anchor': 'end' }, chart.y(value)));
  }
  const across = width < 420 ? 2 : 4;
  let said = '';
  for (let i = 0; i <= across; i += 1) {
    const value = first + ((last - first) * i) / across;
    const text = chart.x(value);
    // Within a minute all would say the same.
    if (text !== said) svg.append(shape('text', { class: 'tick', x: x(value), y: HEIGHT - 6, 'text-anchor': i === 0 ? 'start' : i === across ? 'end' : 'middle' }, text));
    said = text;
  }
  for (const mark of chart.marks ?? []) {
    if (mark.x < first || mark.x > last) continue;
    const line = shape('line', { class: 'mark', x1: x(mark.x), x2: x(mark.x), y1: MARGIN.top, y2: HEIGHT - MARGIN.bottom });
    line.append(shape('title', {}, mark.text));
    svg.append(line);
  }
  chart.series.forEach(({ line, dots = [], reference }, index) => {
    const group = shape('g', { class: reference ? 'series reference' : 'series', 'data-series': index });
    dots.forEach((dot) => group.append(shape('circle', { cx: x(dot.x), cy: y(dot.y), r: 2 })));
    group.append(shape('polyline', { points: line.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ') }));
    if (line.length === 1) group.append(shape('circle', { cx: x(line[0].x), cy: y(line[0].y), r: 3 }));
    svg.append(group);
  });
  const cursor = shape('line', { class: 'cursor', x1: 0, x2: 0, y1: MARGIN.top, y2: HEIGHT - MARGIN.bottom, visibility: 'hidden' });
  svg.append(cursor);
  place.replaceChildren(svg);
  return { x, cursor };
}

/** The value under the pointer, or the next one by arrow keys. */
function read(chart, place, readout) {
  const values = stops(chart.series);
  let drawn = null;
  let at = values.length;
  const show = (index) => {
    at = Math.max(0, Math.min(values.length - 1, index));
    const stop = values[at];
    readout.textContent = `${stop.text ?? `${stop.name}, ${chart.x(stop.x)}`}: ${chart.y(stop.y)}`;
    drawn.cursor.setAttribute('visibility', 'visible');
    drawn.cursor.setAttribute('x1', drawn.x(stop.x));
    drawn.cursor.setAttribute('x2', drawn.x(stop.x));
  };
  const hide = () => {
    readout.textContent = '';
    drawn?.cursor.setAttribute('visibility', 'hidden');
  };
  place.addEventListener('pointermove', (event) => {
    if (!drawn) return;
    const here = event.clientX - place.getBoundingClientRect().left;
    const distance = (stop) => Math.abs(drawn.x(stop.x) - here);
    show(values.reduce((best, stop, index) => (distance(stop) < distance(values[best]) ? index : best), 0));
  });
  place.addEventListener('pointerleave', hide);
  place.addEventListener('blur', hide);
  place.addEventListener('keydown', (event) => {
    const next = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: values.length - 1 }[event.key];
    if (next === undefined || !drawn) return;
    event.preventDefault();
    show(next);
  });
  return { redrawn: (now) => { drawn = now; } };
}
