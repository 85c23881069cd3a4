/**
 * The page's own result views for many people in one page, and what then stands there. Served to a blank page of the
 * tests beside the modules of checker/browser as they are.
 */

import { composeAnswer, situationsOf } from '/browser/answer.js';
import { showOpinion } from '/browser/confirming.js';
import { deskCases } from '/browser/desk.js';
import { writeIn } from '/browser/inscribe.js';
import { askBeside, showBeside } from '/browser/otherwise.js';
import { makeResult } from '/browser/result_view.js';
import { openTable } from '/browser/table.js';
import { openTold } from '/browser/told.js';
import { openWords } from '/browser/words.js';

const BESIDE_A_PERSON = new Set(['insurer', 'on_date']);

/**
 * @param {HTMLElement} part the insurer's part of the built page
 * @param {{facts: object, errand: string, python?: object}[]} people `python`: what it says of them, as it does in a page
 * @returns {Promise<object[]>} what stands in the result of each of them, with the decisions that it was made of
 */
export function resultsOf(part, people) {
  const read = (name) => JSON.parse(part.querySelector(`script[${name}]`).textContent);
  const data = read('data-words');
  writeIn(data.language, data.terms);
  const [words, table, { copy }] = [openWords(data), openTable(read('data-table')), openTold(part)];
  return Promise.all(people.map((person) => seen(person, words, table, copy)));
}

async function seen({ facts, errand, python }, words, table, copy) {
  const told = Object.entries(facts).filter(([fact]) => !BESIDE_A_PERSON.has(fact));
  const given = told.map(([fact, value]) => [fact, value === null ? ['unknown'] : [value].flat().map(String)]);
  const answers = { errand: [errand], ...Object.fromEntries(given) };
  const say = (page) => words.list(answers[page].map((one) => words.value(page, one)));
  const decided = situationsOf(facts).map((one) => table.decide(one));
  const desk = errand === 'at_desk' ? deskCases(table.decide, facts) : [];
  const pages = Object.keys(answers);
  const shown = { words, answer: composeAnswer(facts, decided), answers, say, pages, dropped: [], atMost: pages.length, desk, copy };
  Object.assign(shown, { day: facts.on_date, today: facts.on_date });
  const result = makeResult(shown);
  if (python) await addBeside(result, python, facts, words);
  const changes = [...result.querySelectorAll('[data-changes]')].map((one) => [one.dataset.changes, one.lastChild.textContent]);
  return { facts, errand, decided, python, changes, desk: desk.map(({ care }) => care), ...standingIn(result) };
}

/** What Python says, shown as the page does. */
async function addBeside(result, { decision, nearest, calendar }, facts, words) {
  const root = document.createElement('div');
  root.append(result);
  const shown = { root, words, situations: [facts], said: () => null };
  showOpinion(shown, { kind: 'same', decisions: [decision] });
  const within = (until) => ({ ...calendar, calendar: calendar.calendar.filter((day) => day.from <= until) });
  const python = { nearest: async () => nearest, calendar: async (_, until) => within(until) };
  showBeside(shown, decision, await askBeside(python, facts, decision, {}));
}

/** The texts of each part in order, ways apart, and what stands before the first part. */
function standingIn(result) {
  const parts = {};
  const ways = {};
  const order = [];
  for (const name of result.querySelectorAll('[translate="no"]')) name.replaceWith(name.textContent);
  result.normalize();
  const walker = document.createTreeWalker(result, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const inside = walker.currentNode.parentElement;
    const part = inside.closest('[data-part]')?.dataset.part ?? (inside.closest('[data-standing]') ? 'standing' : 'act');
    order.push(part);
    (parts[part] ??= []).push(walker.currentNode.data);
    if (inside.matches('.way')) (ways[part] ??= []).push(walker.currentNode.data);
  }
  return { parts, ways, order: [...new Set(order)] };
}
