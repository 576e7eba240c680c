import { equal, near } from './assert.js';
import { linear, range, smoothed, stops, ticks } from '../../main/resources/META-INF/resources/js/scale.js';

export function valuesLieBetweenTheEndsInTheirProportion() {
  equal([0, 5, 10, 20].map(linear(0, 10, 100, 200)), [100, 150, 200, 300]);
  equal([10, 0].map(linear(10, 0, 12, 166)), [12, 166]);
}

export function aSingleValueLiesAtTheStart() {
  equal(linear(7, 7, 66, 400)(7), 66);
}

export function ticksAreRound() {
  equal(ticks(0, 4, 4), [0, 1, 2, 3, 4]);
  equal(ticks(0, 7, 4), [0, 2, 4, 6]);
  equal(ticks(0, 10, 4), [0, 2.5, 5, 7.5, 10]);
  equal(ticks(0, 36, 4), [0, 10, 20, 30]);
  equal(ticks(-6, 10, 4), [-5, 0, 5, 10]);
  equal(ticks(1234, 1999, 4), [1400, 1600, 1800]);
  near(ticks(0.31, 0.36, 4), [0.32, 0.34, 0.36]);
  near(ticks(0, 0.3, 3), [0, 0.1, 0.2, 0.3]);
}

export function noTickIsAMinusZero() {
  equal(ticks(-0.3, 0.3, 6).some((value) => Object.is(value, -0)), false);
  equal(ticks(-0.3, 0.3, 6).includes(0), true);
}

export function aRangeHasRoomOnBothSides() {
  near(range([1, 2]), [0.92, 2.08]);
  near(range([1, 2], true), [-0.16, 2.16]);
  near(range([-2, -1], true), [-2.16, 0.16]);
}

export function equalValuesHaveARangeToo() {
  near(range([3, 3]), [2.42, 3.58]);
}

export function fewValuesAreNotSmoothed() {
  const points = [4, 8, 1, 9, 2, 6, 3].map((y, x) => ({ x, y }));
  equal(smoothed(points), points);
}

export function manyValuesAreMeansWithThoseAroundThem() {
  const points = [0, 3, 6, 0, 3, 6, 0, 3].map((y, x) => ({ x, y, text: `frame ${x}` }));
  equal(smoothed(points).map(({ y }) => y), [1.5, 3, 3, 3, 3, 3, 3, 1.5]);
  equal(smoothed(points)[2], { x: 2, y: 3, text: 'frame 2' });
}

export function aMeanIsOfNineValuesAtMost() {
  const points = Array.from({ length: 200 }, (_, x) => ({ x, y: x === 100 ? 9 : 0 }));
  equal(smoothed(points).filter(({ y }) => y === 1).length, 9);
}

export function stopsGoFromLeftToRightThroughAllSeries() {
  const read = stops([
    { name: 'a', line: [{ x: 1, y: 10 }, { x: 3, y: 30 }] },
    { name: 'b', line: [{ x: 2, y: 20 }] },
  ]);
  equal(read.map(({ name, x, y }) => `${name} ${x} ${y}`), ['a 1 10', 'b 2 20', 'a 3 30']);
}

export function stopsAreTheSingleValuesWhereThereAreSome() {
  const read = stops([{ name: 'a', line: [{ x: 1, y: 5 }], dots: [{ x: 1, y: 4, text: 'M 31' }] }]);
  equal(read, [{ x: 1, y: 4, text: 'M 31', name: 'a' }]);
}
