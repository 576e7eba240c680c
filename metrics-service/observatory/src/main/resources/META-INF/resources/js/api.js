/** The service's addresses; every call rejects with a readable message. */

async function json(address) {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw await refusal(address, response);
  return response.json();
}

/** Why a request is refused: the sentence of the problem that every service answers (RFC 9457); a proxy may answer anything. */
async function refusal(address, response) {
  let problem = null;
  try { problem = JSON.parse(await response.text()); } catch { /* not one of ours */ }
  return new Error(problem?.detail ?? `${address} answered ${response.status}`);
}

/** Sends a request; an answer other than success rejects with the reason that it gives. */
async function post(address, body) {
  const response = await fetch(address, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify(body ?? {}),
  });
  if (!response.ok) throw await refusal(address, response);
  const text = await response.text();
  return text ? JSON.parse(text) : null;
}

/** A page of the feed, newest first. */
export function frames({ target, after, limit = 24 } = {}) {
  const query = new URLSearchParams({ limit });
  if (target) query.set('target', target);
  if (after) query.set('after', after);
  return json(`/api/frames?${query}`);
}

/** One frame by every model that coloured it. */
export const frame = (frameId) => json(`/api/frames/${encodeURIComponent(frameId)}`);

export const quarantine = () => json('/api/quarantine');

/** The scored frames, oldest first. */
export const trend = (target) => json(`/api/trend${target ? `?${new URLSearchParams({ target })}` : ''}`);

/** Training runs, newest first. */
export const training = () => json('/api/training');

export const drift = () => json('/api/drift');

export const models = () => json('/api/models');

/** What was decided about models, newest first. */
export const decisions = () => json('/api/decisions');

export const promote = (modelId, words) => post(`/api/models/${encodeURIComponent(modelId)}/promote`, words);

/** Lets a model colour every frame unseen, beside the champion. */
export const tryOut = (modelId, words) => post(`/api/models/${encodeURIComponent(modelId)}/try`, { ...words, mode: 'shadow' });

export const withdraw = (words) => post('/api/models/withdraw', words);

export const pin = (pinned, words) => post(pinned ? '/api/models/pin' : '/api/models/unpin', words);

/** Asks the trainer for a new model. */
export const retrain = (words) => post('/api/retraining', words);

/** Has a target's stretches fitted anew to its next frames. */
export const restretch = (target, words) => post('/api/stretches/reset', { ...words, target });

/** A target's exposures and what became of them. */
export const night = (target) => json(`/api/nights?${new URLSearchParams({ target })}`);

/** A target's newest frame in all looks of the model. */
export const looks = (target) => json(`/api/looks?${new URLSearchParams({ target })}`);

/** Changes how a target's exposures are stacked and shown. */
export const orderNight = (change) => post('/api/nights/order', change);

/** When and why a target's stretches were fitted, newest first. */
export const stretches = (target) => json(`/api/stretches?${new URLSearchParams({ target })}`);

export const rollBack = (words) => post('/api/models/rollback', words);

/** Dead letters as they lie in the log, with when they were put back. */
export const deadLetters = () => json('/api/dead-letters?limit=1000');

/** Sends dead letters through the stream again. */
export const replay = (ids) => post('/api/dead-letters/replay', { ids });

export const summary = () => json('/api/summary');
