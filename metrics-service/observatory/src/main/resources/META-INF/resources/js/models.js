/** The models: who colours now, who is tried, what else could, and the history of decisions, with promote and roll back. */
import * as api from './api.js';
import { ask as decide } from './decide.js';
import { championBefore, figureTable, promotionsOf } from './decisions.js';
import { byId, element, fromTemplate } from './dom.js';
import { fixed, isNumber, short, signedDecibels, stamp } from './format.js';
import { knowPromotions } from './quality.js';

const FIRST_DECISIONS = 6;
const CALM = 800;
const WORDS = {
  REGISTERED: 'Registered', PROMOTED: 'Promoted', ROLLED_BACK: 'Rolled back', ON_TRIAL: 'On trial', WITHDRAWN: 'Withdrawn',
  REFUSED: 'Refused', PINNED: 'Pinned', UNPINNED: 'Unpinned',
};
const FIGURES = {
  frames: 'frames', gainDecibels: 'gain over grey, dB', otherGainDecibels: 'the other\u2019s gain, dB', pooledGainDecibels: 'pooled gain, dB',
  newestGainDecibels: 'gain on the newest frames, dB', colourfulnessRatio: 'colourfulness, of the truth\u2019s', skyChroma: 'chroma of dark sky',
  flicker: 'flicker from frame to frame', failures: 'frames it failed on', slowdown: 'time, in the champion\u2019s',
};
let timer = null;
let all = false;
let names = new Map();

const ask = (question) => decide({ ...question, done: refreshModels });

/** Reads models and decisions soon; many calls in a row are one. */
export function refreshModels() {
  if (timer) return;
  timer = setTimeout(async () => {
    timer = null;
    try {
      const [models, decisions] = await Promise.all([api.models(), api.decisions()]);
      draw(models, decisions);
    } catch {
      // The connection's own status says so; the next event tries again.
    }
  }, CALM);
}

function draw(models, decisions) {
  names = new Map(models.map((model) => [model.modelId, model.name]));
  byId('models').hidden = models.length === 0 && decisions.length === 0;
  const champion = decisions.find((decision) => decision.alias === 'champion');
  const rank = (model) => ({ champion: 0, challenger: 1 }[model.alias] ?? 2);
  byId('model-list').replaceChildren(...[...models].sort((a, b) => rank(a) - rank(b)).map(card));
  byId('pinned').hidden = !champion?.pinned;
  const back = byId('roll-back');
  const before = championBefore(decisions);
  back.hidden = !before;
  back.onclick = () => ask({
    title: `Roll back to ${name(before)}?`,
    explanation: 'It colours the next frame. Pictures that are there stay as they are.',
    verb: 'Roll back',
    act: (words) => api.rollBack(words),
  });
  const pin = byId('pin');
  pin.hidden = !champion?.modelId;
  pin.textContent = champion?.pinned ? 'Unpin' : 'Pin';
  pin.onclick = () => ask(champion.pinned
    ? { title: 'Unpin the champion?', explanation: 'The rules decide again who is champion.', verb: 'Unpin', act: (words) => api.pin(false, words) }
    : { title: 'Pin the champion?', explanation: 'Whatever the rules find, it stays champion until it is unpinned.', verb: 'Pin', act: (words) => api.pin(true, words) });
  byId('retrain').onclick = () => ask({
    title: 'Train a new model?',
    explanation: 'The trainer lets the champion go on learning from old and new frames. What comes of it has to pass the gate.',
    verb: 'Train',
    act: (words) => api.retrain(words),
  });
  byId('decisions').replaceChildren(...decisions.slice(0, all ? undefined : FIRST_DECISIONS).map(decided));
  const more = byId('more-decisions');
  more.hidden = all || decisions.length <= FIRST_DECISIONS;
  more.onclick = () => { all = true; draw(models, decisions); };
  knowPromotions(promotionsOf(decisions).map(({ at, modelId }) => ({ at, name: name(modelId) })));
}

const name = (modelId) => names.get(modelId) ?? short(modelId);

function card(model) {
  const root = fromTemplate('model-template');
  root.dataset.alias = model.alias ?? '';
  root.querySelector('.model-name').append(model.name, ' ');
  if (model.alias) root.querySelector('.model-name').append(element('span', { class: 'state', 'data-state': model.alias }, model.mode ? `${model.alias}, ${model.mode}` : model.alias));
  const gain = model.quality?.gainDecibels;
  root.querySelector('.model-figures').textContent = [
    isNumber(gain) ? `gain ${signedDecibels(gain)} on validation` : 'no validation figures',
    isNumber(model.quality?.colourfulnessRatio) ? `colourfulness ${fixed(model.quality.colourfulnessRatio)}` : null,
    model.recipe ? `recipe ${model.recipe}` : null,
  ].filter(Boolean).join(' · ');
  const where = root.querySelector('.model-where');
  where.append(element('code', {}, short(model.modelId)));
  if (model.publishedAt) {
    const time = element('time');
    stamp(time, model.publishedAt);
    where.append(' ', time);
  }
  offer(root, 'promote', model.alias !== 'champion', {
    title: `Promote ${model.name}?`,
    explanation: 'It colours the next frame in place of the champion, whatever the gate has found. It can be rolled back.',
    verb: 'Promote',
    act: (words) => api.promote(model.modelId, words),
  });
  offer(root, 'try', !model.alias, {
    title: `Try ${model.name} unseen?`,
    explanation: 'It colours every frame beside the champion; its pictures are scored where the truth is known, and not shown.',
    verb: 'Try',
    act: (words) => api.tryOut(model.modelId, words),
  });
  offer(root, 'withdraw', model.alias === 'challenger', {
    title: `End the trial of ${model.name}?`,
    explanation: 'It colours no more frames. It can be tried or promoted again.',
    verb: 'End the trial',
    act: (words) => api.withdraw(words),
  });
  return root;
}

/** A button of a model's card, where it can be done. */
function offer(root, what, possible, question) {
  const button = root.querySelector(`[data-do="${what}"]`);
  button.hidden = !possible;
  button.setAttribute('aria-label', question.title.replace('?', ''));
  button.addEventListener('click', () => ask(question));
}

function decided(decision) {
  const time = element('time');
  stamp(time, decision.at);
  const about = decision.subjectModelId ?? decision.modelId ?? decision.previousModelId;
  return element('li', { class: 'decision', 'data-kind': decision.kind },
    element('p', {}, element('strong', {}, WORDS[decision.kind] ?? decision.kind), ` ${about ? name(about) : ''} `,
      element('span', { class: 'hint' }, decision.alias), time),
    element('p', { class: 'decision-reason' }, decision.reason),
    element('p', { class: 'hint' }, `decided by ${decision.decidedBy}`),
    figures(decision.figures));
}

/** What a decision is founded on, the challenger's figures beside the champion's. */
function figures(named) {
  const { owners, rows } = figureTable(named);
  if (rows.length === 0) return null;
  const head = owners.some(Boolean)
    ? element('tr', {}, element('th', {}), ...owners.map((owner) => element('th', { scope: 'col' }, owner)))
    : null;
  return element('details', {}, element('summary', {}, 'On these figures'),
    element('table', {}, head, ...rows.map(({ name, values }) => element('tr', {},
      element('th', { scope: 'row' }, FIGURES[name] ?? name),
      ...values.map((value) => element('td', {}, isNumber(value) ? fixed(value, Number.isInteger(value) ? 0 : 3) : '–'))))));
}
