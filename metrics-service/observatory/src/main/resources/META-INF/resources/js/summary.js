/** The feed in figures, and the line of the gain over grey. */
import * as api from './api.js';
import { byId } from './dom.js';
import { decibels, duration, isNumber, plural, short, signedDecibels } from './format.js';
import { sparkline } from './sparkline.js';

const CALM = 700;
let timer = null;

/** Reads the figures soon; many calls in a row are one. */
export function refreshSummary(then) {
  if (timer) return;
  timer = setTimeout(async () => {
    timer = null;
    try {
      const summary = await api.summary();
      show(summary);
      then?.(summary);
    } catch {
      // The connection's own status says so; the next event tries again.
    }
  }, CALM);
}

/** The figures as they are said. */
export function inWords(summary) {
  const gain = summary.meanGainDecibels;
  return {
    coloured: summary.coloured,
    waiting: summary.waiting ? `${summary.waiting} developing` : `${summary.scored} with known truth`,
    gain: signedDecibels(gain),
    psnr: decibels(summary.meanPsnrDecibels),
    latency: duration(summary.medianLatencyMillis),
    model: summary.modelName ?? '–',
    provider: summary.modelId ? `${short(summary.modelId)} · ${summary.executionProvider}` : '',
    mood: isNumber(gain) ? (gain < 0 ? 'bad' : 'good') : '',
  };
}

function show(summary) {
  const { mood, ...words } = inWords(summary);
  byId('figures').hidden = summary.coloured === 0;
  for (const [name, text] of Object.entries(words)) byId(`sum-${name}`).textContent = text;
  byId('sum-gain').className = mood;
}

/** The gains of the frames that have one, oldest first. */
export const gains = (newestFirst) => newestFirst.map((item) => item.score?.gainDecibels).filter(isNumber).reverse();

/** Draws the gains of the frames, which come newest first. */
export function showTrend(items) {
  const line = gains(items);
  const trend = byId('trend');
  trend.hidden = line.length < 3;
  trend.querySelector('svg')?.remove();
  if (!trend.hidden) {
    trend.prepend(sparkline(line, `Gain over grey of the newest ${plural(line.length, 'scored frame')}, from ${signedDecibels(line[0])} to ${signedDecibels(line.at(-1))}`));
  }
}
