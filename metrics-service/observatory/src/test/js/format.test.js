import { equal } from './assert.js';
import { ago, bytes, decibels, duration, fixed, isNumber, moment, paletteName, percent, plural, short, signedDecibels } from '../../main/resources/META-INF/resources/js/format.js';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function whatIsNoFigureIsADash() {
  for (const nothing of [undefined, null, NaN, Infinity, '3']) {
    equal(isNumber(nothing), false);
    for (const words of [fixed, decibels, signedDecibels, percent, duration]) equal(words(nothing), '–');
  }
  equal(moment(null), '–');
  equal(short(undefined), '–');
}

export function figuresAreRounded() {
  equal(fixed(2.345), '2.35');
  equal(fixed(0.99951, 3), '1.000');
  equal(decibels(31.25), '31.3 dB');
  equal(percent(0.506), '51 %');
}

export function gainsHaveTheirSignAndATrueMinus() {
  equal(signedDecibels(0.344), '+0.34 dB');
  equal(signedDecibels(0), '+0.00 dB');
  equal(signedDecibels(-1.5), '\u22121.50 dB');
}

export function durationsAreInTheUnitThatFits() {
  equal([0, 999.4, SECOND, 59_940].map(duration), ['0 ms', '999 ms', '1.0 s', '59.9 s']);
  equal([MINUTE, 90 * SECOND, 59 * MINUTE, HOUR, 36 * HOUR].map(duration), ['1 min', '2 min', '59 min', '1.0 h', '36.0 h']);
}

export function sizesAreInTheUnitThatFits() {
  equal([0, 999, 1000, 9940, 10_000].map(bytes), ['0 B', '999 B', '1.0 kB', '9.9 kB', '10 kB']);
  equal([999_499, 999_500, 8_400_000, 2e9, 5e12].map(bytes), ['999 kB', '1.0 MB', '8.4 MB', '2.0 GB', '5000 GB']);
}

export function timesAreToldFromNow() {
  const before = (milliseconds) => ago(new Date(Date.now() - milliseconds).toISOString());
  equal([-DAY, 0, 4 * SECOND].map(before), ['just now', 'just now', 'just now']);
  equal([6 * SECOND, 59 * SECOND, MINUTE, 59 * MINUTE].map(before), ['6 sec. ago', '59 sec. ago', '1 min. ago', '59 min. ago']);
  equal([HOUR, 23 * HOUR, DAY, 40 * DAY].map(before), ['1 hr. ago', '23 hr. ago', 'yesterday', '40 days ago']);
}

export function momentsAreOfThePlaceWhereOneIs() {
  equal(moment('2026-11-22T20:05:09Z'), '22 Nov 2026, 20:05:09');
}

export function hashesAreCut() {
  equal(short('0123456789abcdef'), '0123456789ab');
}

export function oneIsNotMany() {
  equal([0, 1, 2].map((count) => plural(count, 'frame')), ['0 frames', '1 frame', '2 frames']);
  equal(plural(2, 'galaxy', 'galaxies'), '2 galaxies');
}

export function palettesAreNamedShort() {
  equal(['sho', 'target', 'like:0123456789abcdef', 'look:golden', 'look:golden*1.2'].map(paletteName),
    ['sho', 'like its target', 'like 01234567', 'golden', 'golden × 1.2']);
}
