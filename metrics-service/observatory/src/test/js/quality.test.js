import { equal } from './assert.js';
import { qualityCharts } from '../../main/resources/META-INF/resources/js/quality.js';

const point = (minute, gainDecibels, modelId = 'aaaaaaaaaaaaaaaa') => ({
  at: new Date(Date.UTC(2026, 10, 22, 20, minute)).toISOString(), target: 'M 31', modelId, modelName: `model ${modelId[0]}`,
  gainDecibels, psnrDecibels: 30 + gainDecibels, greyPsnrDecibels: 30,
});

export function tooFewScoredFramesAreNotDrawn() {
  equal(qualityCharts([point(0, 1), point(1, 1), point(2, null)], []), []);
}

export function gainAndPsnrAreDrawnWithTheirMeans() {
  const charts = qualityCharts([point(0, 1), point(1, -0.25), point(2, 0.75)], []);
  equal(charts.map(({ title, summary }) => `${title}: ${summary}`),
    ['Gain over grey: 3 scored frames, +0.50 dB on average.', 'PSNR: 3 scored frames, 30.5 dB on average.']);
}

export function eachModelIsALineOfItsOwnUnderNameAndHash() {
  const [gain] = qualityCharts([point(0, 1), point(1, 2, 'bbbbbbbbbbbbbbbb'), point(2, 3)], []);
  equal(gain.series.map(({ name, dots }) => [name, dots.map(({ y }) => y)]), [['model a aaaaaa', [1, 3]], ['model b bbbbbb', [2]]]);
}

export function theNewestFourModelsAreDrawn() {
  const [gain] = qualityCharts(['a', 'b', 'c', 'd', 'e'].map((letter, index) => point(index, index, letter.repeat(16))), []);
  equal(gain.series.map(({ name }) => name[6]), ['b', 'c', 'd', 'e']);
}

export function greyIsBesideThePsnrWhereItIsKnown() {
  const names = (trend) => qualityCharts(trend, [])[1].series.map(({ name, reference }) => `${name} ${reference ?? false}`);
  const trend = [point(0, 1), point(1, 2), point(2, 3)];
  equal(names(trend), ['model a aaaaaa false', 'grey picture true']);
  equal(names(trend.map((each) => ({ ...each, greyPsnrDecibels: null }))), ['model a aaaaaa false']);
}

export function promotionsAreMarked() {
  const [gain] = qualityCharts([point(0, 1), point(1, 2), point(2, 3)], [{ at: '2026-11-22T20:01:00Z', name: 'vivid' }]);
  equal(gain.marks, [{ x: Date.UTC(2026, 10, 22, 20, 1), text: 'vivid became champion' }]);
}

export function timesHaveTheirDayWhereThereAreSeveral() {
  const [hour] = qualityCharts([point(0, 1), point(1, 2), point(59, 3)], []);
  equal(hour.x(Date.UTC(2026, 10, 22, 20, 5)), '20:05');
  const [days] = qualityCharts([point(0, 1), point(1, 2), point(60 * 30, 3)], []);
  equal(days.x(Date.UTC(2026, 10, 22, 20, 5)), '22 Nov, 20:05');
}
