/** A target's night in the detail view: its filters, the picture as it grew, every exposure, and what a person may change. */
import * as api from './api.js';
import { ask } from './decide.js';
import { element } from './dom.js';
import { duration, fixed, isOfPicture, moment, percent, plural } from './format.js';

const FORMULAS = { '': 'What shows most', rgb: 'RGB', hoo: 'HOO', sho: 'SHO', 'sho-soft': 'SHO, softened', foraxx: 'Foraxx', natural: 'Natural' };
const PLACES = { stacked: 'Stacked', refused: 'Left out', 'taken-out': 'Taken out' };

let open = null;

/** What of an item's colours is known, as the badge says it. */
export function sharesOf({ stack, palette }) {
  const parts = [];
  if (stack.measured > 0.005 || (!stack.physics && !stack.guessed)) parts.push(`measured ${percent(stack.measured)}`);
  if (stack.physics > 0.005) parts.push(`by a line ${percent(stack.physics)}`);
  if (stack.guessed > 0.005) parts.push(`${isOfPicture(palette) ? 'AI after another picture' : 'AI'} ${percent(stack.guessed)}`);
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Such as "Ha 4, OIII 3". */
export const filtersOf = (stack) => Object.entries(stack.subs).map(([role, subs]) => `${role} ${subs}`).join(', ');

/** How many exposures lie on each other. */
export const depth = (stack) => Object.values(stack.subs).reduce((sum, subs) => sum + subs, 0);

/** The pictures of the target's stacks among those that the page knows, in the order in which they grew. */
export const grown = (target, known) => known
  .filter((other) => other.stack && other.target === target && other.state === 'coloured')
  .sort((a, b) => (a.at < b.at ? -1 : 1));

/** What is to be said of the colours' origin; without a stack all are predicted. */
export function notice(stack) {
  if (!stack) return 'The colours are synthetic: predicted by the model above from lightness, which is unchanged.';
  return stack.guessed > 0
    ? 'Colours were measured through filters as far as the badge says; the rest is a model\'s guess or the hue of a line.'
    : 'No colour of this picture is a guess.';
}

/**
 * The section; nothing for a picture of a single exposure.
 *
 * @param {{visible: object[]}} feed
 * @param {(item: object) => void} go
 */
export function night(item, feed, go) {
  if (!item.stack) return null;
  const root = element('section', { class: 'night', 'aria-label': 'Exposures' }, element('h3', {}, 'Exposures'));
  const body = element('div', {});
  root.append(growth(item, feed, go), body);
  open = { target: item.target, refresh: () => { if (body.isConnected) fill(body, item); } };
  fill(body, item);
  return root;
}

/** An exposure of that target was judged. */
export function refreshNight(target) {
  if (open?.target === target) open.refresh();
}

/** A slider over the pictures of the target's stacks that the page knows, by their depth. */
function growth(item, feed, go) {
  const pictures = grown(item.target, feed.visible);
  const at = pictures.findIndex((other) => other.id === item.id);
  const inWords = ({ stack }) => `${plural(depth(stack), 'exposure')}: ${filtersOf(stack)}`;
  const words = element('output', {}, inWords(item));
  if (pictures.length < 2 || at < 0) return element('p', {}, words);
  const range = element('input', { type: 'range', min: '0', max: String(pictures.length - 1), step: '1', 'aria-label': 'Depth of the stack' });
  range.value = String(at);
  range.addEventListener('input', () => { words.textContent = inWords(pictures[Number(range.value)]); });
  range.addEventListener('change', () => go(pictures[Number(range.value)]));
  return element('p', { class: 'growth' }, range, words);
}

async function fill(body, item) {
  try {
    const shown = await api.night(item.target);
    body.replaceChildren(filters(shown), controls(shown, () => fill(body, item)), subs(shown, () => fill(body, item)));
  } catch (error) {
    body.replaceChildren(element('p', { class: 'hint' }, error.message));
  }
}

function filters(shown) {
  return element('ul', { class: 'wheel' }, ...shown.filters.map((filter) => element('li', { 'data-role': filter.role },
    element('strong', {}, filter.role), ` ${filter.subs} × ${duration((1000 * filter.seconds) / filter.subs)}`)));
}

function controls(shown, again) {
  const order = (title, explanation, verb, change) => ask({
    title, explanation, verb, act: (words) => api.orderNight({ ...change, ...words, target: shown.target }), done: again,
  });
  const formula = element('select', { 'aria-label': 'How filters become colours' },
    ...Object.entries(FORMULAS).map(([value, name]) => element('option', { value, selected: (shown.formula ?? '') === value }, name)));
  formula.addEventListener('change', () => order('Mix the filters otherwise?', 'The next picture of this target is mixed so.', 'Mix', { formula: formula.value }));
  const button = (label, act) => {
    const made = element('button', { class: 'button', type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  const single = shown.single
    ? button('Show stacks', () => order('Show the stacks?', 'Exposures are shown together again.', 'Show stacks', { single: false }))
    : button('Show single frames', () => order('Show single frames?', 'Each exposure of this target is shown by itself from now on; the stacks go on growing.', 'Show single frames', { single: true }));
  const reset = button('Begin anew', () => order('Begin the stacks anew?', 'What is stacked is forgotten; the next exposure is the first. Pictures that are there stay.', 'Begin anew', { reset: true }));
  return element('p', { class: 'row for-operators' }, formula, single, reset);
}

function subs(shown, again) {
  const head = element('tr', {}, ...['Exposure', 'Filter', 'Stars', 'Width', 'Sky', 'Weight', ''].map((name) => element('th', { scope: 'col' }, name)));
  const rows = shown.subs.map((sub) => {
    const row = element('tr', { 'data-place': sub.place },
      element('th', { scope: 'row', title: moment(sub.at) }, sub.fileName, sub.reason ? element('span', { class: 'hint block' }, sub.reason) : null),
      element('td', { title: sub.filter }, sub.role),
      element('td', {}, sub.stars ?? '–'), element('td', {}, fixed(sub.width, 1)), element('td', {}, fixed(sub.background, 0)),
      element('td', { title: sub.place === 'stacked' ? `taken off: ${sub.calibration ?? 'nothing'}` : null }, sub.place === 'stacked' ? sub.weight.toPrecision(2) : PLACES[sub.place]));
    row.append(element('td', {}, choice(shown, sub, again)));
    return row;
  });
  return element('div', { class: 'subs' }, element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows)));
}

function choice(shown, sub, again) {
  if (sub.place === 'refused') return null;
  const out = sub.place === 'stacked';
  const button = element('button', { class: 'button small for-operators', type: 'button' }, out ? 'Take out' : 'Bring back');
  button.addEventListener('click', () => ask({
    title: out ? `Take ${sub.fileName} out?` : `Bring ${sub.fileName} back?`,
    explanation: out ? 'The stack is made again without it.' : 'The stack is made again with it.',
    verb: out ? 'Take out' : 'Bring back',
    act: (words) => api.orderNight({ ...words, target: shown.target, [out ? 'takeOut' : 'bringBack']: sub.frameId }),
    done: again,
  }));
  return button;
}
