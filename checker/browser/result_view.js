/**
 * The answer as a page: the act first, then what to show, the document, procedures, cautions, reasons, contact.
 */

import { actOf } from './act.js';
import { careSections, makeActions } from './care_view.js';
import { makeDeskAside } from './desk_view.js';
import { documentSection, oldCardLine, refusedSection } from './document_view.js';
import { make, makeList, makeSection } from './dom.js';
import { GATE } from './meaning.js';
import { contradictionSection, openSections, outOfScopeLine } from './open_view.js';
import { procedureSection } from './procedure_view.js';
import { reasonsSection } from './reasons_view.js';
import { DAY } from './visit.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./answer.js').Answer} Answer */
/** @typedef {import('./interview.js').Answers} Answers */

/**
 * @typedef {object} Shown
 * @property {Words} words
 * @property {Answer} answer
 * @property {Answers} answers
 * @property {(page: string) => string} say the answer to a page in words
 * @property {string[]} pages the pages that were asked, in order
 * @property {string[]} dropped pages whose earlier answers no longer count
 * @property {number} atMost pages that could have been asked
 * @property {string} day that is asked about
 * @property {string} today
 * @property {import('./desk.js').DeskCase[]} desk what stands open to somebody at a desk; empty for all others
 * @property {(name: string) => HTMLElement | null} copy of a part that stands in the page
 */

/**
 * @param {Shown} shown
 * @returns {HTMLElement}
 */
export function makeResult(shown) {
  const { words, answer, answers, pages } = shown;
  const decision = answer.main;
  const act = actOf(decision, answer.facts, answers['errand']?.[0] ?? '', shown.desk);
  return make(
    'div',
    {
      'data-result': true,
      'data-status': decision.status,
      'data-document': decision.document?.issued.map((one) => one.id).join(' ') || 'none',
      'data-basis': decision.document?.basis ?? 'none',
    },
    make('div', { 'data-fault': true, role: 'alert' }),
    make('h1', { tabindex: '-1', class: 'act' }, sayAct(words, act, decision)),
    shown.copy('standing'),
    makeSheetButton(words, decision),
    make('p', { class: 'asked' }, words.ui(decision.status === 'needs_facts' ? 'asked_open' : 'asked', counts(shown))),
    ...mainSections(shown),
    procedureSection(words, answer),
    warningsSection(words, decision),
    makeSection(words.ui('contact_heading'), [shown.copy('contact')], { 'data-part': 'contact' }),
    decision.status === 'contradiction' ? null : reasonsSection(words, decision, answer.facts, (fact) => (fact in answers ? shown.say(fact) : null)),
    make('p', { class: 'opinion', role: 'status', 'data-opinion': true }),
    makeSection(words.ui('answers'), [makeAnswers(words, pages, shown.say), droppedLine(shown), dayLine(shown)], { 'data-part': 'answers' }),
    make(
      'div',
      { class: 'buttons' },
      make('button', { type: 'button', 'data-back': true }, words.ui('back')),
      make('button', { type: 'button', 'data-print': true }, words.ui('print')),
      make('button', { type: 'button', 'data-restart': true }, words.ui('next_person')),
    ),
  );
}

/**
 * Not where answers contradict each other, and not for somebody insured elsewhere: the wrong insurer would stand on it.
 * @param {Words} words
 * @param {Decision} decision
 */
function makeSheetButton(words, { status }) {
  if (status !== 'decided' && status !== 'needs_facts') return null;
  return make('p', { class: 'sheet-open' }, make('button', { type: 'button', 'data-sheet': true }, words.of('sheet', 'open')));
}

/**
 * @param {Words} words
 * @param {import('./act.js').Act} act
 * @param {Decision} decision
 */
export function sayAct(words, { id, documents }, decision) {
  const need = decision.needs[0] ?? '';
  const check = words.of('checks', need);
  return words.of('acts', id, {
    document: [...new Set(documents)].map((one) => words.of('documents', one)).join(words.ui('act_and')),
    check: check === need ? words.ui('act_check', { name: words.page(need).name }) : check,
  });
}

/** @param {Shown} shown */
function counts({ pages, atMost }) {
  return { n: String(pages.length), of: String(Math.max(atMost, pages.length)) };
}

/**
 * What the person needs first, by the kind of answer.
 * @param {Shown} shown
 * @returns {(HTMLElement | null)[]}
 */
export function mainSections({ words, answer, answers, say, day, desk, copy }) {
  const decision = answer.main;
  if (decision.status === 'contradiction') {
    /** @param {string} fact */
    const makeChange = (fact) => (pageOf(fact, answers) ? makeAnswers(words, [pageOf(fact, answers)], say) : null);
    return [contradictionSection(words, decision, makeChange)];
  }
  const aside = makeDeskAside(words, desk, false);
  if (decision.status === 'out_of_scope') return [makeActions(words, answer.anyway ?? []), aside, outOfScopeLine(words, decision), copy('elsewhere')];
  const open = decision.status === 'needs_facts' ? openSections(words, decision, answer.facts, day) : [];
  const care = aside && decision.status === 'needs_facts' ? [aside] : careSections(words, answer);
  return [refusedSection(words, decision), ...care, ...open, documentSection(words, decision, answer.facts)];
}

/**
 * @param {string} fact
 * @param {Answers} answers
 * @returns {string} the page on which the fact was said, or nothing
 */
function pageOf(fact, answers) {
  if (fact in answers) return fact;
  if (answers[GATE]?.some((row) => row.startsWith(`${fact}=`))) return GATE;
  return fact === 'my_number_card' && answers['lost_item'] ? 'lost_item' : '';
}

/**
 * @param {Words} words
 * @param {Decision} decision
 */
export function warningsSection(words, decision) {
  const warnings = (decision.warnings ?? []).filter((id) => id !== 'standing_line').map((id) => words.of('warnings', id));
  const card = (decision.warnings ?? []).includes('old_card_ended') ? null : oldCardLine(words, decision);
  const lines = card === null ? warnings : [...warnings, card];
  return makeSection(words.ui('warnings_heading'), [lines.length ? makeList(lines) : null], { 'data-part': 'warnings' });
}

/**
 * The answers given, each with its 変更.
 * @param {Words} words
 * @param {string[]} pages
 * @param {(page: string) => string} say
 * @returns {HTMLElement}
 */
export function makeAnswers(words, pages, say) {
  const rows = pages.map((page) => {
    const { name } = words.page(page);
    const change = makeChangeButton(words, page, name);
    return make('div', {}, make('dt', {}, name), make('dd', {}, say(page)), make('dd', { class: 'change' }, change));
  });
  return make('dl', { class: 'answers' }, ...rows);
}

/**
 * @param {Words} words
 * @param {string} page
 * @param {string} name
 */
function makeChangeButton(words, page, name) {
  const label = words.ui('change_name', { name });
  return make('button', { type: 'button', class: 'link', 'data-change': page, 'aria-label': label }, words.ui('change'));
}

/** @param {Shown} shown */
function droppedLine({ words, dropped }) {
  if (!dropped.length) return null;
  const names = words.list(dropped.map((page) => words.page(page).name));
  return make('p', {}, words.ui('dropped', { names }));
}

/** @param {Shown} shown */
function dayLine({ words, day, today }) {
  const said = words.ui(day === today ? 'today' : 'other_day', { date: words.date(day) });
  return make('p', { class: 'today' }, said, ' ', makeChangeButton(words, DAY, words.page(DAY).name));
}
