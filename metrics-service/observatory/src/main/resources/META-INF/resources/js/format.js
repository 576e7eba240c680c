/** Figures and times as people read them. */

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' });
const absolute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium' });
const NONE = '–';

export const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);

export const fixed = (value, digits = 2) => (isNumber(value) ? value.toFixed(digits) : NONE);

export const decibels = (value) => (isNumber(value) ? `${value.toFixed(1)} dB` : NONE);

/** With its sign, and a true minus. */
export function signedDecibels(value) {
  if (!isNumber(value)) return NONE;
  const sign = value < 0 ? '−' : '+';
  return `${sign}${Math.abs(value).toFixed(2)} dB`;
}

export const percent = (share) => (isNumber(share) ? `${Math.round(100 * share)} %` : NONE);

export function duration(milliseconds) {
  if (!isNumber(milliseconds)) return NONE;
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 3_600_000) return `${Math.round(milliseconds / 60_000)} min`;
  return `${(milliseconds / 3_600_000).toFixed(1)} h`;
}

export function bytes(count) {
  if (count < 1000) return `${count} B`;
  const units = ['kB', 'MB', 'GB'];
  let value = count;
  let unit = -1;
  do { value /= 1000; unit += 1; } while (value >= 999.5 && unit < units.length - 1);
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}

export function ago(instant) {
  const seconds = (new Date(instant).getTime() - Date.now()) / 1000;
  const steps = [[60, 'second', 1], [3600, 'minute', 60], [86_400, 'hour', 3600], [Infinity, 'day', 86_400]];
  if (seconds > -5) return 'just now';
  const [, unit, size] = steps.find(([limit]) => Math.abs(seconds) < limit);
  return relative.format(Math.round(seconds / size), unit);
}

export const moment = (instant) => (instant ? absolute.format(new Date(instant)) : NONE);

export const short = (hash) => (hash ? hash.slice(0, 12) : NONE);

export const plural = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** Fills a time element that is kept up to date by refreshTimes. */
export function stamp(element, instant) {
  element.dateTime = instant;
  element.title = moment(instant);
  element.textContent = ago(instant);
}

/** Brings every "3 minutes ago" up to date. */
export function refreshTimes(root = document) {
  root.querySelectorAll('time[datetime]').forEach((element) => {
    const text = ago(element.dateTime);
    if (element.textContent !== text) element.textContent = text;
  });
}

/** Whether a palette is that of another picture of the place. */
export const isOfPicture = (palette) => palette === 'target' || Boolean(palette?.startsWith('like:'));

/** What steered a frame's colours, short. */
export function paletteName(palette) {
  if (palette.startsWith('like:')) return `like ${palette.slice(5, 13)}`;
  if (palette.startsWith('look:')) return palette.slice(5).replace('*', ' × ');
  return palette === 'target' ? 'like its target' : palette;
}
