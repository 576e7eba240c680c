/**
 * The before/after slider. Pointers drag anywhere on the picture; the keyboard works the range input that lies under it.
 * Vertical swipes still scroll the page.
 */
import { fromTemplate } from './dom.js';

const DRAG_PIXELS = 4;

/**
 * @param {{before: string, after: string, description: string, split?: number, lazy?: boolean, onOpen?: () => void, badge?: string}} what
 *   onOpen is called for a tap that drags nothing
 */
export function compare({ before, after, description, split = 50, lazy = false, onOpen, badge }) {
  const root = fromTemplate('compare-template');
  const range = root.querySelector('input');
  const grey = root.querySelector('.before');
  const colour = root.querySelector('.after');
  for (const picture of [grey, colour]) picture.loading = lazy ? 'lazy' : 'eager';
  if (badge) root.querySelector('.badge').textContent = badge;
  colour.alt = description;
  colour.src = after;
  grey.src = before;
  grey.addEventListener('error', () => root.classList.add('no-before'));
  colour.addEventListener('error', () => root.classList.add('broken'));
  colour.addEventListener('load', () => root.classList.add('loaded'));
  range.setAttribute('aria-label', `Compare as taken with coloured: ${description}`);

  const show = (percent) => {
    const value = Math.min(100, Math.max(0, percent));
    range.value = value;
    range.setAttribute('aria-valuetext', `${Math.round(value)} percent as taken`);
    root.style.setProperty('--split', `${value}%`);
  };
  range.addEventListener('input', () => show(Number(range.value)));

  let start = null;
  const follow = (event) => {
    const box = root.getBoundingClientRect();
    show(((event.clientX - box.left) / box.width) * 100);
  };
  root.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    start = { x: event.clientX, dragged: false };
    root.setPointerCapture(event.pointerId);
    if (!onOpen) follow(event);
  });
  root.addEventListener('pointermove', (event) => {
    if (!start) return;
    if (Math.abs(event.clientX - start.x) > DRAG_PIXELS) start.dragged = true;
    if (start.dragged) follow(event);
  });
  root.addEventListener('pointerup', () => {
    if (start && !start.dragged && onOpen) onOpen();
    start = null;
  });
  root.addEventListener('pointercancel', () => { start = null; });

  show(split);
  return root;
}
