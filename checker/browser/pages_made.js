/** The page to which a visit has come, made of elements that nobody sees yet. */

import { casesAtDesk, decideAnswer } from './decided.js';
import { makeDeskAside } from './desk_view.js';
import { GATE } from './meaning.js';
import { asksForDate, keepAlone, makeQuestion } from './question_view.js';
import { makeResult } from './result_view.js';
import { sayAnswer } from './sayings.js';

/**
 * @typedef {object} MadePage
 * @property {'question' | 'result'} state
 * @property {HTMLElement[]} elements
 * @property {MadeAnswer | null} answer
 * @property {HTMLElement[]} [below] elements that may be drawn a frame later than the rest
 */

/**
 * @typedef {object} MadeAnswer
 * @property {import('./decided.js').Decided} decided
 * @property {import('./result_view.js').Shown} shown
 */

/**
 * @param {Table} table
 * @param {ReturnType<typeof import('./visit.js').openVisit>} visit
 * @param {ReturnType<typeof import('./speech.js').openSpeech>} speech
 * @param {string} today
 */
export function openPages(table, visit, speech, today) {
  const { copy } = speech;

  /** @returns {MadePage} */
  function makePage() {
    const { pages, page } = visit.where();
    return page === null ? makeAnswer(pages) : makeAsked(page, pages);
  }

  /**
   * @param {string} page
   * @param {string[]} pages
   * @param {string[]} [chosen]
   * @returns {MadePage}
   */
  function makeAsked(page, pages, chosen = visit.answers[page] ?? []) {
    const { words } = speech;
    const { interview, counted: answers, day } = visit;
    const bands = asksForDate(page) ? table.bands(page, interview.openFacts(answers)) : [];
    const rows = page === GATE ? interview.gateRows(visit.before(page)) : [];
    const back = pages.indexOf(page) !== 0 && pages.length > 0;
    const form = makeQuestion({ page, words, bands, rows, chosen, day, today, back, forOther: speech.forOther });
    const aside = visit.editing === null ? makeDeskAside(words, casesAtDesk(table, answers, interview.finalFacts(answers)), true) : null;
    const after = page === 'errand' ? [copy('elsewhere')] : [copy('standing')];
    if (page === 'errand') form.querySelector('legend')?.after(copy('standing') ?? '');
    keepAlone(form);
    return { state: 'question', elements: [aside, form, ...after].filter((one) => one !== null), answer: null };
  }

  /**
   * @param {string[]} pages
   * @returns {MadePage}
   */
  function makeAnswer(pages) {
    const { words } = speech;
    const { interview, counted: answers, idle: dropped, bands, day } = visit;
    const decided = decideAnswer(table, interview, answers);
    const { answer } = decided;
    const atMost = interview.pagesAtMost(answers);
    const desk = casesAtDesk(table, answers, answer.facts);
    /** @param {string} page */
    const say = (page) => sayAnswer(words, page, answers[page] ?? [], bands[page] ?? null, day);
    const shown = { words, answer, answers, say, pages, dropped, atMost, day, today, desk, copy };
    return { state: 'result', elements: [makeResult(shown)], answer: { decided, shown } };
  }

  return { makePage, makeAsked };
}
