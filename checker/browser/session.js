/**
 * One insurer's checker: shows a question or the answer, and nothing is kept anywhere but in this script's memory.
 *
 * An insurer's part of a page (`[data-checker-page]`) holds the root, its table, its words, its panel and contact.
 */

import { composeAnswer, situationsOf } from './answer.js';
import { branchesOf, tellBranches } from './branches.js';
import { deskCases } from './desk.js';
import { makeDeskAside } from './desk_view.js';
import { make } from './dom.js';
import { dayToAskAbout, readData } from './given.js';
import { openInterview } from './interview.js';
import { keepParts } from './kept.js';
import { GATE } from './meaning.js';
import { asksForDate, keepAlone, makeQuestion, readQuestion, rowsOf, showProblem } from './question_view.js';
import { reasonsSection } from './reasons_view.js';
import { makeResult } from './result_view.js';
import { openSecondOpinion } from './second_opinion.js';
import { openTable } from './table.js';
import { openWords } from './words.js';

/** @typedef {import('./interview.js').Answers} Answers */

/**
 * @param {HTMLElement} part
 * @param {() => void} onFault called before a fault of ours is thrown on
 */
export function startChecker(part, onFault) {
  const root = /** @type {HTMLElement & {decision?: Decision | null}} */ (part.querySelector('[data-checker]'));
  const words = openWords(readData(part, 'data-words'));
  const table = /** @type {Table} */ (openTable(readData(part, 'data-table')));
  const opinion = openSecondOpinion(readData(part, 'data-runtime'));
  const today = dayToAskAbout(table.from);
  const interview = openInterview(table, today);

  /** @type {Answers} */
  let answers = {};
  /** @type {Record<string, string>} */
  let said = {};
  /** @type {string | null} a page that was answered and is shown again */
  let editing = null;
  /** @type {string[] | undefined} the rows of the gate from which was chosen */
  let rowsSeen;
  let turn = 0;
  let deskSeen = false;
  const copy = keepParts(part);

  function forget() {
    answers = {};
    said = {};
    editing = null;
    rowsSeen = undefined;
    interview.forget();
    turn += 1;
    deskSeen = false;
    root.decision = null;
  }

  /** @param {boolean} focus */
  function show(focus = true) {
    turn += 1;
    const { pages, next } = interview.walk(answers, rowsSeen);
    const page = editing ?? next;
    if (page === null) showResult(pages);
    else showQuestion(page, pages);
    if (!focus) return;
    const desk = page === null || deskSeen ? null : root.querySelector('.desk h2');
    deskSeen ||= desk !== null;
    const heading = /** @type {HTMLElement | null} */ (desk ?? root.querySelector('h1'));
    heading?.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'start' });
  }

  /**
   * @param {string} page
   * @param {string[]} pages
   */
  function showQuestion(page, pages) {
    const facts = interview.openFacts(answers);
    const bands = asksForDate(page) ? table.bands(page, facts) : [];
    const chosen = answers[page] ?? [];
    const rows = page === GATE ? interview.gateRows(before(page, pages)) : [];
    const form = makeQuestion({ page, words, bands, rows, chosen, today, back: pages.indexOf(page) !== 0 && pages.length > 0 });
    const aside = editing === null ? makeDeskAside(words, casesAtDesk(interview.finalFacts(answers)), true) : null;
    const after = page === 'errand' ? [copy('elsewhere')] : [copy('standing')];
    if (page === 'errand') form.querySelector('legend')?.after(copy('standing') ?? '');
    root.replaceChildren(...[aside, form, ...after].filter((one) => one !== null));
    keepAlone(form);
    setState('question', 'table');
    root.decision = null;
  }

  /**
   * @param {string} page
   * @param {string[]} pages
   * @returns {Answers} those that were given on the way to a page
   */
  function before(page, pages) {
    const way = pages.includes(page) ? pages.slice(0, pages.indexOf(page)) : pages;
    return Object.fromEntries(way.map((one) => [one, answers[one] ?? []]));
  }

  /** @param {Facts} facts */
  function casesAtDesk(facts) {
    return 'brings' in answers && answers['errand']?.[0] === 'at_desk' ? deskCases(table.decide, facts) : [];
  }

  /** @param {string[]} pages */
  function showResult(pages) {
    const dropped = Object.keys(answers).filter((page) => !pages.includes(page));
    answers = Object.fromEntries(pages.map((page) => [page, answers[page] ?? []]));
    const facts = interview.finalFacts(answers);
    const branches = branchesOf(table.questions, answers);
    const situations = [...situationsOf(facts), ...branches.map((branch) => interview.finalFacts(branch.answers))];
    const decided = situations.map((one) => table.decide(one));
    const { main, ...parts } = composeAnswer(facts, decided);
    const answer = { ...parts, main: tellBranches(main, branches, decided.slice(-branches.length)) };
    const atMost = interview.pagesAtMost(answers);
    const desk = casesAtDesk(facts);
    root.replaceChildren(makeResult({ words, answer, answers, said, pages, dropped, atMost, today, desk, copy }));
    setState('result', 'table');
    root.decision = main;
    if (opinion.isOffered()) offerPython(situations, decided);
    else if (opinion.isExpected()) void compare(situations, decided);
  }

  /**
   * @param {Facts[]} situations
   * @param {Decision[]} decided
   */
  async function compare(situations, decided) {
    const asked = turn;
    const told = await opinion.ask(situations, decided);
    if (asked !== turn) return;
    const line = root.querySelector('[data-opinion]');
    if (told.kind === 'different') showFault(told.parts);
    else if (told.kind === 'unavailable') line?.replaceChildren(words.ui('python_unavailable'));
    else takeOver(told.decisions[0], situations[0]);
  }

  /**
   * @param {Decision} [decision] Python's, the same as the table's and with its reasons
   * @param {Facts} [facts]
   */
  function takeOver(decision, facts) {
    if (!decision || !facts) return;
    root.decision = decision;
    root.dataset['engine'] = 'python';
    const reasons = reasonsSection(words, decision, facts);
    if (reasons) root.querySelector('[data-part="why"]')?.replaceWith(reasons);
    root.querySelector('[data-opinion]')?.replaceChildren(words.ui('python_checked'));
  }

  /** @param {string[]} parts */
  function showFault(parts) {
    setState('error', 'python');
    const place = root.querySelector('[data-fault]');
    place?.setAttribute('data-fault', parts.join(' '));
    place?.append(make('h2', {}, words.ui('fault_heading')), make('p', {}, words.ui('fault_text')), copy('contact') ?? '');
  }

  /**
   * @param {Facts[]} situations
   * @param {Decision[]} decided
   */
  function offerPython(situations, decided) {
    const yes = make('button', { type: 'button' }, words.ui('python_yes'));
    yes.addEventListener('click', () => {
      opinion.start();
      yes.remove();
      void compare(situations, decided);
    });
    root.querySelector('[data-opinion]')?.replaceChildren(words.ui('python_offer'), yes);
  }

  /** @param {HTMLFormElement} form */
  function take(form) {
    const read = readQuestion(form);
    if (read.problem !== null) {
      showProblem(form, words.ui(read.problem));
      return;
    }
    answers = { ...answers, [read.page]: read.chosen };
    if (read.page === GATE) rowsSeen = rowsOf(form);
    said = { ...said, [read.page]: read.said };
    editing = null;
    opinion.startUnlessSaving();
    show();
  }

  function goBack() {
    const { pages } = interview.walk(answers, rowsSeen);
    const here = editing === null ? pages.length : pages.indexOf(editing);
    editing = pages[here - 1] ?? null;
    show();
  }

  /** @param {Element} button */
  function act(button) {
    if (button.matches('[data-back]')) goBack();
    if (button.matches('[data-print]')) window.print();
    if (button.matches('[data-restart]')) {
      forget();
      show();
    }
    const change = button.getAttribute('data-change');
    if (change !== null) {
      editing = change;
      show();
    }
  }

  /**
   * @param {'question' | 'result' | 'error'} state
   * @param {'table' | 'python'} engine
   */
  function setState(state, engine) {
    root.dataset['state'] = state;
    root.dataset['engine'] = engine;
  }

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement) guard(() => take(/** @type {HTMLFormElement} */ (event.target)));
  });
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button) guard(() => act(button));
  });
  document.addEventListener('wipe', () => {
    forget();
    opinion.stop();
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    forget();
    show(false);
  });

  /** @param {() => void} step */
  function guard(step) {
    try {
      step();
    } catch (fault) {
      onFault();
      throw fault;
    }
  }

  root.querySelector('form')?.reset();
}
