/** The service's addresses; every call rejects with a readable message. */

async function json(address) {
  const response = await fetch(address, { headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
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

export const summary = () => json('/api/summary');
