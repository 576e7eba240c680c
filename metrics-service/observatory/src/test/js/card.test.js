import { equal } from './assert.js';
import { address, describe, figuresOf } from '../../main/resources/META-INF/resources/js/card.js';

export function aCardSaysWhatItShowsAndWhereThatIs() {
  equal(describe({ target: 'M 31', fileName: 'light_1.fits' }), 'M 31, light_1.fits');
  equal(address({ id: 'ab:cd' }), '#ab:cd');
}

export function aScoreIsGainPsnrAndSsim() {
  equal(figuresOf({ score: { gainDecibels: 0.344, psnrDecibels: 31.44, ssim: 0.99781 } }), [
    { term: 'Gain', value: '+0.34 dB', mood: 'good' }, { term: 'PSNR', value: '31.4' }, { term: 'SSIM', value: '0.998' },
  ]);
}

export function aLossIsBadAndNoGainIsNeither() {
  equal([-0.1, 0, null].map((gainDecibels) => figuresOf({ score: { gainDecibels } })[0].mood), ['bad', 'good', '']);
}

export function aStackWithoutAScoreCountsItsExposures() {
  equal(figuresOf({ stack: { subs: { Ha: 4, OIII: 3 } } }), [{ term: 'Ha', value: '4 ×' }, { term: 'OIII', value: '3 ×' }]);
  equal(figuresOf({ stack: { subs: { Ha: 4 } }, score: { gainDecibels: 1 } })[0].term, 'Gain');
}
