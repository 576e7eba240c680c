/** The cards of the frames that the page knows, newest first. */
import * as api from './api.js';
import { card, score } from './card.js';
import { byId, element } from './dom.js';
import { byCount, Frames } from './frames.js';

const PAGE = 24;

export class Feed {
  #frames = new Frames();
  #cards = new Map();
  #next = null;
  #open;
  #changed;

  /** @param {(item: object) => void} open @param {() => void} changed */
  constructor(open, changed) {
    this.#open = open;
    this.#changed = changed;
    byId('more').addEventListener('click', () => this.#more());
  }

  get target() { return this.#frames.target; }

  find(id) { return this.#frames.find(id); }

  /** Those of the chosen target, newest first. */
  get visible() { return this.#frames.visible; }

  get newestColoured() { return this.#frames.newestColoured; }

  neighbour(id, step) { return this.#frames.neighbour(id, step); }

  /** Reads the newest page; what came meanwhile by event stays. */
  async load() {
    const page = await api.frames({ target: this.target, limit: PAGE });
    this.#frames.read(page.items);
    this.#next = page.next ?? null;
    this.#draw();
  }

  /** A frame is new or has changed. */
  put(item) {
    this.#frames.put(item);
    this.#draw();
  }

  /** A frame that waited was given up. */
  remove(frameId) {
    if (this.#frames.remove(frameId)) this.#draw();
  }

  async choose(target) {
    this.#frames.target = target;
    this.#frames.clear();
    await this.load();
  }

  async #more() {
    const page = await api.frames({ target: this.target, after: this.#next, limit: PAGE });
    page.items.forEach((item) => this.#frames.put(item));
    this.#next = page.next ?? null;
    this.#draw();
  }

  #draw() {
    const grid = byId('grid');
    const items = this.visible;
    const wanted = new Set(items.map((item) => item.id));
    for (const [id, { root }] of this.#cards) {
      if (!wanted.has(id)) { root.remove(); this.#cards.delete(id); }
    }
    let place = grid.firstElementChild;
    for (const item of items) {
      const root = this.#card(item);
      if (root === place) place = place.nextElementSibling;
      else grid.insertBefore(root, place);
    }
    byId('more').hidden = !this.#next;
    this.#changed();
  }

  #card(item) {
    const known = this.#cards.get(item.id);
    if (known) {
      if (known.item.links?.thumbnail === item.links?.thumbnail) {
        if (known.item !== item) { score(known.root, item); known.item = item; }
        return known.root;
      }
      known.root.remove(); // another picture: what is stacked has changed
    }
    const root = card(item, this.#open);
    this.#cards.set(item.id, { root, item });
    return root;
  }
}

/** The buttons that choose a target. */
export function targetButtons(targets, chosen, choose) {
  const names = byCount(targets);
  const button = (label, value, count) => {
    const made = element('button', { type: 'button', class: 'filter', 'aria-pressed': String(value === chosen) }, label,
      element('span', { class: 'count' }, String(count)));
    made.addEventListener('click', () => choose(value));
    return made;
  };
  const all = Object.values(targets).reduce((sum, count) => sum + count, 0);
  byId('targets').hidden = names.length < 2;
  const focused = document.activeElement?.closest?.('#targets') ? document.activeElement.firstChild.textContent : null;
  byId('targets').replaceChildren(button('All', null, all), ...names.map((name) => button(name, name, targets[name])));
  if (focused) [...byId('targets').children].find((b) => b.firstChild.textContent === focused)?.focus();
}
