/**
 * The clerk's screen: every question that can still change the answer, and beside them the answer, made anew with each
 * key; what is not answered counts as 「わからない」. It stands in the place of questions and results and shares their visit.
 */

import { makeGroup, readGroup } from './counter_group.js';
import { answersBefore, standingOf } from './counter_groups.js';
import { enter, moveOn, watchKeys } from './counter_keys.js';
import { watchPanel } from './counter_panel.js';
import { fillAnswer, fillIdle, makeCounter } from './counter_view.js';
import { casesAtDesk, decideAnswer } from './decided.js';
import { GATE } from './meaning.js';
import { asksForDate, bandOf } from './question_view.js';
import { sayAnswer } from './sayings.js';
import { fitToPaper, makeSheet } from './sheet_view.js';
import { DAY } from './visit.js';

/** Python is asked once nobody has changed anything for so long. */
const IDLE_MS = 600;

/**
 * @typedef {object} Session what the clerk's screen stands in
 * @property {HTMLElement} part
 * @property {HTMLElement & {decision?: Decision | null}} root
 * @property {Table} table
 * @property {ReturnType<typeof import('./visit.js').openVisit>} visit
 * @property {ReturnType<typeof import('./speech.js').openSpeech>} speech
 * @property {string} today
 * @property {(step: () => void) => void} guard whatever comes later runs in it
 * @property {() => void} onChange called before an answer is made anew
 * @property {(decided: import('./decided.js').Decided, say: (page: string) => string) => void} onStay called when an answer has stood a while
 */

/** @typedef {{key: string, group: HTMLFieldSetElement, rows: string[], bands: Band[]}} Row */

/** @param {Session} session */
export function openCounter({ part, root, table, visit, speech, today, guard, onChange, onStay }) {
  const gated = table.questions.gate.rows.map(([fact]) => fact);
  let isOpen = false;
  let keys = true;
  let form = document.createElement('form');
  /** @type {Map<string, Row>} the questions that stand there, by page */
  let rows = new Map();
  /** @type {import('./counter_groups.js').Standing} */
  let standing = { counted: {}, pages: [], given: [], idle: [] };
  let behind = false;
  /** @type {string | null} the page from which a key moves on */
  let leaving = null;
  let timer = 0;
  /** @type {import('./result_view.js').Shown | null} the answer that stands there; null: it is still to be made */
  let told = null;
  const panel = watchPanel(part);

  window.addEventListener('beforeprint', () => isOpen && part.isConnected && guard(laySheet));
  window.addEventListener('afterprint', () => {
    if (!isOpen) return;
    root.querySelector('.sheet')?.remove();
    // A page that is printed loses the focus, and with it the keys.
    if (document.activeElement === document.body) enter(form.querySelector('[data-print]'));
  });

  /** @param {boolean} focus */
  function show(focus) {
    const held = root.contains(document.activeElement) ? document.activeElement?.closest('fieldset')?.dataset['question'] : null;
    form = makeCounter(speech.words, { panel: panel.name(), day: visit.day, today, keys });
    rows = new Map();
    root.replaceChildren(form);
    panel.offerPrint(speech.words);
    listen();
    behind = true;
    settle();
    tellAnswer();
    if (focus) moveOn(form, null);
    else if (held !== null) enter(rows.get(held ?? '')?.group ?? form.querySelector('[data-print]'));
  }

  function listen() {
    watchKeys(form, { isOn: () => keys, settle, undo: (group) => takeBack(group.dataset['question'] ?? ''), moveFrom });
    form.addEventListener('change', ({ target }) => target instanceof HTMLInputElement && guard(() => take(target)));
    form.addEventListener('focusin', ({ target }) => target instanceof Element && target.closest('fieldset')?.classList.remove('closed'));
    form.addEventListener('click', (event) => {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const [undo, change] = [button?.getAttribute('data-undo'), button?.getAttribute('data-change')];
      if (undo) guard(() => takeBack(undo));
      if (!change) return;
      event.stopPropagation(); // it stands on this screen
      enter(rows.get(change)?.group ?? null);
    });
  }

  /** @param {HTMLInputElement} input that somebody has changed */
  function take(input) {
    if (input.matches('[data-keys]')) keys = input.checked;
    const group = input.closest('fieldset');
    const page = group?.dataset['question'] ?? (input.matches('[data-day]') && input.validity.valid && input.value ? DAY : null);
    if (page === null) return;
    const chosen = group ? readGroup(group) : [input.value];
    const row = rows.get(page);
    if (chosen?.length) visit.take(page, chosen, { band: bandOf(row?.bands ?? [], chosen), rows: row?.rows ?? [] });
    else visit.drop(page);
    changed();
  }

  /** @param {string} page */
  function takeBack(page) {
    visit.drop(page);
    rows.delete(page);
    changed();
    settle();
    enter(rows.get(page)?.group ?? form.querySelector('fieldset'));
  }

  /** What was pressed stands there at once; what it brings follows when that has been drawn, or with the next key. */
  function changed() {
    onChange();
    root.decision = told = null;
    behind = true;
    form.querySelector('[data-result]')?.setAttribute('aria-busy', 'true');
    later(0, () => {
      settle();
      later(0, tellAnswer);
    });
  }

  /** @param {number} wait @param {() => void} step in the place of any that waits */
  function later(wait, step) {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => guard(step), wait);
  }

  function settle() {
    if (behind) layQuestions();
    if (leaving !== null) moveOn(form, rows.get(leaving)?.group ?? null);
    leaving = null;
    for (const [page, { group }] of rows) group.classList.toggle('closed', standing.given.includes(page) && !group.contains(document.activeElement));
  }

  /** @param {HTMLElement} group */
  function moveFrom(group) {
    leaving = group.dataset['question'] ?? null;
    if (!behind) settle();
  }

  function layQuestions() {
    behind = false;
    standing = standingOf(visit, gated);
    const before = rows;
    rows = new Map(standing.pages.map((page) => [page, rowOf(page, before.get(page))]));
    const held = document.activeElement?.closest('fieldset')?.dataset['question'];
    lay(/** @type {Element} */ (form.querySelector('.groups')), [...rows.values()].map(({ group }) => group));
    const holder = held === undefined ? null : rows.get(held)?.group;
    if (holder && !holder.contains(document.activeElement)) enter(holder);
    fillIdle(form, speech.words, standing.idle, say);
  }

  /**
   * @param {string} page
   * @param {Row} [before] stays if it asks the same
   * @returns {Row}
   */
  function rowOf(page, before) {
    const { interview, day } = visit;
    const way = answersBefore(standing, page);
    const offered = page === GATE ? interview.gateRows(way) : [];
    const bands = asksForDate(page) ? table.bands(page, interview.openFacts(way)) : [];
    const key = JSON.stringify([offered, bands, day]);
    if (before?.key === key) return before;
    const chosen = standing.given.includes(page) ? (visit.answers[page] ?? []) : [];
    return { key, rows: offered, bands, group: makeGroup({ page, words: speech.words, rows: offered, bands, chosen, day, today }) };
  }

  /** @param {string} page */
  const say = (page) => sayAnswer(speech.words, page, visit.answers[page] ?? ['unknown'], visit.bands[page] ?? null, visit.day);

  function tellAnswer() {
    const { words, copy } = speech;
    const { counted, pages } = standing;
    const decided = decideAnswer(table, visit.interview, counted);
    const { answer } = decided;
    const desk = casesAtDesk(table, counted, answer.facts);
    told = { words, answer, answers: counted, say, pages, dropped: [], atMost: 0, day: visit.day, today, desk, copy };
    fillAnswer(/** @type {Element} */ (form.querySelector('.counter-answer')), told);
    root.dataset['state'] = 'result';
    root.dataset['engine'] = 'table';
    root.decision = answer.main;
    later(IDLE_MS, () => onStay(decided, say));
  }

  /** What is printed: the sheet; where there can be none, the answer itself; and the panel alone where that is wanted. */
  function laySheet() {
    if (panel.isAlone()) return;
    settle();
    if (!told) tellAnswer();
    const status = told?.answer.main.status;
    if (!told || (status !== 'decided' && status !== 'needs_facts')) return;
    const { japanese, original } = speech;
    const overdue = part.querySelector('[data-overdue]') !== null;
    const sheet = makeSheet(told, { japanese, original, insurer: table.insurer, version: table.rulebook, overdue });
    root.append(sheet);
    fitToPaper(sheet);
  }

  return {
    get isOpen() {
      return isOpen;
    },
    show,
    /** @param {boolean} open whether the clerk's screen is to stand there from now on */
    toggle(open) {
      isOpen = open;
      part.toggleAttribute('data-at-counter', open);
      if (open) return;
      panel.close();
      panel.offerPrint(null);
    },
    /** Nothing of a person stays, and nothing that was still to be shown comes. */
    forget() {
      window.clearTimeout(timer);
      [behind, leaving, told, rows] = [false, null, null, new Map()];
      root.querySelector('.sheet')?.remove();
      panel.close();
    },
  };
}

/**
 * Put elements in order, and let those that stay keep their place, and with it the focus.
 * @param {Element} place
 * @param {Element[]} wanted
 */
function lay(place, wanted) {
  for (const one of [...place.children]) if (!wanted.includes(one)) one.remove();
  wanted.forEach((one, at) => {
    if (place.children[at] !== one) place.insertBefore(one, place.children[at] ?? null);
  });
}
