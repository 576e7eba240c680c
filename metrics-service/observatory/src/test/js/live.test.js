import { equal } from './assert.js';
import { follow } from '../../main/resources/META-INF/resources/js/live.js';

const SILENCE = 45_000;

let sources;
let timers;
let said;

globalThis.fetch = async () => { throw new Error('the service is away'); };
globalThis.addEventListener = () => {};
globalThis.clearTimeout = (timer) => { timers = timers.filter((known) => known !== timer); };
globalThis.setTimeout = (act, wait) => {
  const timer = { act, wait };
  timers.push(timer);
  return timer;
};
globalThis.EventSource = class {
  #handlers = {};

  constructor(address) {
    this.address = address;
    sources.push(this);
  }

  addEventListener(name, handler) { this.#handlers[name] = handler; }

  close() { this.closed = true; }

  says(name, data) { this.#handlers[name]({ data: JSON.stringify(data) }); }
};

/** Begins a page that notes what it is told; the connection's newest source is returned. */
function connected() {
  sources = [];
  timers = [];
  said = [];
  const note = (name) => (data) => said.push(data === undefined ? name : `${name} ${JSON.stringify(data)}`);
  follow({
    onState: (state) => said.push(state), onConnect: note('connect'), onFrame: note('frame'), onSub: note('sub'),
    onQuarantine: note('quarantine'), onTraining: note('training'), onDecision: note('decision'),
  });
  return sources.at(-1);
}

/** Lets what waits so long happen. */
function after(wait) {
  const due = timers.filter((timer) => timer.wait === wait);
  timers = timers.filter((timer) => timer.wait !== wait);
  due.forEach(({ act }) => act());
}

export function whatTheServiceSaysIsPassedOn() {
  const source = connected();
  equal(source.address, '/api/events');
  source.says('hello');
  source.says('tick');
  source.says('frame', { id: 'a' });
  source.says('sub', { target: 'M 31' });
  source.says('quarantine', { id: 7 });
  source.says('training');
  source.says('decision');
  equal(said, ['live', 'connect', 'frame {"id":"a"}', 'sub {"target":"M 31"}', 'quarantine {"id":7}', 'training', 'decision']);
}

export function aLostConnectionIsMadeAgainAfterASecond() {
  const source = connected();
  source.onerror();
  equal([source.closed, said, sources.length], [true, ['reconnecting'], 1]);
  equal(timers.map(({ wait }) => wait), [1000]);
  after(1000);
  equal(sources.length, 2);
}

export function aConnectionThatIsMadeAgainAndStaysMuteIsGivenUpToo() {
  connected();
  sources.at(-1).onerror();
  after(1000);
  const mute = sources.at(-1);
  after(SILENCE);
  equal([mute.closed, said], [true, ['reconnecting', 'reconnecting']]);
}

export function eachTryWaitsTwiceAsLongUpToAQuarterOfAMinute() {
  connected();
  const waits = [];
  for (let i = 0; i < 6; i += 1) {
    sources.at(-1).onerror();
    const { wait } = timers.at(-1);
    waits.push(wait);
    after(wait);
  }
  equal(waits, [1000, 2000, 4000, 8000, 15_000, 15_000]);
}

export function aConnectionThatStandsIsMadeAgainAtOnceTheNextTime() {
  connected().onerror();
  after(1000);
  sources.at(-1).says('hello');
  sources.at(-1).onerror();
  equal(timers.at(-1).wait, 1000);
}

export function silenceIsALostConnection() {
  const source = connected();
  after(SILENCE);
  equal([source.closed, said], [true, ['reconnecting']]);
}

export function eachWordPutsSilenceOff() {
  const source = connected();
  const [first] = timers;
  source.says('tick');
  equal(timers.map(({ wait }) => wait), [SILENCE]);
  equal(timers.includes(first), false);
}
