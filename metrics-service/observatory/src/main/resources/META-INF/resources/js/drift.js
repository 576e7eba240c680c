/** How far the live frames are from those that the champion learnt from. */
import * as api from './api.js';
import { byId, element } from './dom.js';
import { fixed } from './format.js';

const CALM = 3000;
const FAR = 1;
let timer = null;

/** Reads the drift soon; many calls in a row are one. */
export function refreshDrift() {
  if (timer) return;
  timer = setTimeout(async () => {
    timer = null;
    try {
      draw(await api.drift());
    } catch {
      byId('drift').hidden = true;
    }
  }, CALM);
}

function draw(signals) {
  byId('drift').hidden = signals.length === 0;
  byId('drift-list').replaceChildren(...signals.map(({ signal, ratio }) => element('li', { 'data-far': ratio > FAR ? 'yes' : null },
    element('span', {}, signal),
    element('meter', { min: '0', max: '2', high: String(FAR), low: '0.5', optimum: '0', value: String(Math.min(2, ratio)), 'aria-label': `${signal}: ${fixed(ratio)} of what it may differ` }),
    element('span', {}, `${Math.round(100 * ratio)} %`))));
}
