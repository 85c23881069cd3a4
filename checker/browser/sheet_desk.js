/**
 * The upper half of a sheet: a card for strangers' eyes. What to show and who says so; nothing of what was answered.
 */

import { showableNow } from './at_hand.js';
import { make } from './dom.js';
import { callLines, sayTogether } from './sheet_lines.js';

/** @typedef {import('./words.js').Words} Words */
/** @typedef {import('./sheet_lines.js').Line} Line */

const SHORT = 7;

/**
 * No machine puts it into another language: it is there to be read in Japanese.
 * @param {Line} line
 * @param {import('./result_view.js').Shown} shown
 * @param {import('./sheet_view.js').Beside} beside
 */
export function deskHalf(line, shown, { insurer, version, original, overdue = false }) {
  const { answer, copy } = shown;
  const groups = showableNow(answer);
  /** @param {import('./at_hand.js').Group} group */
  const sourceOf = ({ basis }) => line('p', { class: 'sheet-basis' }, (words) => words.pair(words.ui('sources'), saySource(words, basis, insurer)));
  const common = groups[0] && new Set(groups.map(({ basis }) => basis)).size === 1 ? sourceOf(groups[0]) : null;
  const name = { ja: original('insurer')?.textContent ?? '', own: copy('insurer')?.textContent ?? '' };
  return make(
    'section',
    { class: 'sheet-half', 'data-half': 'desk', translate: 'no' },
    line('h1', { tabindex: '-1' }, (words) => words.of('sheet', 'desk')),
    overdue || copy('notice') ? line('p', { class: 'sheet-notice' }, (words) => words.ui('review_needed')) : null,
    ...(groups.length ? [line('p', {}, (words) => words.of('sheet', 'lead'))] : requests(line, answer.main)),
    groups.length ? make('div', { class: 'sheet-groups' }, ...groups.map((group) => makeGroupForDesk(line, group, common ? null : sourceOf(group)))) : null,
    common,
    make(
      'div',
      { class: 'sheet-foot' },
      make(
        'div',
        {},
        line('p', { class: 'sheet-insurer' }, (words) => words.of('sheet', 'insurer', { insurer: words === shown.words ? name.own : name.ja })),
        ...callLines(line, original('contact'), copy('contact'), shown.words, false),
      ),
      line('p', {}, (words) => words.list([sayDay(words, shown), words.of('sheet', 'version', { version: version.slice(0, SHORT) })])),
      line('p', {}, (words) => words.of('sheet', 'not_official')),
    ),
  );
}

/**
 * What to ask for where nothing can be shown that is surely accepted.
 * @param {Line} line
 * @param {Decision} decision
 */
function requests(line, { care }) {
  const asked = care?.actions.includes('register_at_reader') ? ['register', 'say'] : ['say'];
  return asked.map((id) => line('p', { class: 'way' }, (words) => words.of('sheet', id)));
}

/**
 * @param {Line} line
 * @param {import('./at_hand.js').Group} group
 * @param {HTMLElement | null} source where it is not that of all
 */
function makeGroupForDesk(line, { states, ways }, source) {
  const shared = itemInAll(ways);
  const items = ways.map((way, place) => {
    const or = place && !shared ? [line('span', { class: 'or' }, (words) => words.ui('show_or'))] : [];
    const rest = way.filter((item) => item !== shared);
    return make('li', { 'data-way': way.join(' ') }, ...or, line('span', { class: 'way' }, (words) => sayTogether(words, rest)));
  });
  return make(
    'div',
    {},
    states.length ? line('h2', {}, (words) => words.list(states.map((state) => words.ui(`reader_${state}`)))) : null,
    shared ? line('p', { class: 'sheet-shared' }, (words) => words.of('sheet', 'with_one_of', { item: words.of('items', shared) })) : null,
    make('ul', { class: 'ways' }, ...items),
    source,
  );
}

/**
 * @param {Way[]} ways
 * @returns {string | undefined} what is shown with something else in each of several ways
 */
function itemInAll([first = [], ...others]) {
  if (!others.length) return undefined;
  return first.find((item) => [first, ...others].every((way) => way.length > 1 && way.includes(item)));
}

/**
 * @param {Words} words
 * @param {Basis | null} basis null: what is sure rests on several
 * @param {string} insurer
 */
function saySource(words, basis, insurer) {
  if (basis === 'silent') return words.of('bases', basis);
  const national = words.of('bases_short', 'national');
  const source = words.source(insurer);
  if (basis === 'national' || source === null) return national;
  const named = words.ui('passage_where', { ...source, basis: words.of('bases_short', 'insurer') });
  return basis === 'insurer' ? named : words.list([named, national]);
}

/**
 * @param {Words} words
 * @param {import('./result_view.js').Shown} shown
 */
function sayDay(words, { day, today }) {
  if (day === today) return words.of('sheet', 'date', { date: words.date(day) });
  return words.of('sheet', 'other_day', { date: words.date(day), today: words.date(today) });
}
