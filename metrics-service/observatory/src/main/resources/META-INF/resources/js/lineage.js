/** A frame's figures and lineage, as the hero and the detail view show them. */
import { element, pair } from './dom.js';
import { bytes, decibels, duration, fixed, isNumber, moment, short, signedDecibels, paletteName } from './format.js';

/** The table of figures, coloured beside grey; a sentence where there is no truth. */
export function figures(item) {
  if (!item.score) {
    return element('div', { class: 'score none' },
      element('p', { class: 'gain' }, 'No truth'),
      element('p', { class: 'hint' }, 'The true colours of this frame are not known, so that there is nothing to score against.'));
  }
  const s = item.score;
  const row = (name, hint, colour, grey) => element('tr', {},
    element('th', { scope: 'row' }, name, element('span', { class: 'hint' }, hint)),
    element('td', {}, colour), element('td', { class: 'grey' }, grey));
  return element('div', { class: 'score' },
    element('p', { class: `gain ${isNumber(s.gainDecibels) && s.gainDecibels < 0 ? 'bad' : 'good'}` },
      signedDecibels(s.gainDecibels), element('span', { class: 'hint' }, 'gain over grey')),
    element('table', {},
      element('thead', {}, element('tr', {}, element('td', {}), element('th', { scope: 'col' }, 'coloured'), element('th', { scope: 'col' }, 'grey'))),
      element('tbody', {},
        row('PSNR', 'higher is nearer', decibels(s.psnrDecibels), decibels(s.greyPsnrDecibels)),
        row('SSIM', '1 is equal', fixed(s.ssim, 3), fixed(s.greySsim, 3)),
        row('ΔE2000', 'lower is nearer', fixed(s.deltaE2000), fixed(s.greyDeltaE2000)),
        row('Colourfulness', '1 is as the truth', fixed(s.colourfulnessRatio), isNumber(s.colourfulnessRatio) ? '0.00' : '–'))));
}

/** A stretch's name with what it holds for, and its parameters in the order of their names. */
export function stretchWords(stretch) {
  const parameters = Object.entries(stretch.parameters ?? {}).sort(([a], [b]) => a.localeCompare(b))
    .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`);
  return { name: `${stretch.name}, static per ${stretch.scope}`.replace('static per frame', 'of this frame'), parameters: parameters.join(' · ') };
}

function stretchText(stretch) {
  const { name, parameters } = stretchWords(stretch);
  return element('span', {}, name, parameters ? element('span', { class: 'hint block' }, parameters) : null);
}

const copyable = (hash) => element('code', { title: hash }, short(hash));

/** Where the picture comes from: frame, stretch, model. */
export function lineage(item) {
  return element('dl', { class: 'lineage' },
    pair('Frame', copyable(item.frameId)),
    pair('File', `${item.fileName} (${bytes(item.sizeBytes)})`),
    pair('Size', `${item.width} × ${item.height} px`),
    item.exposedAt ? pair('Exposed', moment(item.exposedAt)) : null,
    pair('Taken in', `${moment(item.ingestedAt)} by ${item.source}`),
    pair('Stretch', stretchText(item.stretch)),
    pair('Model', element('span', {}, item.modelName, ' ', copyable(item.modelId))),
    pair('Ran on', `${item.executionProvider}, at ${item.networkWidth} × ${item.networkHeight} px`),
    item.palette ? pair('Palette', paletteName(item.palette)) : null);
}

/** The stages by their time, longest first, each with its part of the longest in percent. */
export function stages(millis) {
  const longest = Math.max(1, ...Object.values(millis));
  return Object.entries(millis).sort(([, a], [, b]) => b - a).map(([name, time]) => ({ name, time, part: (100 * time) / longest }));
}

/** How long each stage took, as bars of one scale. */
export function timings(item) {
  const bars = stages(item.stageMillis ?? {}).map(({ name, time, part }) => {
    const bar = element('span', { class: 'stage-bar' });
    bar.style.setProperty('--part', `${part}%`);
    return element('div', { class: 'stage' }, element('dt', {}, name), element('dd', {}, bar, element('span', {}, duration(time))));
  });
  return element('div', { class: 'timings' },
    element('p', {}, element('strong', {}, duration(item.latencyMillis)), ' from arrival to colours'),
    bars.length ? element('dl', {}, ...bars) : null);
}

/** The files behind the picture. */
export function downloads(item) {
  const link = (address, label) => (address ? element('a', { class: 'button', href: address, download: '' }, label) : null);
  return element('p', { class: 'row downloads' },
    link(item.links.png, 'PNG, 16 bit'), link(item.links.fits, 'FITS'), link(item.links.original, 'Original'));
}
