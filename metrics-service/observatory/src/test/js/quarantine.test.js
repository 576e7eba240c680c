import { equal } from './assert.js';
import { whereabouts } from '../../main/resources/META-INF/resources/js/quarantine.js';

const LETTER = { stages: ['preprocess'], topic: 'frames.v1', partition: 2, offset: 17 };

export function aLetterSaysWhereItLies() {
  equal(whereabouts(LETTER), 'stage preprocess · frames.v1, partition 2, offset 17');
}

export function aLetterSaysWhatItIsOfWhereThatIsKnown() {
  equal(whereabouts({ ...LETTER, stages: ['colorize', 'metrics'], frameId: '0123456789abcdef', fileName: 'a.fits', target: 'M 31' }),
    'stage colorize, metrics · frames.v1, partition 2, offset 17 · frame 0123456789ab · M 31');
}

export function aTargetThatIsTheLettersNameIsNotSaidTwice() {
  equal(whereabouts({ ...LETTER, target: 'M 31' }), 'stage preprocess · frames.v1, partition 2, offset 17');
}
