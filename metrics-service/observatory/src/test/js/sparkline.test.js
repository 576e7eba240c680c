import { equal } from './assert.js';
import { outline } from '../../main/resources/META-INF/resources/js/sparkline.js';

export function theNewestIsAtTheRightAndTheHighestOnTop() {
  equal(outline([0, 1, 2]).line, '5.0,59.0 160.0,32.0 315.0,5.0');
}

export function zeroStaysInSight() {
  equal(outline([1, 2]).zero, 59);
  equal(outline([-1, 1]).zero, 32);
  equal(outline([-2, -1]).zero < 10, true);
}

export function smallGainsAreNotBlownUp() {
  equal(outline([0, 0.05]).line, '5.0,59.0 315.0,32.0');
}

export function theAreaEndsOnZero() {
  equal(outline([1, 2]).area, '5,59 5.0,32.0 315.0,5.0 315,59');
}
