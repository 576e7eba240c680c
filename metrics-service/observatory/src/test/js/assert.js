/** What the tests of the page's scripts ask of values; a test is whatever a file named *.test.js exports. */

/** Undefined and what is no number are told from null, which JSON does not. */
const shown = (value) => JSON.stringify(value, (key, part) => (part === undefined || Number.isNaN(part) ? `<${part}>` : part));

/** Both are the same through and through. */
export function equal(actual, expected) {
  if (shown(actual) !== shown(expected)) throw new Error(`expected ${shown(expected)} but was ${shown(actual)}`);
}

/** Each value is as expected but for what floating point leaves. */
export function near(actual, expected) {
  const same = actual.length === expected.length && actual.every((value, index) => Math.abs(value - expected[index]) < 1e-9);
  if (!same) throw new Error(`expected about ${shown(expected)} but was ${shown(actual)}`);
}

/** What a promise was rejected with, in words. */
export async function refusal(promise) {
  let answer;
  try {
    answer = await promise;
  } catch (error) {
    return error.message;
  }
  throw new Error(`expected a refusal but had ${shown(answer)}`);
}
