/** The observatory page: glue between the feed, the event stream and what is on the screen. */
import { followAddress, refreshDetail } from './detail.js';
import { refreshNight } from './night.js';
import { byId } from './dom.js';
import { Feed, targetButtons } from './feed.js';
import { refreshTimes } from './format.js';
import { showHero } from './hero.js';
import { refreshDrift } from './drift.js';
import { follow } from './live.js';
import { refreshModels } from './models.js';
import { showPlaces } from './places.js';
import { loadQuarantine, quarantined } from './quarantine.js';
import { refreshQuality } from './quality.js';
import { offerSignOut } from './session.js';
import { refreshSummary, showTrend } from './summary.js';
import { refreshTraining } from './training.js';
import { enableUploads } from './upload.js';

const STATES = { connecting: 'Connecting', live: 'Live', reconnecting: 'Reconnecting', catching: 'Reading the log' };
let loaded = false;

const open = (item) => { location.hash = item.id; };
const feed = new Feed(open, redraw);

function redraw() {
  const items = feed.visible;
  byId('feed').hidden = items.length === 0;
  byId('empty').hidden = !loaded || items.length > 0;
  showHero(feed.newestColoured, open);
  showTrend(items);
}

function status(state) {
  byId('status').dataset.state = state;
  byId('status-text').textContent = STATES[state];
}

function summarise() {
  refreshQuality(() => feed.target);
  refreshSummary((summary) => {
    targetButtons(summary.targets, feed.target, (target) => feed.choose(target).then(summarise));
    if (!summary.caughtUp) {
      status('catching');
      setTimeout(readAgain, 1500);
    } else if (byId('status').dataset.state === 'catching') {
      status('live');
    }
  });
}

async function readAgain() {
  try {
    await Promise.all([feed.load(), loadQuarantine()]);
    loaded = true;
    redraw();
    summarise();
    refreshModels();
    refreshTraining();
    refreshDrift();
  } catch {
    setTimeout(readAgain, 3000);
  }
}

function redLight() {
  const button = byId('red-light');
  const set = (on) => {
    document.documentElement.classList.toggle('red-light', on);
    button.setAttribute('aria-pressed', String(on));
    localStorage.setItem('red-light', on ? 'on' : '');
  };
  button.addEventListener('click', () => set(button.getAttribute('aria-pressed') !== 'true'));
  set(localStorage.getItem('red-light') === 'on');
}

enableUploads();
showPlaces();
offerSignOut().catch(() => {});
redLight();
setInterval(refreshTimes, 15_000);
follow({
  onState: status,
  onConnect: readAgain,
  onFrame: (item) => {
    if (!feed.target || item.target === feed.target) feed.put(item);
    refreshDetail(item, feed);
    summarise();
  },
  onSub: (sub) => {
    if (sub.shown === 'not_itself') feed.remove(sub.frameId);
    refreshNight(sub.target);
  },
  onTraining: refreshTraining,
  onDecision: () => {
    refreshModels();
    summarise();
  },
  onQuarantine: (letter) => {
    quarantined(letter);
    if (letter.frameId) feed.remove(letter.frameId);
    summarise();
  },
});
followAddress(feed);
