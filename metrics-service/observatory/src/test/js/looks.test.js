import { equal } from './assert.js';
import { asked, palette } from '../../main/resources/META-INF/resources/js/looks.js';

export function aLookIsAskedForByItsNameAndHowVividItIs() {
  equal(palette('golden', 1), 'look:golden');
  equal(palette('golden', 1.2999999), 'look:golden*1.3');
  equal(palette('', 1.5), '');
}

export function whatIsAskedForIsReadAgain() {
  equal(JSON.stringify(asked('look:hydrogen-red')), '{"name":"hydrogen-red","vividness":1}');
  equal(JSON.stringify(asked(palette('sho', 0.4))), '{"name":"sho","vividness":0.4}');
  equal(asked('target'), null);
  equal(asked(undefined), null);
}
