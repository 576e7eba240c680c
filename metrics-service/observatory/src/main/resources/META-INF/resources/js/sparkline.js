/** A small line of figures over time, with the zero line where it is in sight. */
import { linear } from './scale.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 64;
const MARGIN = 5;

function shape(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Where the zero line and the values lie; the area under the line ends at both sides on zero. */
export function outline(values) {
  const y = linear(Math.max(0.1, ...values), Math.min(0, ...values), MARGIN, HEIGHT - MARGIN);
  const x = linear(0, Math.max(1, values.length - 1), MARGIN, WIDTH - MARGIN);
  const line = values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  return { zero: y(0), line, area: `${x(0)},${y(0)} ${line} ${x(values.length - 1)},${y(0)}` };
}

/** @param {number[]} values oldest first */
export function sparkline(values, label) {
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label, preserveAspectRatio: 'none' });
  const { zero, line, area } = outline(values);
  svg.append(
    shape('line', { class: 'zero', x1: 0, x2: WIDTH, y1: zero, y2: zero }),
    shape('polygon', { class: 'area', points: area }),
    shape('polyline', { class: 'line', points: line }));
  return svg;
}
