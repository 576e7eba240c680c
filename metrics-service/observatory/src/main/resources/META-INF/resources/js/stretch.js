/** How a target's frames are stretched: when that changed and why, and having it done anew. */
import * as api from './api.js';
import { ask } from './decide.js';
import { element } from './dom.js';
import { stamp } from './format.js';

const WORDS = { FIRST: 'First frame', MOVED: 'Frames had moved', ASKED: 'Asked for' };

/** The history of a static stretch, and a button; nothing for a frame that is stretched by itself, or for stacks. */
export function staticStretch(item) {
  if (item.stretch?.scope !== 'target' || item.stack) return null;
  const list = element('ul', { class: 'stretch-changes' });
  const history = element('details', {}, element('summary', {}, 'How the stretch came to be'), list);
  history.addEventListener('toggle', () => { if (history.open) fill(list, item.target); });
  const button = element('button', { class: 'button for-operators', type: 'button', 'data-do': 'restretch' }, 'Stretch anew');
  button.addEventListener('click', () => ask({
    title: `Stretch ${item.target} anew?`,
    explanation: 'The stretch is fitted to the next frame and kept from then on. Pictures that are there stay as they are.',
    verb: 'Stretch anew',
    act: (words) => api.restretch(item.target, words),
  }));
  return element('div', { class: 'static-stretch' }, history, element('p', { class: 'row' }, button));
}

async function fill(list, target) {
  try {
    list.replaceChildren(...(await api.stretches(target)).map((change) => {
      const time = element('time');
      stamp(time, change.at);
      return element('li', { 'data-cause': change.cause }, element('strong', {}, WORDS[change.cause] ?? change.cause), ' ', time,
        element('span', { class: 'hint block' }, change.detail));
    }));
  } catch (error) {
    list.replaceChildren(element('li', {}, error.message));
  }
}
