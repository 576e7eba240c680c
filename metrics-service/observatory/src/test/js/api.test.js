import { equal, refusal } from './assert.js';
import * as api from '../../main/resources/META-INF/resources/js/api.js';

/** Lets the service answer so from now on, and returns what it was asked last. */
function answering(status, body) {
  const asked = {};
  globalThis.fetch = async (address, { method = 'GET', body: sent } = {}) => {
    Object.assign(asked, { address, method, sent: sent === undefined ? undefined : JSON.parse(sent) });
    return { ok: status < 300, status, text: async () => body, json: async () => JSON.parse(body) };
  };
  return asked;
}

export async function anAnswerIsReadAsJson() {
  const asked = answering(200, '[{"modelId":"a"}]');
  equal(await api.models(), [{ modelId: 'a' }]);
  equal(asked, { address: '/api/models', method: 'GET', sent: undefined });
}

export async function whatIsNotFoundIsToldWithItsAddress() {
  answering(404, '');
  equal(await refusal(api.frame('a/b')), '/api/frames/a%2Fb answered 404');
}

export async function decisionsAreSentWithTheirWords() {
  const asked = answering(200, '{}');
  await api.tryOut('a b', { reason: 'it is new' });
  equal(asked, { address: '/api/models/a%20b/try', method: 'POST', sent: { reason: 'it is new', mode: 'shadow' } });
  await api.pin(false, { reason: 'no' });
  equal(asked.address, '/api/models/unpin');
}

export async function anOrderWithoutWordsHasAnEmptyBody() {
  const asked = answering(204, '');
  equal(await api.withdraw(), null);
  equal(asked.sent, {});
}

export async function aRefusalIsToldInTheWordsOfItsProblem() {
  answering(409, '{"title":"Conflict","status":409,"detail":"the champion is pinned"}');
  equal(await refusal(api.rollBack({})), 'the champion is pinned');
  equal(await refusal(api.models()), 'the champion is pinned');
}

export async function aRefusalThatIsNoProblemSaysItsStatus() {
  answering(502, '');
  equal(await refusal(api.rollBack({})), '/api/models/rollback answered 502');
  answering(502, '<h1>Bad Gateway</h1>');
  equal(await refusal(api.rollBack({})), '/api/models/rollback answered 502');
}
