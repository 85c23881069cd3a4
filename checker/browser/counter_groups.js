/**
 * Which questions stand on the clerk's screen: all that can still change the answer, as if each of them had been answered
 * with 「わからない」 until it is. Pure.
 */

import { GATE, isUnknown } from './meaning.js';

/** @typedef {import('./interview.js').Answers} Answers */

/**
 * @typedef {object} Standing
 * @property {Answers} counted the answers on which the answer rests, with "unknown" for those that were not given
 * @property {string[]} pages to be shown, in order
 * @property {string[]} given those of them that were answered
 * @property {string[]} idle pages that were answered and no longer change anything
 */

/**
 * @param {ReturnType<typeof import('./visit.js').openVisit>} visit
 * @param {string[]} gated facts that the gate stands for
 * @returns {Standing}
 */
export function standingOf({ answers, interview, rowsSeen }, gated) {
  let counted = answers;
  let seen = rowsSeen;
  let { pages, next } = interview.walk(counted, seen);
  while (next !== null) {
    if (next in counted) seen = undefined; // the gate has rows from which nobody has chosen
    counted = { ...counted, [next]: ['unknown'] };
    ({ pages, next } = interview.walk(counted, seen));
  }
  const onTheWay = Object.fromEntries(pages.map((page) => [page, counted[page] ?? []]));
  const given = pages.filter((page) => onTheWay[page] === answers[page]);
  const behindGate = !given.includes(GATE) && isUnknown(onTheWay[GATE] ?? []);
  return {
    counted: onTheWay,
    pages: pages.filter((page) => given.includes(page) || !behindGate || !gated.includes(page)),
    given,
    idle: Object.keys(answers).filter((page) => !pages.includes(page)),
  };
}

/**
 * @param {Standing} standing
 * @param {string} page
 * @returns {Answers} those that come before a page
 */
export function answersBefore({ counted }, page) {
  const way = Object.keys(counted);
  return Object.fromEntries(way.slice(0, way.indexOf(page)).map((one) => [one, counted[one] ?? []]));
}
