import { equal } from './assert.js';
import { progressOf, runCharts } from '../../main/resources/META-INF/resources/js/training.js';

const run = (...figures) => ({ curve: figures.map((each, index) => ({ step: 100 * index, figures: each })) });

export function aRunsLossesAndGainsAreDrawn() {
  const charts = runCharts(run({ total: 3, gainDecibels: 0 }, { total: 2, 'critic.total': -1, gainDecibels: 0.25 }, { total: 1.5, 'critic.total': -2 }));
  equal(charts.map(({ title, summary }) => `${title}: ${summary}`),
    ['Loss: Now 1.5000.', 'Gain over grey on validation pictures: Now +0.25 dB.']);
  equal(charts[0].series, [
    { name: 'generator', line: [{ x: 0, y: 3 }, { x: 100, y: 2 }, { x: 200, y: 1.5 }] },
    { name: 'critic', line: [{ x: 100, y: -1 }, { x: 200, y: -2 }] },
  ]);
  equal(charts[1].series.map(({ name }) => name), ['mean']);
}

export function oneValueIsNoCurve() {
  equal(runCharts(run({ total: 3, gainDecibels: 0 })), []);
  equal(runCharts(run({ total: 3 }, { total: null })), []);
}

export function stepsAreWholeAndLossesHaveThreeDigits() {
  const [loss] = runCharts(run({ total: 3 }, { total: 2 }));
  equal([loss.x(149.6), loss.y(0.012345)], ['step 150', '0.0123']);
}

export function aRunningRunSaysHowFarItIs() {
  equal(progressOf({ state: 'running', step: 250, totalSteps: 1000, secondsLeft: 90, figures: { stepsPerSecond: 8.333 } }),
    { share: 0.25, step: '250 of 1000', pace: '8.33 steps/s', left: '2 min' });
  equal([9.99, 10, null].map((stepsPerSecond) => progressOf({ step: 1, figures: { stepsPerSecond } }).pace), ['9.99 steps/s', '10 steps/s', '–']);
}

export function aRunIsNeverMoreThanDone() {
  equal(progressOf({ step: 1200, totalSteps: 1000, figures: {} }).share, 1);
  equal(progressOf({ step: 3, totalSteps: 0, figures: {} }), { share: 0, step: '3 of ?', pace: '–', left: '–' });
}

export function onlyARunningRunHasTimeLeft() {
  equal(progressOf({ state: 'finished', step: 9, totalSteps: 9, secondsLeft: 0, figures: {} }).left, '–');
  equal(progressOf({ state: 'running', step: 9, totalSteps: 9, figures: {} }).left, '–');
}
