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

function show(summary) {
  byId('figures').hidden = summary.coloured === 0;
  byId('sum-coloured').textContent = summary.coloured;
  byId('sum-waiting').textContent = summary.waiting ? `${summary.waiting} developing` : `${summary.scored} with known truth`;
  byId('sum-gain').textContent = signedDecibels(summary.meanGainDecibels);
  byId('sum-gain').className = isNumber(summary.meanGainDecibels) ? (summary.meanGainDecibels < 0 ? 'bad' : 'good') : '';
  byId('sum-psnr').textContent = decibels(summary.meanPsnrDecibels);
  byId('sum-latency').textContent = duration(summary.medianLatencyMillis);
  byId('sum-model').textContent = summary.modelName ?? '–';
  byId('sum-provider').textContent = summary.modelId ? `${short(summary.modelId)} · ${summary.executionProvider}` : '';
}

/** Draws the gains of the frames that have one, oldest first. */
export function showTrend(items) {
  const gains = items.map((item) => item.score?.gainDecibels).filter(isNumber).reverse();
  const trend = byId('trend');
  trend.hidden = gains.length < 3;
  trend.querySelector('svg')?.remove();
  if (!trend.hidden) {
    trend.prepend(sparkline(gains, `Gain over grey of the newest ${plural(gains.length, 'scored frame')}, from ${signedDecibels(gains[0])} to ${signedDecibels(gains.at(-1))}`));
  }
}
