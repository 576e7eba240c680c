/** Training runs: how far the newest is, its curve, and what became of those before. */
import * as api from './api.js';
import { lineChart } from './chart.js';
import { byId, element, pair } from './dom.js';
import { duration, fixed, isNumber, signedDecibels, stamp } from './format.js';

const CALM = 2000;
const WORDS = { queued: 'Queued', running: 'Running', finished: 'Finished', stopped: 'Stopped', failed: 'Failed' };
let timer = null;

/** Reads the runs soon; many calls in a row are one. */
export function refreshTraining() {
  if (timer) return;
  timer = setTimeout(async () => {
    timer = null;
    try {
      draw(await api.training());
    } catch {
      // The connection's own status says so; the next event tries again.
    }
  }, CALM);
}

function draw(runs) {
  byId('training').hidden = runs.length === 0;
  if (runs.length === 0) return;
  const [newest, ...before] = runs;
  byId('run').replaceChildren(...head(newest), ...curves(newest));
  byId('runs').replaceChildren(...before.map(row));
  byId('runs-before').hidden = before.length === 0;
}

const state = (run) => element('span', { class: 'state', 'data-state': run.state }, WORDS[run.state] ?? run.state);

function time(instant) {
  const made = element('time');
  stamp(made, instant);
  return made;
}

/** How far a run is: the part of its steps that is done, and what is said beside it. */
export function progressOf(run) {
  const speed = run.figures.stepsPerSecond;
  return {
    share: run.totalSteps ? Math.min(1, run.step / run.totalSteps) : 0,
    step: `${run.step} of ${run.totalSteps || '?'}`,
    pace: isNumber(speed) ? `${fixed(speed, speed < 10 ? 2 : 0)} steps/s` : '–',
    left: run.state === 'running' && isNumber(run.secondsLeft) ? duration(1000 * run.secondsLeft) : '–',
  };
}

function head(run) {
  const { share, step, pace, left } = progressOf(run);
  const bar = element('progress', { max: '1', value: String(share), 'aria-label': `Run ${run.recipe}: ${Math.round(100 * share)} % of its steps` });
  const title = element('p', { class: 'run-title' }, element('strong', {}, run.recipe), state(run), time(run.at));
  // It ended before it began: there are no figures, only a reason.
  if (['failed', 'stopped'].includes(run.state) && !run.step) return [title, element('p', {}, run.message ?? 'It never began.')];
  return [
    title,
    bar,
    element('dl', { class: 'run-figures' },
      pair('Step', step),
      pair('Phase', run.phase),
      pair('Pace', pace),
      pair('Time left', left),
      pair('Validation gain', signedDecibels(run.figures.gainDecibels))),
    run.message ? element('p', { class: 'hint' }, run.message) : null,
  ].filter(Boolean);
}

/** What is drawn of a run: its losses and its gains, as far as there are two values of them. */
export function runCharts(run) {
  const of = (name) => run.curve.filter((point) => isNumber(point.figures[name])).map((point) => ({ x: point.step, y: point.figures[name] }));
  const steps = (value) => `step ${Math.round(value)}`;
  const loss = [['total', 'generator'], ['critic.total', 'critic']].map(([name, label]) => ({ name: label, line: of(name) })).filter(({ line }) => line.length > 1);
  const gain = [['gainDecibels', 'mean'], ['pooledGainDecibels', 'pooled']].map(([name, label]) => ({ name: label, line: of(name) })).filter(({ line }) => line.length > 1);
  const charts = [];
  if (loss.length) charts.push({ title: 'Loss', summary: `Now ${fixed(loss[0].line.at(-1).y, 4)}.`, x: steps, y: (value) => value.toPrecision(3), series: loss });
  if (gain.length) charts.push({ title: 'Gain over grey on validation pictures', summary: `Now ${signedDecibels(gain[0].line.at(-1).y)}.`, zero: true, x: steps, y: signedDecibels, series: gain });
  return charts;
}

function curves(run) {
  const charts = runCharts(run);
  return charts.length ? [element('div', { class: 'charts' }, ...charts.map(lineChart))] : [];
}

function row(run) {
  return element('li', { class: 'run-row' },
    element('span', { class: 'run-name' }, run.recipe), state(run),
    element('span', { class: 'hint' }, [run.step ? `${run.step} steps, gain ${signedDecibels(run.figures.gainDecibels)}` : 'never began', run.state === 'failed' ? run.message : null].filter(Boolean).join(': ')),
    time(run.at));
}
