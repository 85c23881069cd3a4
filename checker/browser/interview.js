/**
 * Which question comes next, and what the answers mean as facts. Pure: no page, no clock.
 *
 * Answers are kept per page as the values that were chosen. The walk is replayed from the start each time, so that
 * a changed early answer keeps the later ones that still matter and drops the others.
 */

import { branchesOf } from './branches.js';

/** @typedef {Record<string, string[]>} Answers page -> chosen values */
/** @typedef {{pages: string[], next: string | null}} Walk */

/** The order in which pages are asked; facts not named come last. */
const PAGE_ORDER = [
  'my_number_card',
  'registration',
  'e_certificate',
  'e_certificate_until',
  'birth_date',
  'care_needs',
  'has',
  'reader',
  'brings',
  'applicant',
  'enrolled_on',
];

/** Facts that a visitor may be asked for, whatever the errand. What is protected is never among them. */
const ASKABLE = [
  'my_number_card',
  'registration',
  'e_certificate',
  'birth_date',
  'care_needs',
  'has',
  'applicant',
  'enrolled_on',
  'applied_before',
];

/** Days that have a meaning only after another answer: fact -> the page and the answer. Else they are left out. */
const ASKABLE_AFTER = Object.entries({
  e_certificate_until: ['e_certificate', 'expired'],
  applied_on: ['registration', 'cancellation_pending'],
  left_on: ['event', 'moved_insurer'],
});

/** Asked of somebody at a desk, before all else: they decide what to show now. */
const DESK_PAGES = ['reader', 'brings'];

const LISTS = new Set(['care_needs', 'has', 'brings', 'event']);
const FLAGS = new Set(['applied_before', 'smartphone', 'short_term_card', 'lives_overseas']);
const UNKNOWN = new Set(['unknown', 'no_answer']);

/** @type {Record<string, Facts>} */
const ERRAND_FACTS = {
  cancel: { event: ['cancel_registration'] },
  want_paper: { wants: 'just_in_case' },
  not_card: { wants: 'not_to_use_card' },
};

/** @type {Record<string, Facts>} */
const LOST_FACTS = {
  my_number_card: { my_number_card: 'lost' },
  eligibility_certificate: { event: ['lost_certificate'] },
  eligibility_notice: { event: ['lost_notice'] },
  old_insurance_card: { event: ['lost_old_card'] },
  unknown: { event: null },
};

/** @type {Record<string, string[]>} */
const ERRAND_PAGES = { lost: ['lost_item'], changed: ['event'], at_desk: DESK_PAGES };

/**
 * @param {Table} table
 * @param {string} today
 */
export function openInterview(table, today) {
  /**
   * @param {Answers} answers
   * @returns {Facts} with null for everything that may still be asked
   */
  function openFacts(answers) {
    const open = Object.fromEntries(askable(answers).map((fact) => [fact, null]));
    return { ...open, ...statedFacts(answers, table.insurer, today) };
  }

  /**
   * @param {Answers} answers those given on the way so far
   * @returns {string | null} the next page; null when nothing can change the answer any more
   */
  function nextPage(answers) {
    const errand = answers['errand']?.[0];
    if (errand === undefined) return 'errand';
    const first = (ERRAND_PAGES[errand] ?? []).find((page) => !(page in answers));
    if (first !== undefined) return first;
    const followed = branchesOf(answers).map((branch) => branch.answers);
    const ways = followed.length ? followed : [answers];
    const open = ways.flatMap((way) => table.relevant(openFacts(way))).filter((fact) => !(fact in answers));
    const may = askable(answers);
    return inOrder(open.filter((fact) => may.includes(fact)))[0] ?? null;
  }

  /**
   * @param {Answers} answers all that were ever given
   * @returns {Walk} the pages whose answers count, in order, and the page to show
   */
  function walk(answers) {
    /** @type {Answers} */
    const counted = {};
    for (;;) {
      const next = nextPage(counted);
      const given = next === null ? undefined : answers[next];
      if (next === null || given === undefined) return { pages: Object.keys(counted), next };
      counted[next] = given;
    }
  }

  /** @param {Answers} answers */
  const finalFacts = (answers) => statedFacts(answers, table.insurer, today);

  /**
   * @param {Answers} answers
   * @returns {number} pages that somebody with this errand could be asked at most
   */
  function pagesAtMost(answers) {
    const errand = answers['errand'] ?? [];
    const own = ERRAND_PAGES[errand[0] ?? ''] ?? [];
    const may = askable({ errand });
    const open = table.relevant(openFacts({ errand })).filter((fact) => may.includes(fact) && !own.includes(fact));
    return 1 + own.length + open.length;
  }

  return { openFacts, finalFacts, walk, pagesAtMost };
}

/**
 * What was said, and nothing else: an unknown is null, what was never asked is left out.
 * @param {Answers} answers
 * @param {string} insurer
 * @param {string} today
 * @returns {Facts}
 */
export function statedFacts(answers, insurer, today) {
  /** @type {Facts} */
  const facts = { insurer, on_date: today };
  for (const [page, chosen] of Object.entries(answers)) {
    if (page === 'errand') Object.assign(facts, ERRAND_FACTS[chosen[0] ?? ''] ?? {});
    else if (page === 'lost_item') Object.assign(facts, LOST_FACTS[chosen[0] ?? ''] ?? {});
    else facts[page] = factValue(page, chosen);
  }
  return facts;
}

/**
 * @param {string} fact
 * @param {string[]} chosen
 * @returns {FactValue}
 */
function factValue(fact, chosen) {
  if (chosen.some((value) => UNKNOWN.has(value))) return null;
  if (LISTS.has(fact)) return chosen.filter((value) => value !== 'none');
  if (FLAGS.has(fact)) return chosen[0] === 'true';
  return chosen[0] ?? null;
}

/**
 * @param {Answers} answers
 * @returns {string[]} facts that are open to this visitor until they are answered
 */
function askable(answers) {
  const later = ASKABLE_AFTER.filter(([, [page, value]]) => answers[page ?? '']?.[0] === value).map(([fact]) => fact);
  return answers['errand']?.[0] === 'at_desk' ? [...ASKABLE, ...later, ...DESK_PAGES] : [...ASKABLE, ...later];
}

/** @param {string[]} facts */
function inOrder(facts) {
  /** @param {string} fact */
  const place = (fact) => (PAGE_ORDER.includes(fact) ? PAGE_ORDER.indexOf(fact) : PAGE_ORDER.length);
  return [...facts].sort((one, other) => place(one) - place(other));
}
