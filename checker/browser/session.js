/**
 * One insurer's checker: shows a question or the answer, in the language that was chosen, and keeps nothing anywhere but
 * in this script's memory.
 *
 * An insurer's part of a page (`[data-checker-page]`) holds the root, its table, its words, its panel and contact.
 */

import { openBeforehand } from './beforehand.js';
import { offerOpinion, showOpinion } from './confirming.js';
import { openCounter } from './counter.js';
import { layOutOnce, showRest } from './first_screen.js';
import { dayToAskAbout, readData, readLink, readSpareData } from './given.js';
import { showBeside } from './otherwise.js';
import { showOverdue } from './overdue.js';
import { openPages } from './pages_made.js';
import { asksForDate, bandOf, readQuestion, rowsOf, showProblem } from './question_view.js';
import { openSecondOpinion } from './second_opinion.js';
import { isSheetShown, leaveSheet, offerSheet } from './sheet_view.js';
import { bringIntoSight } from './sight.js';
import { openSpeech } from './speech.js';
import { openTable } from './table.js';
import { DAY, openVisit } from './visit.js';

/** @typedef {import('./pages_made.js').MadePage} MadePage */
/** @typedef {ReturnType<typeof readQuestion>} Read */

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
  const pages = openPages(table, visit, speech, today);
  /** @type {ReturnType<typeof openBeforehand<MadePage>>} */
  const beforehand = openBeforehand();
  const counter = openCounter({ part, root, table, visit, speech, today, guard, onChange: () => (turn += 1, opinion.startUnlessSaving()), onStay: ({ situations, decided }, say) => confirm(situations, decided, say) });
  let turn = 0;
  let deskSeen = false;

  function forget() {
    visit.forget();
    counter.forget();
    beforehand.forget();
    turn += 1;
    deskSeen = false;
    root.decision = null;
  }

  /** @param {boolean} focus @param {MadePage | null} [made] */
  function show(focus = true, made = null) {
    turn += 1;
    beforehand.forget();
    if (counter.isOpen) return counter.show(focus);
    place(made ?? pages.makePage());
    if (!focus) return;
    const desk = root.dataset['state'] === 'result' || deskSeen ? null : root.querySelector('.desk h2');
    deskSeen ||= desk !== null;
    const heading = /** @type {HTMLElement | null} */ (desk ?? root.querySelector('h1'));
    heading?.focus({ preventScroll: true });
    bringIntoSight(part);
  }

  /** The same page in another language; what was ticked on it and not yet sent stays ticked. */
  function showAgain() {
    showOverdue(part, speech.words);
    const form = root.querySelector('form');
    if (!form || counter.isOpen) return show(false);
    const { page, chosen, forOther } = readQuestion(form);
    if (forOther !== null) speech.answerForOther(forOther);
    turn += 1;
    beforehand.forget();
    place(pages.makeAsked(page, visit.where().pages, chosen));
  }

  /** @param {MadePage} made */
  function place({ state, elements, answer, below = [] }) {
    const stood = isSheetShown(root);
    leaveSheet(root);
    root.replaceChildren(...elements);
    showRest(below);
    root.dataset['state'] = state;
    root.dataset['engine'] = 'table';
    root.decision = answer?.decided.answer.main ?? null;
    if (answer === null) return;
    const { decided, shown } = answer;
    const { japanese, original } = speech;
    const overdue = part.querySelector('[data-overdue]') !== null;
    offerSheet(root, shown, { japanese, original, insurer: table.insurer, version: table.rulebook, overdue }, stood);
    confirm(decided.situations, decided.decided, (fact) => (fact in shown.answers ? shown.say(fact) : null));
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
    const made = beforehand.take(keyOf(read));
    if (read.forOther !== null) speech.answerForOther(read.forOther);
    visit.take(read.page, read.chosen, chosenFrom(read, form));
    opinion.startUnlessSaving();
    show(true, made);
  }

  /** @param {Read} read @param {HTMLFormElement} form */
  function chosenFrom({ page, chosen }, form) {
    const bands = asksForDate(page) ? table.bands(page, visit.interview.openFacts(visit.counted)) : [];
    return { band: bandOf(bands, chosen), rows: rowsOf(form) };
  }

  /** @param {Read} read */
  const keyOf = (read) => JSON.stringify([turn, read]);

  /** Make the page that follows what is chosen now. */
  function makeNext() {
    const form = root.querySelector('form');
    if (!form || counter.isOpen) return null;
    const read = readQuestion(form);
    if (read.problem !== null || read.page === DAY || (read.forOther ?? speech.forOther) !== speech.forOther) return null;
    return { key: keyOf(read), page: visit.suppose(read.page, read.chosen, chosenFrom(read, form), pages.makePage) };
  }

  /** @param {boolean} open */
  function standAtCounter(open) {
    leaveSheet(root);
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
      speech.reset(readLink(table.questions).language);
      show();
    }
    const change = button.getAttribute('data-change');
    if (change !== null) {
      visit.change(change);
      show();
    }
  }

  root.addEventListener('submit', (event) => {
    event.preventDefault();
    if (event.target instanceof HTMLFormElement && !counter.isOpen) guard(() => take(/** @type {HTMLFormElement} */ (event.target)));
  });
  root.addEventListener('change', () => beforehand.plan(makeNext, (made) => (made.below = layOutOnce(root, made.elements))));
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
