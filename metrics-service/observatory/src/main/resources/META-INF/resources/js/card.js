/** One frame of the feed as a card; called again for the same item, it changes only what is new. */
import { compare } from './compare.js';
import { element, fromTemplate, pair } from './dom.js';
import { sharesOf } from './night.js';
import { fixed, isNumber, signedDecibels, stamp, paletteName } from './format.js';

const RESTING_SPLIT = 34;

export const describe = (item) => `${item.target}, ${item.fileName}`;

export const address = (item) => `#${item.id}`;

/** @param {(item: object) => void} open */
export function card(item, open) {
  const root = fromTemplate('card-template');
  root.dataset.id = item.id;
  root.dataset.state = item.state;
  const link = root.querySelector('.open');
  link.textContent = item.target;
  root.querySelector('.file').textContent = item.fileName;
  root.querySelector('.file').title = item.fileName;
  stamp(root.querySelector('time'), item.at);
  root.querySelector('.picture').append(picture(item, open));
  if (item.state === 'coloured') {
    link.href = address(item);
    link.setAttribute('aria-label', `${describe(item)}: open`);
  } else {
    link.removeAttribute('href');
  }
  score(root, item);
  return root;
}

/** Brings the card's figures up to date. */
export function score(root, item) {
  root.querySelector('.chips').replaceChildren(...chips(item));
}

function picture(item, open) {
  if (item.state !== 'coloured') {
    return element('div', { class: 'developing' }, element('span', {}, 'Developing'));
  }
  const slider = compare({
    before: item.links.greyThumbnail,
    after: item.links.thumbnail,
    description: describe(item),
    split: RESTING_SPLIT,
    lazy: true,
    onOpen: () => open(item),
    badge: item.stack && sharesOf(item),
  });
  if (item.palette) slider.append(element('span', { class: 'badge palette' }, paletteName(item.palette)));
  return slider;
}

/** A coloured frame's figures as they are said: its score, or how many exposures its stack has of each filter. */
export function figuresOf({ score, stack }) {
  if (!score) return Object.entries(stack?.subs ?? {}).map(([role, subs]) => ({ term: role, value: `${subs} ×` }));
  const { gainDecibels: gain, psnrDecibels: psnr, ssim } = score;
  return [
    { term: 'Gain', value: signedDecibels(gain), mood: isNumber(gain) ? (gain < 0 ? 'bad' : 'good') : '' },
    { term: 'PSNR', value: fixed(psnr, 1) },
    { term: 'SSIM', value: fixed(ssim, 3) },
  ];
}

function chips(item) {
  if (item.state !== 'coloured') return [];
  if (!item.stack && !item.score) return [element('div', { class: 'no-truth' }, element('dt', { class: 'visually-hidden' }, 'Score'), element('dd', {}, 'No truth to score against'))];
  return figuresOf(item).map(({ term, value, mood }) => pair(term, value, { class: mood }));
}
