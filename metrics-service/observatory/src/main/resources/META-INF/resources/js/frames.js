/** The frames that the page knows: each once, newest first, of all targets or of one. */

/** A page that stays open for nights forgets the oldest; it asks for them again where somebody goes back to them. */
export const MOST = 1000;

const newestFirst = (a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : (a.at < b.at ? 1 : -1));

export class Frames {
  #items = new Map();

  /** The target that is looked at, or null for all. */
  target = null;

  find(id) { return this.#items.get(id); }

  /** Those of the chosen target, newest first. */
  get visible() {
    return [...this.#items.values()].filter((item) => !this.target || item.target === this.target).sort(newestFirst);
  }

  get #coloured() { return this.visible.filter((item) => item.state === 'coloured'); }

  get newestColoured() { return this.#coloured[0]; }

  /** The coloured frame that is so many places further on; none beside a frame that is not there. */
  neighbour(id, step) {
    const coloured = this.#coloured;
    const at = coloured.findIndex((item) => item.id === id);
    return at < 0 ? undefined : coloured[at + step];
  }

  /** Takes a frame in that is new or has changed: its colours take the place of its arrival, which never comes back. */
  put(item) {
    if (item.state === 'coloured') this.#items.delete(item.frameId);
    else if ([...this.#items.values()].some((known) => known.frameId === item.frameId)) return;
    this.#items.set(item.id, item);
    if (this.#items.size > MOST) this.#forget();
  }

  #forget() {
    const oldest = [...this.#items.values()].reduce((one, other) => (newestFirst(one, other) > 0 ? one : other));
    this.#items.delete(oldest.id);
  }

  /** Takes the newest page in: an arrival that it does not name is forgotten, what came coloured meanwhile stays. */
  read(page) {
    const read = new Set(page.map((item) => item.id));
    for (const [id, item] of this.#items) {
      if (item.state === 'arrived' && !read.has(id)) this.#items.delete(id);
    }
    page.forEach((item) => this.put(item));
  }

  /** @returns {boolean} whether there was one that waited under that id */
  remove(frameId) { return this.#items.delete(frameId); }

  clear() { this.#items.clear(); }
}

/** The targets' names, that with most frames first. */
export const byCount = (targets) => Object.entries(targets).sort(([, a], [, b]) => b - a).map(([name]) => name);
