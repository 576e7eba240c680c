import { equal } from './assert.js';
import { gains, inWords } from '../../main/resources/META-INF/resources/js/summary.js';

const SUMMARY = {
  coloured: 12, waiting: 0, scored: 9, meanGainDecibels: 0.5, meanPsnrDecibels: 31.25, medianLatencyMillis: 640, modelName: 'light',
  modelId: '0123456789abcdef', executionProvider: 'CPU',
};

export function figuresAreSaidWithTheirUnits() {
  equal(inWords(SUMMARY), {
    coloured: 12, waiting: '9 with known truth', gain: '+0.50 dB', psnr: '31.3 dB', latency: '640 ms', model: 'light',
    provider: '0123456789ab · CPU', mood: 'good',
  });
}

export function whatWaitsIsSaidFirst() {
  equal(inWords({ ...SUMMARY, waiting: 2 }).waiting, '2 developing');
}

export function aLossIsBadAndNoGainIsNeither() {
  equal([-0.01, 0, null].map((gain) => inWords({ ...SUMMARY, meanGainDecibels: gain }).mood), ['bad', 'good', '']);
}

export function beforeTheFirstModelThereIsNone() {
  const { model, provider } = inWords({ ...SUMMARY, modelName: null, modelId: null });
  equal([model, provider], ['–', '']);
}

export function gainsAreThoseOfScoredFramesOldestFirst() {
  equal(gains([{ score: { gainDecibels: 3 } }, {}, { score: { gainDecibels: null } }, { score: { gainDecibels: -1 } }]), [-1, 3]);
}
