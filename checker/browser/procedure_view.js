/**
 * Where to go with which papers. Where the papers depend on who goes and nobody was asked, all are shown.
 */

import { make, makeList, makeSection, makeTerms } from './dom.js';
import { sayDelivery } from './document_view.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./answer.js').Answer} Answer */
/** @typedef {string | string[] | null} Said several things, one below the other */

/** Done by talking to somebody: where nothing is stated of place and papers, nothing is missing. */
const TALKS = new Set(['ask_insurer', 'ask_other_insurer', 'settle_delivery', 'tell_new_insurer', 'suspend_card']);

/** Done by a call or at a screen: nothing is brought to it. */
const AT_NO_COUNTER = new Set(['suspend_card', 'check_registration', 'check_insurance_data', 'remove_mynaportal_proxy']);

/**
 * @param {Words} words
 * @param {Answer} answer
 */
export function procedureSection(words, answer) {
  const procedures = proceduresTold(words, answer).map(({ name, terms }) =>
    make('div', { class: 'procedure' }, make('h3', {}, name), makeTerms(terms.map(([term, said]) => [term, Array.isArray(said) ? makeList(said) : said]))),
  );
  return makeSection(words.ui('procedures_heading'), procedures, { 'data-part': 'procedures' });
}

/**
 * @param {Words} words
 * @param {Answer} answer
 * @returns {{name: string, terms: [string, Said][]}[]} terms without a saying are not told
 */
export function proceduresTold(words, { main, byApplicant, facts }) {
  const filed = facts['registration'] === 'cancellation_pending' ? 'cancel_registration' : null;
  return (main.procedures ?? []).map((procedure) => {
    const name = words.of('procedures', procedure.id);
    if (procedure.id === filed) return { name: words.ui('filed', { procedure: name }), terms: sayTime(words, procedure) };
    return { name, terms: saysNothing(procedure) ? [] : sayProcedure(words, procedure, byApplicant) };
  });
}

/**
 * @param {Words} words
 * @param {Procedure} procedure
 * @param {Map<string, Decision>} byApplicant
 * @returns {[string, Said][]}
 */
function sayProcedure(words, procedure, byApplicant) {
  const { where, who, medium, medium_refused: refused } = procedure;
  return [
    [words.ui('who'), who?.length ? who.map((one) => words.value('applicant', one)) : null],
    [words.ui('where'), where === null ? words.ui('where_not_stated') : sayAll(words, 'places', where)],
    [words.ui('medium'), medium ? sayAll(words, 'media', medium) : null],
    [words.ui('medium_refused'), refused ? sayAll(words, 'media', refused) : null],
    ...sayPapers(words, procedure, byApplicant),
    [words.ui('fee'), sayFee(words, procedure.fee ?? null)],
    ...sayTime(words, procedure),
    [words.ui('delivery'), sayDelivery(words, procedure.delivery)],
  ];
}

/**
 * @param {Words} words
 * @param {Procedure} procedure
 * @returns {[string, Said][]}
 */
function sayTime(words, { takes, complete_on, duty, due_on }) {
  const due = due_on ? words.ui('due_on', { date: words.date(due_on) }) : null;
  return [
    [words.ui('due'), due ?? (duty ? words.ui('duty') : null)],
    [words.ui('takes'), takes ? words.of('durations', takes) : null],
    [words.ui('follows'), complete_on ? words.ui('complete_on', { date: words.date(complete_on) }) : null],
  ];
}

/** @param {Words} words @param {number | null} fee @returns {string | null} */
const sayFee = (words, fee) => (fee === null ? null : fee ? words.ui('fee_yen', { yen: String(fee) }) : words.ui('fee_none'));

/** @param {Procedure} procedure */
function saysNothing(procedure) {
  return TALKS.has(procedure.id) && procedure.where === null && procedure.bring === null && !procedure.takes && !procedure.medium && !procedure.duty;
}

/**
 * @param {Words} words
 * @param {Procedure} procedure
 * @param {Map<string, Decision>} byApplicant
 * @returns {[string, Said][]}
 */
function sayPapers(words, procedure, byApplicant) {
  if (AT_NO_COUNTER.has(procedure.id) && !procedure.bring?.length) return [];
  /** @type {Map<string, {who: string[], bring: string[] | null}>} */
  const groups = new Map();
  for (const [applicant, decision] of byApplicant) {
    const same = decision.procedures?.find((one) => one.id === procedure.id);
    const bring = same ? same.bring : procedure.bring;
    const group = groups.get(JSON.stringify(bring)) ?? { who: [], bring };
    group.who.push(words.value('applicant', applicant));
    groups.set(JSON.stringify(bring), group);
  }
  const [first, ...others] = groups.values();
  if (!others.length) return [[words.ui('bring'), sayBring(words, first ? first.bring : procedure.bring)]];
  return [...groups.values()].map(({ who, bring }) => [words.ui('bring_for', { who: words.list(who) }), sayBring(words, bring)]);
}

/**
 * @param {Words} words
 * @param {string[] | null} bring
 * @returns {Said}
 */
function sayBring(words, bring) {
  if (bring === null) return words.ui('bring_not_stated');
  if (!bring.length) return words.ui('bring_nothing');
  return bring.map((paper) => words.of('papers', paper));
}

/**
 * @param {Words} words
 * @param {string} kind
 * @param {string[]} ids
 * @returns {Said}
 */
function sayAll(words, kind, ids) {
  const said = ids.map((id) => words.of(kind, id));
  return said.length > 1 ? said : (said[0] ?? null);
}
