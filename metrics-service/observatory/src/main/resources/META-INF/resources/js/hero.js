/** The newest coloured frame, large. */
import { compare } from './compare.js';
import { address, describe } from './card.js';
import { byId, element } from './dom.js';
import { filtersOf, sharesOf } from './night.js';
import { duration, fixed, isNumber, signedDecibels, stamp, paletteName } from './format.js';

let shown = null;

/** Shows the item, or nothing; redraws only where something changed. */
export function showHero(item, open) {
  const root = byId('hero');
  root.hidden = !item;
  const key = item ? `${item.links.preview} ${item.score ? 'scored' : ''}` : null;
  if (key === shown) return;
  const samePicture = shown && item && shown.startsWith(`${item.links.preview} `);
  shown = key;
  if (!item) return;
  const picture = samePicture ? root.querySelector('.compare') : compare({
    before: item.links.grey, after: item.links.preview, description: describe(item), onOpen: () => open(item), badge: item.stack && sharesOf(item),
  });
  if (item.palette && !samePicture) picture.append(element('span', { class: 'badge palette' }, paletteName(item.palette)));
  const time = element('time');
  stamp(time, item.at);
  const text = element('div', { class: 'hero-text' },
    element('p', { class: 'eyebrow' }, 'Newest light · ', time),
    element('h1', { id: 'hero-title' }, item.target),
    element('p', { class: 'hero-file' }, item.stack ? `${filtersOf(item.stack)} exposures; ${item.fileName} is the newest` : item.fileName),
    numbers(item),
    element('p', { class: 'row' },
      element('a', { class: 'button', href: address(item) }, 'Numbers and lineage')));
  root.replaceChildren(picture, text);
}

function numbers(item) {
  const figure = (value, label, mood = '') => element('div', { class: mood }, element('dd', {}, value), element('dt', {}, label));
  const gain = item.score?.gainDecibels;
  return element('dl', { class: 'hero-numbers' },
    item.score ? figure(signedDecibels(gain), item.stack ? 'gain of the guess' : 'gain over grey', isNumber(gain) && gain < 0 ? 'bad' : 'good') : null,
    item.stack ? figure(`${Math.round(100 * item.stack.measured)} %`, 'of the colours measured') : item.score ? null : figure('No truth', 'to score against'),
    item.score ? figure(`${fixed(item.score.psnrDecibels, 1)} dB`, 'PSNR') : null,
    figure(duration(item.latencyMillis), 'to colours'),
    figure(`${item.width} × ${item.height}`, 'pixels'));
}
