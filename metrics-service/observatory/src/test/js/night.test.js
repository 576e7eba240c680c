import { equal } from './assert.js';
import { depth, filtersOf, grown, notice, sharesOf } from '../../main/resources/META-INF/resources/js/night.js';

const picture = (at, { target = 'M 31', state = 'coloured', stack = { subs: { L: 1 } } } = {}) => ({ at, target, state, stack });

export function theBadgeSaysWhatIsKnownOfTheColours() {
  equal(sharesOf({ stack: { measured: 0.62, physics: 0.3, guessed: 0.08 } }), 'Measured 62 %, by a line 30 %, AI 8 %');
  equal(sharesOf({ stack: { measured: 1, physics: 0, guessed: 0 } }), 'Measured 100 %');
  const partly = { measured: 0.5, physics: 0, guessed: 0.5 };
  equal(sharesOf({ stack: partly, palette: 'target' }), 'Measured 50 %, AI after another picture 50 %');
  equal(sharesOf({ stack: partly, palette: 'like:0011' }), 'Measured 50 %, AI after another picture 50 %');
  equal(sharesOf({ stack: partly, palette: 'natural' }), 'Measured 50 %, AI 50 %');
  equal(sharesOf({ stack: { measured: 0, physics: 0.4, guessed: 0.6 } }), 'By a line 40 %, AI 60 %');
}

export function theBadgeLeavesTracesOutButNeverSaysNothing() {
  equal(sharesOf({ stack: { measured: 0.004, physics: 0, guessed: 0.996 } }), 'AI 100 %');
  equal(sharesOf({ stack: { measured: 0, physics: 0, guessed: 0 } }), 'Measured 0 %');
}

export function filtersAreCounted() {
  equal(filtersOf({ subs: { Ha: 4, OIII: 3 } }), 'Ha 4, OIII 3');
  equal(depth({ subs: { Ha: 4, OIII: 3 } }), 7);
  equal(depth({ subs: {} }), 0);
}

export function aStackGrowsByItsOwnPicturesOldestFirst() {
  const known = [
    picture(3), picture(1), picture(2), picture(4, { target: 'M 42' }), picture(5, { state: 'arrived' }), picture(6, { stack: null }),
  ];
  equal(grown('M 31', known).map(({ at }) => at), [1, 2, 3]);
}

export function theNoticeTellsGuessesFromMeasurements() {
  equal(notice(undefined).startsWith('The colours are synthetic'), true);
  equal(notice({ guessed: 0.01 }).startsWith('Colours were measured through filters as far as'), true);
  equal(notice({ guessed: 0 }), 'No colour of this picture is a guess.');
}
