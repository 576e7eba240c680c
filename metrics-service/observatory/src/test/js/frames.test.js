import { equal } from './assert.js';
import { byCount, Frames, MOST } from '../../main/resources/META-INF/resources/js/frames.js';

const arrived = (frameId, at, target = 'M 31') => ({ id: frameId, frameId, at, target, state: 'arrived' });
const coloured = (frameId, at, { model = 'm', target = 'M 31' } = {}) => ({ id: `${frameId}:${model}`, frameId, at, target, state: 'coloured' });
const ids = (frames) => frames.visible.map(({ id }) => id);

function frames(...items) {
  const made = new Frames();
  items.forEach((item) => made.put(item));
  return made;
}

export function theNewestComesFirstAndTheIdDecidesAmongEquals() {
  equal(ids(frames(coloured('b', 1), coloured('c', 3), coloured('a', 1), arrived('d', 2))), ['c:m', 'd', 'a:m', 'b:m']);
}

export function coloursTakeThePlaceOfTheArrival() {
  equal(ids(frames(arrived('a', 1), coloured('a', 2))), ['a:m']);
}

export function anArrivalThatComesLateOrTwiceIsNotShownAgain() {
  equal(ids(frames(coloured('a', 2), arrived('a', 1))), ['a:m']);
  equal(ids(frames(arrived('a', 1), arrived('a', 3))), ['a']);
}

export function aChangedFrameIsTheSameFrame() {
  const scored = { ...coloured('a', 1), score: { ssim: 1 } };
  const known = frames(coloured('a', 1), scored);
  equal(ids(known), ['a:m']);
  equal(known.find('a:m'), scored);
}

export function aFrameByTwoModelsIsShownTwice() {
  equal(ids(frames(coloured('a', 1), coloured('a', 2, { model: 'n' }))), ['a:n', 'a:m']);
}

export function onlyTheChosenTargetIsSeen() {
  const known = frames(coloured('a', 1), coloured('b', 2, { target: 'M 42' }));
  known.target = 'M 42';
  equal(ids(known), ['b:m']);
  equal(known.newestColoured.id, 'b:m');
}

export function theNewestColouredIsNoneThatWaits() {
  equal(frames(arrived('b', 2), coloured('a', 1)).newestColoured.id, 'a:m');
  equal(frames(arrived('b', 2)).newestColoured, undefined);
}

export function neighboursAreColouredAndEndSomewhere() {
  const known = frames(coloured('a', 1), arrived('b', 2), coloured('c', 3));
  equal(known.neighbour('c:m', 1).id, 'a:m');
  equal(known.neighbour('a:m', -1).id, 'c:m');
  equal(known.neighbour('a:m', 1), undefined);
  equal(known.neighbour('c:m', -1), undefined);
  equal(known.neighbour('gone:m', 1), undefined);
}

export function aPageForgetsArrivalsThatItDoesNotName() {
  const known = frames(arrived('gone', 1), arrived('waits', 2), coloured('old', 0));
  known.read([arrived('waits', 2), coloured('new', 3)]);
  equal(ids(known), ['new:m', 'waits', 'old:m']);
}

export function whatWaitedCanBeGivenUpOnce() {
  const known = frames(arrived('a', 1));
  equal([known.remove('a'), known.remove('a')], [true, false]);
  equal(ids(known), []);
}

export function aClearedListKeepsItsTarget() {
  const known = frames(coloured('a', 1));
  known.target = 'M 31';
  known.clear();
  equal([ids(known), known.target], [[], 'M 31']);
}

export function targetsWithMostFramesComeFirst() {
  equal(byCount({ 'M 31': 2, 'M 42': 7, 'M 13': 3 }), ['M 42', 'M 13', 'M 31']);
}

export function aPageThatStaysOpenForgetsTheOldest() {
  const known = frames(coloured('old', 1));
  for (let i = 0; i < MOST; i++) known.put(coloured(`f${i}`, 10 + i));
  equal(known.visible.length, MOST);
  equal(known.find('old:m'), undefined);
  equal(known.find('f0:m').at, 10);
}
