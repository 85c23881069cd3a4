/**
 * One insurer's checker: shows a question or the answer, in the language that was chosen, and keeps nothing anywhere but
 * in this script's memory.
 *
 * An insurer's part of a page (`[data-checker-page]`) holds the root, its table, its words, its panel and contact.
 */

import { offerOpinion, showOpinion } from './confirming.js';
import { openCounter } from './counter.js';
import { casesAtDesk, decideAnswer } from './decided.js';
import { makeDeskAside } from './desk_view.js';
import { dayToAskAbout, readData, readLink, readSpareData } from './given.js';
import { GATE } from './meaning.js';
import { showBeside } from './otherwise.js';
import { showOverdue } from './overdue.js';
import { asksForDate, bandOf, keepAlone, makeQuestion, readQuestion, rowsOf, showProblem } from './question_view.js';
import { makeResult } from './result_view.js';
import { sayAnswer } from './sayings.js';
import { openSecondOpinion } from './second_opinion.js';
import { isSheetShown, offerSheet } from './sheet_view.js';
import { openSpeech } from './speech.js';
import { openTable } from './table.js';
import { openVisit } from './visit.js';

/**
 * @param {HTMLElement} part
 * @param {() => void} onFault called before a fault of ours is thrown on
 */
export function startChecker(part, onFault) {
  const root = /** @type {HTMLElement & {decision?: Decision | null}} */ (part.querySelector('[data-checker]'));
  const table = /** @type {Table} */ (openTable(readData(part, 'data-table')));
  const opinion = openSecondOpinion(readSpareData(part, 'data-runtime'));
  const today = dayToAskAbout(table.from);
  const visit = openVisit(table, today);
  const speech = openSpeech(part, () => guard(() => showAgain()));
  const { copy } = speech;
  const counter = openCounter({ part, root, table, visit, speech, today, guard, onChange: () => (turn += 1, opinion.startUnlessSaving()), onStay: ({ situations, decided }, say) => confirm(situations, decided, say) });
  let turn = 0;
  let deskSeen = false;

  function forget() {
    visit.forget();
    counter.forget();
    turn += 1;
    deskSeen = false;
    root.decision = null;
  }

  /** @param {boolean} focus */
  function show(focus = true) {
    turn += 1;
    if (counter.isOpen) return counter.show(focus);
    const { pages, page } = visit.where();
    if (page === null) showResult(pages);
    else showQuestion(page, pages);
    if (!focus) return;
    const desk = page === null || deskSeen ? null : root.querySelector('.desk h2');
    deskSeen ||= desk !== null;
    const heading = /** @type {HTMLElement | null} */ (desk ?? root.querySelector('h1'));
    heading?.focus({ preventScroll: true });
    part.scrollIntoView({ block: 'start' });
  }

  /** The same page in another language; what was ticked on it and not yet sent stays ticked. */
  function showAgain() {
    showOverdue(part, speech.words);
    const form = root.querySelector('form');
    if (!form || counter.isOpen) return show(false);
    const { page, chosen, forOther } = readQuestion(form);
    if (forOther !== null) speech.answerForOther(forOther);
    turn += 1;
    showQuestion(page, visit.where().pages, chosen);
  }

  /**
   * @param {string} page
   * @param {string[]} pages
   * @param {string[]} [chosen]
   */
  function showQuestion(page, pages, chosen = visit.answers[page] ?? []) {
    const { words } = speech;
    const { interview, counted: answers, day } = visit;
    const bands = asksForDate(page) ? table.bands(page, interview.openFacts(answers)) : [];
    const rows = page === GATE ? interview.gateRows(visit.before(page)) : [];
    const back = pages.indexOf(page) !== 0 && pages.length > 0;
    const form = makeQuestion({ page, words, bands, rows, chosen, day, today, back, forOther: speech.forOther });
    const aside = visit.editing === null ? makeDeskAside(words, casesAtDesk(table, answers, interview.finalFacts(answers)), true) : null;
    const after = page === 'errand' ? [copy('elsewhere')] : [copy('standing')];
    if (page === 'errand') form.querySelector('legend')?.after(copy('standing') ?? '');
    root.replaceChildren(...[aside, form, ...after].filter((one) => one !== null));
    keepAlone(form);
    setState('question');
    root.decision = null;
  }

  /** @param {string[]} pages */
  function showResult(pages) {
    const { words } = speech;
    const { interview, counted: answers, idle: dropped, bands, day } = visit;
    const { situations, decided, answer } = decideAnswer(table, interview, answers);
    const atMost = interview.pagesAtMost(answers);
    const desk = casesAtDesk(table, answers, answer.facts);
    /** @param {string} page */
    const say = (page) => sayAnswer(words, page, answers[page] ?? [], bands[page] ?? null, day);
    const shown = { words, answer, answers, say, pages, dropped, atMost, day, today, desk, copy };
    const stood = isSheetShown(root);
    root.replaceChildren(makeResult(shown));
    const { japanese, original } = speech;
    const overdue = part.querySelector('[data-overdue]') !== null;
    offerSheet(root, shown, { japanese, original, insurer: table.insurer, version: table.rulebook, overdue }, stood);
    setState('result');
    root.decision = answer.main;
    confirm(situations, decided, (fact) => (fact in answers ? say(fact) : null));
  }

  /**
   * @param {Facts[]} situations
   * @param {Decision[]} decided
   * @param {(fact: string) => string | null} said
   */
  function confirm(situations, decided, said) {
    const { bands } = visit;
    const shown = { root, words: speech.words, situations, decided, said, contact: () => copy('contact') };
    const asked = turn;
    const ask = async () => {
      const told = await opinion.ask(situations, decided);
      if (asked !== turn) return;
      showOpinion(shown, told);
      const [[facts], [own]] = [situations, told.kind === 'same' ? told.decisions : []];
      const beside = !counter.isOpen && facts && own && (await opinion.askBeside(facts, own, bands));
      if (beside && asked === turn) showBeside(shown, own, beside);
    };
    if (opinion.isOffered()) {
      offerOpinion(shown, () => {
        opinion.start();
        void ask();
      });
    } else if (opinion.isExpected()) void ask();
  }

  /** @param {HTMLFormElement} form */
  function take(form) {
    const read = readQuestion(form);
    if (read.problem !== null) {
      showProblem(form, speech.words.ui(read.problem));
      return;
    }
    const bands = asksForDate(read.page) ? table.bands(read.page, visit.interview.openFacts(visit.counted)) : [];
    if (read.forOther !== null) speech.answerForOther(read.forOther);
    visit.take(read.page, read.chosen, { band: bandOf(bands, read.chosen), rows: rowsOf(form) });
    opinion.startUnlessSaving();
    show();
  }

  /** @param {boolean} open */
  function standAtCounter(open) {
    counter.toggle(open);
    show();
  }

  /** @param {Element} button */
  function act(button) {
    if (button.matches('[data-leave-counter]')) standAtCounter(false);
    if (button.matches('[data-print]')) window.print();
    if (button.matches('[data-back]')) {
      visit.back();
      show();
    }
    if (button.matches('[data-restart]')) {
      forget();
      speech.reset();
      show();
    }
    const change = button.getAttribute('data-change');
    if (change !== null) {
      visit.change(change);
      show();
    }
  }

  /** @param {'question' | 'result'} state */
  function setState(state) {
    root.dataset['state'] = state;
    root.dataset['engine'] = 'table';
  }

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement && !counter.isOpen) guard(() => take(/** @type {HTMLFormElement} */ (event.target)));
  });
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button) guard(() => act(button));
  });
  document.addEventListener('click', (event) => {
    if (!part.isConnected || !(event.target instanceof Element) || !event.target.closest('[data-open-counter]')) return;
    event.preventDefault();
    guard(() => standAtCounter(true));
  });
  document.addEventListener('wipe', () => {
    forget();
    opinion.stop();
  });
  /** Emptied on leaving, so that a page that the browser brings back shows nobody's answer, not even for a moment. */
  function startEmpty() {
    forget();
    show(false);
  }

  window.addEventListener('pagehide', startEmpty);
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) startEmpty();
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
  showOverdue(part, speech.words);
  const { language, errand, counter: atCounter } = readLink(table.questions);
  if (errand !== null) visit.take('errand', [errand]);
  counter.toggle(atCounter);
  if (errand !== null || atCounter) guard(() => show(atCounter));
  if (language !== null) void speech.speak(language);
}
