/** What was given up, and why. */
import * as api from './api.js';
import { byId, element, fromTemplate } from './dom.js';
import { moment, short, stamp } from './format.js';

const FIRST = 6;
let letters = [];
let all = false;

export async function loadQuarantine() {
  letters = await api.quarantine();
  draw();
}

/** A record was given up just now. */
export function quarantined(letter) {
  letters = [letter, ...letters.filter((known) => known.id !== letter.id)];
  draw();
}

function draw() {
  byId('quarantine').hidden = letters.length === 0;
  byId('quarantine-count').textContent = letters.length;
  byId('letters').replaceChildren(...letters.slice(0, all ? undefined : FIRST).map(row));
  const more = byId('more-letters');
  more.hidden = all || letters.length <= FIRST;
  more.onclick = () => { all = true; draw(); };
}

function row(letter) {
  const root = fromTemplate('letter-template');
  const time = element('time');
  stamp(time, letter.at);
  root.querySelector('.letter-name').append(letter.fileName ?? letter.target ?? 'A record that cannot be read', ' ', time);
  root.querySelector('.letter-reason').textContent = letter.reason;
  const where = root.querySelector('.letter-where');
  where.textContent = [
    `stage ${letter.stages.join(', ')}`,
    `${letter.topic}, partition ${letter.partition}, offset ${letter.offset}`,
    letter.frameId ? `frame ${short(letter.frameId)}` : null,
    letter.fileName && letter.target ? letter.target : null,
  ].filter(Boolean).join(' · ');
  where.title = moment(letter.at);
  return root;
}
