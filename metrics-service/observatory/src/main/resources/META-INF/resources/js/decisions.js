/** What follows from the history of decisions about models, which comes newest first. */

/** Who would be champion after a roll back: a champion that was rolled back is forgotten. */
export function championBefore(newestFirst) {
  const champions = [];
  for (const { alias, kind, modelId } of [...newestFirst].reverse()) {
    if (alias !== 'champion' || !modelId || champions.at(-1) === modelId) continue;
    if (kind === 'ROLLED_BACK' && champions.includes(modelId)) champions.length = champions.indexOf(modelId) + 1;
    else champions.push(modelId);
  }
  return champions.at(-2);
}

/** Those that made a model champion. */
export const promotionsOf = (newestFirst) => newestFirst
  .filter(({ alias, kind }) => alias === 'champion' && ['PROMOTED', 'ROLLED_BACK', 'REGISTERED'].includes(kind));

/** Figures named `owner.figure` or `figure` as a table: a column for each owner, a row for each figure, both in order. */
export function figureTable(named = {}) {
  const rows = new Map();
  for (const [key, value] of Object.entries(named)) {
    const [owner, name] = key.includes('.') ? key.split('.') : ['', key];
    rows.set(name, { ...rows.get(name), [owner]: value });
  }
  const owners = [...new Set([...rows.values()].flatMap(Object.keys))].sort();
  return { owners, rows: [...rows].sort().map(([name, values]) => ({ name, values: owners.map((owner) => values[owner]) })) };
}
