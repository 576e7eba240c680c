import { equal } from './assert.js';
import { stages, stretchWords } from '../../main/resources/META-INF/resources/js/lineage.js';

export function aStretchSaysWhatItHoldsForAndItsParametersByName() {
  equal(stretchWords({ name: 'midtone', scope: 'target', parameters: { shadows: 0.00123456, midtones: 0.25 } }),
    { name: 'midtone, static per target', parameters: 'midtones 0.25 · shadows 0.001235' });
}

export function aStretchOfOneFrameIsNotStatic() {
  equal(stretchWords({ name: 'asinh', scope: 'frame' }), { name: 'asinh, of this frame', parameters: '' });
}

export function stagesAreMeasuredByTheLongest() {
  equal(stages({ decode: 50, network: 200, encode: 100 }), [
    { name: 'network', time: 200, part: 100 }, { name: 'encode', time: 100, part: 50 }, { name: 'decode', time: 50, part: 25 },
  ]);
}

export function stagesThatTookNoTimeHaveNoBar() {
  equal(stages({ decode: 0 }), [{ name: 'decode', time: 0, part: 0 }]);
  equal(stages({}), []);
}
