import { equal } from './assert.js';
import { championBefore, figureTable, promotionsOf } from '../../main/resources/META-INF/resources/js/decisions.js';

const champion = (kind, modelId) => ({ alias: 'champion', kind, modelId });
const newestFirst = (...oldestFirst) => oldestFirst.reverse();

export function aRollBackLeadsToTheChampionBefore() {
  equal(championBefore(newestFirst(champion('PROMOTED', 'a'), champion('PROMOTED', 'b'))), 'a');
}

export function theFirstChampionHasNoneBefore() {
  equal(championBefore([]), undefined);
  equal(championBefore([champion('REGISTERED', 'a')]), undefined);
}

export function aChampionThatWasRolledBackIsForgotten() {
  const history = [champion('PROMOTED', 'a'), champion('PROMOTED', 'b'), champion('PROMOTED', 'c'), champion('ROLLED_BACK', 'b')];
  equal(championBefore(newestFirst(...history)), 'a');
  equal(championBefore(newestFirst(...history, champion('PROMOTED', 'd'))), 'b');
}

export function aRollBackToAModelOfAnotherHistoryIsAChampionLikeOthers() {
  equal(championBefore(newestFirst(champion('PROMOTED', 'a'), champion('ROLLED_BACK', 'z'))), 'a');
}

export function aModelThatIsPromotedAgainIsTheNewestChampion() {
  equal(championBefore(newestFirst(champion('PROMOTED', 'a'), champion('PROMOTED', 'b'), champion('PROMOTED', 'a'))), 'b');
}

export function aPinMakesNoOtherChampion() {
  equal(championBefore(newestFirst(champion('PROMOTED', 'a'), champion('PROMOTED', 'b'), champion('PINNED', 'b'))), 'a');
}

export function challengersAreNoChampions() {
  const trial = { alias: 'challenger', kind: 'ON_TRIAL', modelId: 'c' };
  equal(championBefore(newestFirst(champion('PROMOTED', 'a'), trial, champion('PROMOTED', 'b'), trial)), 'a');
}

export function promotionsAreWhateverMadeAChampion() {
  const history = [
    champion('PINNED', 'a'), champion('ROLLED_BACK', 'a'), champion('PROMOTED', 'b'), { alias: 'challenger', kind: 'REGISTERED', modelId: 'c' },
    champion('REGISTERED', 'a'),
  ];
  equal(promotionsOf(history).map(({ kind, modelId }) => `${kind} ${modelId}`), ['ROLLED_BACK a', 'PROMOTED b', 'REGISTERED a']);
}

export function figuresOfTwoModelsLieBesideEachOther() {
  equal(figureTable({ 'champion.gainDecibels': 0.3, 'challenger.gainDecibels': 0.5, 'challenger.failures': 0 }), {
    owners: ['challenger', 'champion'],
    rows: [{ name: 'failures', values: [0, undefined] }, { name: 'gainDecibels', values: [0.5, 0.3] }],
  });
}

export function figuresWithoutAnOwnerHaveOneColumn() {
  equal(figureTable({ slowdown: 1.2, frames: 40 }), { owners: [''], rows: [{ name: 'frames', values: [40] }, { name: 'slowdown', values: [1.2] }] });
  equal(figureTable(undefined), { owners: [], rows: [] });
}
