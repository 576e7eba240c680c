/** The connection to the event stream: it reconnects by itself, notices silence, and says how it is. */

import { askAgainIfEnded } from './session.js';

const SILENCE = 45_000;
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15_000;

/** @param {{onFrame: Function, onSub: Function, onQuarantine: Function, onTraining: Function, onDecision: Function, onConnect: Function, onState: (state: string) => void}} handlers */
export function follow({ onFrame, onSub, onQuarantine, onTraining, onDecision, onConnect, onState }) {
  let source = null;
  let wait = FIRST_WAIT;
  let watch = null;

  const heard = () => {
    clearTimeout(watch);
    watch = setTimeout(again, SILENCE);
  };
  const again = () => {
    source?.close();
    clearTimeout(watch);
    onState('reconnecting');
    askAgainIfEnded().catch(() => {});
    setTimeout(connect, wait);
    wait = Math.min(2 * wait, LONGEST_WAIT);
  };
  const on = (name, handler) => source.addEventListener(name, (event) => {
    heard();
    handler(event);
  });

  function connect() {
    source = new EventSource('/api/events');
    on('hello', () => {
      wait = FIRST_WAIT;
      onState('live');
      onConnect();
    });
    on('tick', () => {});
    on('frame', (event) => onFrame(JSON.parse(event.data)));
    on('sub', (event) => onSub(JSON.parse(event.data)));
    on('training', () => onTraining());
    on('decision', () => onDecision());
    on('quarantine', (event) => onQuarantine(JSON.parse(event.data)));
    source.onerror = again;
    heard(); // one that opens and stays mute is noticed too
  }

  connect();
  addEventListener('pagehide', () => source?.close());
}
