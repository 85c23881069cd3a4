/**
 * Which page comes next; as `checker/engine/asking/interview.py`. Pure: no page, no clock.
 *
 * Answers are kept per page as the values that were chosen. A page is a question (by its fact's name), a page of an
 * errand's own, or the gate, which stands for the questions of its facts where two of them or more matter. The walk is
 * replayed from the start each time, so that a changed early answer keeps the later ones that still matter and drops the
 * others.
 */

import { branchesOf } from './branches.js';
import { GATE, saidBy } from './meaning.js';

/** @typedef {Record<string, string[]>} Answers page -> chosen values */
/** @typedef {{pages: string[], next: string | null}} Walk */
/** @typedef {Record<string, string | string[]>} Sets */

/**
 * @typedef {object} Questions what is asked, of whom and why: `checker/engine/rules/questions.py`
 * @property {{fact: string, after?: [fact: string, values: string[]]}[]} asked
 * @property {{id: string, sets?: Sets, first?: string[]}[]} errands
 * @property {{id: string, values: [value: string, sets: Sets][]}[]} choices
 * @property {{rows: [fact: string, value: string][], unticked: [fact: string, value: string][]}} gate
 */

/**
 * @param {Table} table
 * @param {string} today
 */
export function openInterview(table, today) {
  const { questions, orders } = table;
  const written = questions.asked.map(({ fact }) => fact);
  const gated = new Set(questions.gate.rows.map(([fact]) => fact));
  const unticked = new Map(questions.gate.unticked);
  /** @type {Map<string, any>} what was worked out for the answers on the way, so that a click costs one step only */
  const known = new Map();

  /**
   * @template T
   * @param {string} what
   * @param {Answers} answers
   * @param {() => T} work
   * @returns {T}
   */
  function once(what, answers, work) {
    const key = JSON.stringify([what, answers]);
    if (!known.has(key)) known.set(key, work());
    return known.get(key);
  }

  /** @param {Answers} answers */
  const errandOf = (answers) => questions.errands.find(({ id }) => id === answers['errand']?.[0]);

  /** @param {Answers} answers @returns {Facts} what was said, and nothing else */
  const finalFacts = (answers) => ({
    insurer: table.insurer,
    on_date: today,
    ...saidBy(questions, table.facts, answers),
  });

  /**
   * @param {Answers} answers
   * @returns {string[]} the facts that this visitor may still be asked, in the order in which they are written down
   */
  function openQuestions(answers) {
    const said = finalFacts(answers);
    const own = errandOf(answers)?.first ?? [];
    const others = questions.errands.flatMap(({ first }) => first ?? []).filter((page) => !own.includes(page));
    /** @type {string[]} */
    const found = [];
    for (const { fact, after } of questions.asked) {
      if (fact in said || others.includes(fact)) continue;
      if (after === undefined || found.includes(after[0]) || isOneOf(said[after[0]], after[1])) found.push(fact);
    }
    return found;
  }

  /** @param {Answers} answers @returns {Facts} with null for everything that may still be asked */
  const openFacts = (answers) => ({
    ...Object.fromEntries(openQuestions(answers).map((fact) => [fact, null])),
    ...finalFacts(answers),
  });

  /** @param {Answers} answers @returns {Answers[]} the answers, or what they would be with each value of a page that is not known */
  function waysOf(answers) {
    const ways = branchesOf(questions, answers).map((branch) => branch.answers);
    return ways.length ? ways : [answers];
  }

  /** @param {Answers} answers */
  const opening = (answers) => table.open(finalFacts(answers), openQuestions(answers));

  /** @param {Answers} answers @returns {string[]} the pages that can still change the answer */
  function pagesOf(answers) {
    const { matter } = opening(answers);
    const asked = openQuestions(answers);
    const together = !(GATE in answers) && matter.filter((fact) => gated.has(fact)).length > 1;
    return matter.map((fact) => firstTold(fact, asked)).map((fact) => (together && gated.has(fact) ? GATE : fact));
  }

  /**
   * @param {string} fact
   * @param {string[]} asked
   * @returns {string} the fact that must be told before this one has a meaning, or this one
   */
  function firstTold(fact, asked) {
    const after = questions.asked.find((question) => question.fact === fact)?.after?.[0];
    const applies = table.facts.find(({ id }) => id === fact)?.applies;
    const before = [...(after ? [after] : []), ...(applies ? factsIn(applies) : [])].find((one) => asked.includes(one));
    return before === undefined ? fact : firstTold(before, asked);
  }

  /**
   * @param {Answers} answers those given on the way so far
   * @returns {string | null} the next page; null when nothing can change the answer any more
   */
  function nextPage(answers) {
    if (answers['errand'] === undefined) return 'errand';
    const own = (errandOf(answers)?.first ?? []).find((page) => !(page in answers));
    if (own !== undefined) return own;
    const pages = new Set(waysOf(answers).flatMap(pagesOf));
    const order = [...orderOf(answers), ...written];
    const inOrder = order.flatMap((page) => (page === GATE || gated.has(page) ? [GATE, ...gated] : [page]));
    return inOrder.find((page) => pages.has(page)) ?? null;
  }

  /** @param {Answers} answers @returns {string[]} */
  const orderOf = (answers) => orders[answers['errand']?.[0] ?? ''] ?? orders[''] ?? [];

  /** @param {Answers} answers @returns {string[]} the rows of the gate that can still change the answer, as FACT=VALUE */
  function gateRows(answers) {
    const found = waysOf(answers).flatMap((way) => {
      const { rowMatters } = opening(way);
      return questions.gate.rows.filter(([fact, value]) => rowMatters(fact, value, unticked.get(fact) ?? ''));
    });
    return [...new Set(questions.gate.rows.filter((row) => found.includes(row)).map((row) => row.join('=')))];
  }

  /**
   * @param {Answers} answers all that were ever given
   * @param {string[]} [rowsSeen] the rows of the gate from which was chosen; with others it is asked again
   * @returns {Walk} the pages whose answers count, in order, and the page to show
   */
  function walk(answers, rowsSeen = questions.gate.rows.map((row) => row.join('='))) {
    /** @type {Answers} */
    const counted = {};
    for (;;) {
      const next = once('next', counted, () => nextPage(counted));
      const given = next === null ? undefined : answers[next];
      if (next === null || given === undefined) return { pages: Object.keys(counted), next };
      if (next === GATE && once('rows', counted, () => gateRows(counted)).some((row) => !rowsSeen.includes(row))) return { pages: Object.keys(counted), next };
      counted[next] = given;
    }
  }

  /**
   * @param {Answers} answers
   * @returns {number} pages that somebody with this errand could be asked at most
   */
  const pagesAtMost = (answers) => 1 + (errandOf(answers)?.first ?? []).length + orderOf(answers).length;

  /** Forget the answers that were on the way. */
  const forget = () => known.clear();

  return { openFacts, finalFacts, nextPage, gateRows, walk, pagesAtMost, forget };
}

/**
 * @param {FactValue | undefined} said
 * @param {string[]} values
 * @returns {boolean} whether that was said, or is among what was
 */
const isOneOf = (said, values) => (Array.isArray(said) ? said : [String(said)]).some((value) => values.includes(value));

/**
 * @param {any} condition as in the table: a word, then what it is about
 * @returns {string[]} the facts of a condition of meaning, which is one on a choice
 */
const factsIn = ([word, inner]) => (word === 'not' ? factsIn(inner) : [inner]);
