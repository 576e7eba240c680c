/** A target's newest frame in all looks that the model offers: one click makes one the target's. */
import * as api from './api.js';
import { element } from './dom.js';
import { percent } from './format.js';
import { mayOperate } from './session.js';

const NOBODY = 'somebody at the page';

/** The look that a palette asks for, and how vivid; null for another palette or none. */
export function asked(palette) {
  const found = /^look:([a-z0-9-]+)(?:\*([0-9.]+))?$/.exec(palette ?? '');
  return found ? { name: found[1], vividness: Number(found[2] ?? 1) } : null;
}

/** What asks for a look; nothing asks for the model's choice. */
export function palette(name, vividness) {
  if (!name) return '';
  return Math.abs(vividness - 1) < 0.005 ? `look:${name}` : `look:${name}*${Number(vividness.toFixed(2))}`;
}

/** The section, which appears where the model offers looks. */
export function looks(item) {
  const root = element('section', { class: 'looks', 'aria-label': 'Looks', hidden: true });
  fill(root, item.target);
  return root;
}

async function fill(root, target) {
  try {
    const shown = await api.looks(target);
    if (shown.looks.length === 0) return;
    root.replaceChildren(...contents(root, target, shown));
    root.hidden = false;
  } catch (error) {
    root.replaceChildren(element('p', { class: 'hint' }, error.message));
    root.hidden = false;
  }
}

function contents(root, target, shown) {
  const now = asked(shown.palette);
  const vivid = element('input', { type: 'range', min: '0.4', max: '2', step: '0.1', 'aria-label': 'Vividness' });
  vivid.value = String(now?.vividness ?? 1);
  const words = element('output', {}, `× ${vivid.value}`);
  const said = element('p', { class: 'hint', role: 'status' });
  const choose = async (name) => {
    said.textContent = 'Asking …';
    try {
      await api.orderNight({ target, palette: palette(name, Number(vivid.value)), by: localStorage.getItem('decided-by') || NOBODY });
      await fill(root, target);
      root.querySelector('[role=status]').textContent = 'The next picture of this target is coloured so.';
    } catch (error) {
      said.textContent = error.message;
    }
  };
  vivid.addEventListener('input', () => { words.textContent = `× ${vivid.value}`; });
  vivid.addEventListener('change', () => { if (now) choose(now.name); });
  const likeliest = element('button', { class: 'button small', type: 'button', 'aria-pressed': String(!shown.palette) }, 'Likeliest');
  likeliest.addEventListener('click', () => choose(''));
  return [
    element('h3', {}, 'Looks'),
    element('p', { class: 'hint' }, 'What was not measured can be guessed in several ways. The likeliest for what the frame shows comes first.'),
    element('ul', { class: 'sheet' }, ...shown.looks.map((look) => element('li', {}, choice(look, now, () => choose(look.name))))),
    element('p', { class: 'row for-operators' }, likeliest, element('label', {}, 'Vividness ', vivid, ' ', words)),
    said,
  ];
}

function choice(look, now, act) {
  const button = element('button', { class: 'look', type: 'button', 'aria-pressed': String(now?.name === look.name), title: `Colour this target ${look.name}` },
    element('img', { src: look.picture, alt: `The newest frame, ${look.name}` }),
    element('span', {}, look.name, element('span', { class: 'hint' }, ` ${percent(look.likelihood)}`)));
  button.disabled = !mayOperate(); // to be seen, and no more
  button.addEventListener('click', act);
  return button;
}
