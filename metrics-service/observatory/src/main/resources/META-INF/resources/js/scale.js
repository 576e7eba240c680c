/** Where values lie on a drawing, in numbers alone. */

const STEPS = [1, 2, 2.5, 5, 10];
const WIDEST_MEAN = 4;

/** Maps values so that `from` lies at `start` and `to` at `end`; where both are one, it lies at `start`. */
export const linear = (from, to, start, end) => (value) => start + ((value - from) / (to - from || 1)) * (end - start);

/** Round values between the two, about so many. */
export function ticks(low, high, count) {
  const rough = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * STEPS.find((factor) => factor * power >= rough);
  const values = [];
  for (let value = Math.ceil(low / step) * step; value <= high + step * 1e-6; value += step) values.push(Math.abs(value) < step * 1e-6 ? 0 : value);
  return values;
}

/** The lowest and the highest value with some room around them, never one and the same. */
export function range(values, withZero) {
  let low = Math.min(...values, ...(withZero ? [0] : []));
  let high = Math.max(...values, ...(withZero ? [0] : []));
  if (high - low < 1e-9) { low -= 0.5; high += 0.5; }
  const room = (high - low) * 0.08;
  return [low - room, high + room];
}

/** Each value's mean with those around it, so that single frames do not hide the trend; few values stay as they are. */
export function smoothed(points) {
  const half = Math.min(WIDEST_MEAN, Math.floor(points.length / 8));
  return points.map((point, index) => {
    const near = points.slice(Math.max(0, index - half), index + half + 1);
    return { ...point, y: near.reduce((sum, { y }) => sum + y, 0) / near.length };
  });
}

/** The values of all series that can be read one by one, from left to right, each with its series' name. */
export function stops(series) {
  return [...new Map(series.flatMap(({ name, line, dots }) => (dots ?? line).map((point) => [`${name}/${point.x}`, { ...point, name }])))
    .values()].sort((a, b) => a.x - b.x);
}
