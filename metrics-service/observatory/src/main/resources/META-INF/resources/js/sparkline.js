/** A small line of figures over time, with the zero line where it is in sight. */

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 64;
const MARGIN = 5;

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** @param {number[]} values oldest first */
export function sparkline(values, label) {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label, preserveAspectRatio: 'none' });
  const low = Math.min(0, ...values);
  const high = Math.max(0.1, ...values);
  const y = (value) => MARGIN + ((high - value) / (high - low)) * (HEIGHT - 2 * MARGIN);
  const x = (index) => MARGIN + (index / Math.max(1, values.length - 1)) * (WIDTH - 2 * MARGIN);
  svg.append(shape('line', { class: 'zero', x1: 0, x2: WIDTH, y1: y(0), y2: y(0) }));
  const points = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`);
  svg.append(
    shape('polygon', { class: 'area', points: `${x(0)},${y(0)} ${points.join(' ')} ${x(values.length - 1)},${y(0)}` }),
    shape('polyline', { class: 'line', points: points.join(' ') }));
  return svg;
}
