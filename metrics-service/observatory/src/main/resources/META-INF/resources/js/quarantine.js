/** What was given up, and why. */
import * as api from './api.js';
import { byId, element, fromTemplate } from './dom.js';
import { moment, plural, short, stamp } from './format.js';

const FIRST = 6;
/** A page that stays open for nights forgets the oldest; the log has them all. */
const MOST = 500;
let letters = [];
let all = false;
/** What became of a letter's replay, by the letter's id. */
const replays = new Map();

export async function loadQuarantine() {
  letters = await api.quarantine();
  try {
    (await api.deadLetters()).filter((letter) => letter.replayedAt).forEach((letter) => replays.set(letter.source, 'Sent again'));
  } catch {
    // What was sent again before is then not said; sending it twice does nothing.
  }
  draw();
}

/** A record was given up just now. */
export function quarantined(letter) {
  letters = [letter, ...letters.filter((known) => known.id !== letter.id)].slice(0, MOST);
  draw();
}

/** Sends letters through the stream again, and says on each what became of that. */
async function replay(ids) {
  ids.forEach((id) => replays.set(id, 'Under way'));
  draw();
  try {
    const { replayed, before, unknown } = await api.replay(ids);
    ids.forEach((id) => replays.set(id, unknown === ids.length ? 'No stage reads its topic' : 'Sent again'));
    byId('replay-news').textContent = `${plural(replayed, 'record')} sent again${before ? `, ${before} had been before` : ''}`;
  } catch (error) {
    ids.forEach((id) => replays.set(id, error.message));
    byId('replay-news').textContent = error.message;
  }
  draw();
}

function draw() {
  const open = letters.filter((letter) => !replays.has(letter.id));
  byId('replay-all').hidden = open.length < 2;
  byId('replay-all').onclick = () => replay(open.map((letter) => letter.id));
  byId('quarantine').hidden = letters.length === 0;
  byId('quarantine-count').textContent = letters.length;
  byId('letters').replaceChildren(...letters.slice(0, all ? undefined : FIRST).map(row));
  const more = byId('more-letters');
  more.hidden = all || letters.length <= FIRST;
  more.onclick = () => { all = true; draw(); };
}

/** Where a letter was given up, and of what. */
export const whereabouts = (letter) => [
  `stage ${letter.stages.join(', ')}`,
  `${letter.topic}, partition ${letter.partition}, offset ${letter.offset}`,
  letter.frameId ? `frame ${short(letter.frameId)}` : null,
  letter.fileName && letter.target ? letter.target : null,
].filter(Boolean).join(' · ');

function row(letter) {
  const root = fromTemplate('letter-template');
  const time = element('time');
  stamp(time, letter.at);
  root.querySelector('.letter-name').append(letter.fileName ?? letter.target ?? 'A record that cannot be read', ' ', time);
  root.querySelector('.letter-reason').textContent = letter.reason;
  const where = root.querySelector('.letter-where');
  where.textContent = whereabouts(letter);
  where.title = moment(letter.at);
  const button = root.querySelector('.letter-action button');
  button.setAttribute('aria-label', `Replay ${letter.fileName ?? letter.target ?? letter.id}`);
  button.hidden = ['Under way', 'Sent again'].includes(replays.get(letter.id));
  button.addEventListener('click', () => replay([letter.id]));
  root.querySelector('.letter-action .hint').textContent = replays.get(letter.id) ?? '';
  return root;
}
