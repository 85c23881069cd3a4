/**
 * The lower half of a sheet, which the person keeps: what to do, what comes and how, where to go with which papers.
 */

import { actOf } from './act.js';
import { showableLater, showableNow } from './at_hand.js';
import { issuedTerms, nameOf, sayRefused } from './document_view.js';
import { make } from './dom.js';
import { proceduresTold } from './procedure_view.js';
import { sayAct } from './result_view.js';
import { callLines, makeLines, sayTogether } from './sheet_lines.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./sheet_lines.js').Line} Line */
/** @typedef {import('./sheet_lines.js').Say} Say */
/** @typedef {{name: string, terms: [string, string | string[] | null][]}} Told */

/** Of what an answer says of a document, what is told here: how, when and by what it comes. */
const TERMS = 3;

/** As many open questions are named; the answer has them all. */
const NEEDS = 4;

/** Cautions that help at a desk; the answer has the others. */
const HELPFUL = new Set(['reader_failure_is_not_full_charge', 'notice_alone_not_enough', 'name_suffices_in_disaster']);

/**
 * @param {Line} line
 * @param {import('./result_view.js').Shown} shown
 * @param {import('./sheet_view.js').Beside} beside
 */
export function ownHalf(line, shown, { original }) {
  const { answer, answers, desk, words, copy } = shown;
  const { main, facts } = answer;
  const act = actOf(main, facts, answers['errand']?.[0] ?? '', desk);
  const calls = callLines(line, original('contact'), copy('contact'), words);
  const warnings = (main.warnings ?? []).filter((id) => HELPFUL.has(id));
  /** @type {((told: Words) => Told)[]} */
  const documents = (main.document?.issued ?? []).map((one) => (told) => ({
    name: nameOf(told, one),
    terms: issuedTerms(told, one, main, facts).slice(0, TERMS),
  }));
  const procedures = proceduresTold(words, answer).map((_, place) => (/** @type {Words} */ told) => proceduresTold(told, answer)[place]);
  return make(
    'section',
    { class: 'sheet-half', 'data-half': 'own' },
    line('h2', {}, (told) => told.of('sheet', 'own')),
    line('p', { class: 'sheet-act' }, (told) => sayAct(told, act, main)),
    ...(main.care?.actions ?? (showableNow(answer).length ? [] : ['call_insurer'])).map((id) => line('p', {}, (told) => told.of('actions', id))),
    ...(main.document?.refused ?? []).flatMap((one) => sayRefused(words, one).map((_, place) => line('p', {}, (told) => sayRefused(told, one)[place] ?? ''))),
    ...[...documents, ...procedures].map((tell) => makeTold(line, (told) => tell(told) ?? { name: '', terms: [] }, words)),
    makeLines(line, (told) => told.ui('open_needs'), main.needs.slice(0, NEEDS).map((fact) => (told) => sayNeed(told, fact))),
    makeLines(line, (told) => told.of('sheet', 'later'), showableLater(answer).map((way) => (told) => sayTogether(told, way))),
    makeLines(line, (told) => told.ui('warnings_heading'), warnings.map((id) => (told) => told.of('warnings', id))),
    make(
      'div',
      {},
      line('h3', {}, (told) => told.ui('contact_heading')),
      ...(calls.length ? calls : [line('p', {}, (told) => told.ui('contact_none'))]),
    ),
    standingLine(line, copy('standing')),
    copy('foot')?.querySelector('[data-operator]') ?? null,
  );
}

/**
 * A document or a procedure, with what is said of it.
 * @param {Line} line
 * @param {(words: Words) => Told} tell
 * @param {Words} words
 */
function makeTold(line, tell, words) {
  const places = tell(words).terms.flatMap(([, said], place) => (said === null ? [] : [place]));
  /** @param {Words} told @param {number} place */
  const say = (told, place) => {
    const [term = '', said = null] = tell(told).terms[place] ?? [];
    return told.pair(term, told.list([said ?? []].flat()));
  };
  return make('div', {}, line('h3', {}, (told) => tell(told).name), ...places.map((place) => line('p', {}, (told) => say(told, place))));
}

/**
 * @param {Words} words
 * @param {string} fact
 */
function sayNeed(words, fact) {
  const said = words.of('checks', fact);
  return said === fact ? words.page(fact).name : said;
}

/**
 * For everybody alike; on paper it says where to read on.
 * @param {Line} line
 * @param {HTMLElement | null} standing a copy of the one in the page
 */
function standingLine(line, standing) {
  standing?.querySelector('a')?.replaceChildren(line('span', {}, (told) => told.of('warnings', 'standing_line')));
  standing?.append(' ', line('span', { class: 'sheet-where' }, (told) => told.of('sheet', 'standing_where')));
  return standing;
}
