/** One frame with everything that is known of it; its address is the page's fragment, so that it can be sent to others. */
import * as api from './api.js';
import { compare } from './compare.js';
import { describe } from './card.js';
import { byId, element } from './dom.js';
import { moment, paletteName } from './format.js';
import { looks } from './looks.js';
import { night, notice, sharesOf } from './night.js';
import { downloads, figures, lineage, timings } from './lineage.js';
import { staticStretch } from './stretch.js';

const dialog = byId('detail');
let shownId = null;

/** @param {{find: (id: string) => object, neighbour: (id: string, step: number) => object}} feed */
export function followAddress(feed) {
  const show = async () => {
    const id = decodeURIComponent(location.hash.slice(1));
    if (!/^[0-9a-f]{64}:[0-9a-f]{64}$/.test(id)) {
      if (dialog.open) dialog.close();
      return;
    }
    const item = feed.find(id) ?? (await fetched(id));
    if (item) open(item, feed);
    else clearAddress();
  };
  addEventListener('hashchange', show);
  dialog.addEventListener('close', () => { shownId = null; clearAddress(); });
  dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('keydown', (event) => {
    if (event.target.matches('input') || !shownId) return;
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step) go(feed.neighbour(shownId, step));
  });
  show();
}

/** Brings the open view up to date when its frame has changed. */
export function refreshDetail(item, feed) {
  if (dialog.open && item.id === shownId) {
    dialog.querySelector('.score').replaceWith(figures(item));
    buttons(item, feed);
  }
}

async function fetched(id) {
  try {
    const items = await api.frame(id.split(':')[0]);
    return items.find((item) => item.id === id);
  } catch {
    return null;
  }
}

const go = (item) => { if (item) location.replace(`#${item.id}`); };

function clearAddress() {
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
}

function buttons(item, feed) {
  for (const [name, step] of [['previous', -1], ['next', 1]]) {
    const button = dialog.querySelector(`[data-go="${name}"]`);
    const neighbour = feed.neighbour(item.id, step);
    button.disabled = !neighbour;
    button.onclick = () => go(neighbour);
  }
}

const mask = (item) => element('img', { class: 'mask', src: item.links.mask, alt: '', hidden: true });

/** Shows what was not measured. */
function overlay(item, slider) {
  if (!item.links.mask) return null;
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => { slider.querySelector('.mask').hidden = !box.checked; });
  return element('label', { class: 'overlay' }, box, ' Show what was not measured: ',
    element('span', { class: 'guessed' }, 'guessed'), ', ', element('span', { class: 'physics' }, "a line's hue"));
}

function open(item, feed) {
  shownId = item.id;
  const slider = compare({ before: item.links.grey, after: item.links.preview, description: describe(item), badge: item.stack && sharesOf(item) });
  if (item.links.mask) slider.append(mask(item));
  if (item.width && item.height) slider.style.setProperty('--aspect', `${item.width} / ${item.height}`);
  if (item.palette) slider.append(element('span', { class: 'badge palette' }, paletteName(item.palette)));
  const close = element('button', { class: 'icon-button close', type: 'button', 'aria-label': 'Close' }, '×');
  close.addEventListener('click', () => dialog.close());
  dialog.replaceChildren(
    element('div', { class: 'detail-picture' }, slider),
    element('div', { class: 'detail-text' },
      element('header', {},
        element('div', {},
          element('h2', { id: 'detail-title' }, item.target),
          element('p', { class: 'hint' }, `Coloured ${moment(item.colorizedAt)}`)),
        element('div', { class: 'row' },
          element('button', { class: 'icon-button', type: 'button', 'data-go': 'previous', 'aria-label': 'Newer frame' }, '‹'),
          element('button', { class: 'icon-button', type: 'button', 'data-go': 'next', 'aria-label': 'Older frame' }, '›'),
          close)),
      item.stack && !item.score ? null : figures(item),
      downloads(item), overlay(item, slider), looks(item), night(item, feed, go),
      element('h3', {}, 'Lineage'), lineage(item), ...[staticStretch(item)].filter(Boolean),
      element('h3', {}, 'Timings'), timings(item),
      element('p', { class: 'notice' }, notice(item.stack))));
  buttons(item, feed);
  if (!dialog.open) dialog.showModal();
  dialog.scrollTop = 0;
}
