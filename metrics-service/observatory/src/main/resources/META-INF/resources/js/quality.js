/** Quality over time: gain over grey and PSNR of the scored frames, by model, with the promotions. */
import * as api from './api.js';
import { lineChart } from './chart.js';
import { byId } from './dom.js';
import { decibels, isNumber, plural, short, signedDecibels } from './format.js';
import { smoothed } from './scale.js';

const LEAST = 3;
const MOST_MODELS = 4;
const CALM = 1500;
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
let timer = null;
let promotions = [];

/** Moments at which a model became champion: {at, name}. */
export function knowPromotions(known) {
  promotions = known;
}

/** Reads the figures soon; many calls in a row are one. */
export function refreshQuality(target) {
  if (timer) return;
  timer = setTimeout(async () => {
    timer = null;
    try {
      draw(await api.trend(target()));
    } catch {
      // The connection's own status says so; the next event tries again.
    }
  }, CALM);
}

const when = (points) => {
  const span = points.at(-1).x - points[0].x;
  const format = span > 86_400_000 ? day : clock;
  return (value) => format.format(new Date(value));
};

function draw(trend) {
  const charts = qualityCharts(trend, promotions);
  byId('quality').hidden = charts.length === 0;
  if (charts.length) byId('quality-charts').replaceChildren(...charts.map(lineChart));
}

/** What is drawn of scored frames, oldest first; nothing where there are too few. */
export function qualityCharts(trend, promotions) {
  const scored = trend.filter((point) => isNumber(point.gainDecibels) && isNumber(point.psnrDecibels));
  if (scored.length < LEAST) return [];
  const models = [...new Set(scored.map((point) => point.modelId))].slice(-MOST_MODELS);
  const series = (figure) => models.map((modelId) => {
    const own = scored.filter((point) => point.modelId === modelId);
    const dots = own.map((point) => ({ x: Date.parse(point.at), y: point[figure], text: `${point.target}, ${point.modelName}` }));
    return { name: `${own[0].modelName} ${short(modelId).slice(0, 6)}`, dots, line: smoothed(dots) };
  });
  const mean = (figure) => scored.reduce((sum, point) => sum + point[figure], 0) / scored.length;
  const marks = promotions.map(({ at, name }) => ({ x: Date.parse(at), text: `${name} became champion` }));
  const x = when(scored.map((point) => ({ x: Date.parse(point.at) })));
  const frames = plural(scored.length, 'scored frame');
  const grey = scored.filter((point) => isNumber(point.greyPsnrDecibels))
    .map((point) => ({ x: Date.parse(point.at), y: point.greyPsnrDecibels, text: `${point.target}, grey picture` }));
  return [
    {
      title: 'Gain over grey', summary: `${frames}, ${signedDecibels(mean('gainDecibels'))} on average.`, zero: true, x,
      y: (value) => signedDecibels(value), series: series('gainDecibels'), marks,
    },
    {
      title: 'PSNR', summary: `${frames}, ${decibels(mean('psnrDecibels'))} on average.`, x, y: (value) => decibels(value),
      series: [...series('psnrDecibels'), ...(grey.length ? [{ name: 'grey picture', line: smoothed(grey), reference: true }] : [])], marks,
    },
  ];
}
