/**
 * The comparison: hides the insurers and topics that nobody asked for, and in a move from one insurer to another
 * what is the same for both. Reads and changes nothing but the page, and keeps nothing.
 */

import { watchEnds } from './compare_ends.js';

/** @typedef {{from: string, to: string}} Move from one insurer to another; "" where none is chosen */

/**
 * @param {ParentNode} place
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
function elementsIn(place, selector) {
  return [...place.querySelectorAll(selector)].filter((one) => one instanceof HTMLElement);
}

/**
 * @param {string} name of the boxes
 * @returns {Set<string>} the values that are ticked
 */
function tickedBoxes(name) {
  const boxes = elementsIn(document, `[data-choices] input[name="${name}"]`);
  return new Set(boxes.filter((one) => one instanceof HTMLInputElement && one.checked).map((one) => one.getAttribute('value') ?? ''));
}

/** @param {string} end `from` or `to` */
function chosenEnd(end) {
  const select = document.querySelector(`select[data-move="${end}"]`);
  return select instanceof HTMLSelectElement ? select.value : '';
}

/** @returns {Move} */
function chosenMove() {
  return { from: chosenEnd('from'), to: chosenEnd('to') };
}

/** @param {Move} move */
function isMove({ from, to }) {
  return from !== '' && to !== '' && from !== to;
}

/**
 * @param {HTMLElement} row
 * @param {Set<string>} insurers
 * @returns {boolean} whether these insurers answer differently
 */
function differs(row, insurers) {
  const cells = elementsIn(row, 'td').filter((cell) => insurers.has(cell.dataset['insurer'] ?? ''));
  return new Set(cells.map((cell) => cell.dataset['answer'])).size > 1;
}

/** @param {string} said which of the lines is told, "" for none */
function tellOfChoice(said) {
  for (const line of elementsIn(document, '[data-said]')) line.hidden = line.dataset['said'] !== said;
}

/**
 * @param {Move} move
 * @param {number} left how many topics still show
 */
function sayingOfChoice(move, left) {
  if (isMove(move)) return left > 0 ? 'differing' : 'alike';
  if (move.from !== '' && move.from === move.to) return 'twice';
  return left > 0 ? '' : 'nothing';
}

/**
 * Who moves reads from left to right: the insurance now, then the one after it.
 * @param {HTMLElement} row
 * @param {Move | undefined} move
 */
function orderColumns(row, move) {
  const first = [move?.from, move?.to];
  const place = (/** @type {HTMLElement} */ cell) => {
    const moved = first.indexOf(cell.dataset['insurer'] ?? '');
    return moved < 0 ? first.length + Number(cell.dataset['column']) : moved;
  };
  row.append(...elementsIn(row, '[data-insurer]').sort((one, other) => place(one) - place(other)));
}

function showChosen() {
  const move = chosenMove();
  const moving = isMove(move);
  for (const part of elementsIn(document, '[data-standing-still]')) part.hidden = moving;
  for (const way of elementsIn(document, '[data-towards]')) way.hidden = !moving || way.dataset['towards'] !== move.to;
  for (const row of elementsIn(document, '[data-compared] tr')) orderColumns(row, moving ? move : undefined);
  const many = document.querySelector('[data-choices][data-pairs]') !== null;
  const insurers = moving || many ? new Set([move.from, move.to].filter((id) => id !== '')) : tickedBoxes('insurer');
  const counted = many && insurers.size === 0;
  const topics = tickedBoxes('topic');
  const box = document.querySelector('[data-differing]');
  const onlyDiffering = moving || (box instanceof HTMLInputElement && box.checked);
  let left = 0;
  for (const table of elementsIn(document, '[data-compared] table')) {
    const rows = elementsIn(table, 'tbody tr');
    for (const row of rows) {
      const wanted = counted || (insurers.size > 0 && !(onlyDiffering && !differs(row, insurers)));
      row.hidden = !wanted || !topics.has(row.dataset['topic'] ?? '');
    }
    for (const cell of elementsIn(table, '[data-insurer]')) cell.hidden = !insurers.has(cell.dataset['insurer'] ?? '');
    const shown = rows.filter((row) => !row.hidden).length;
    table.hidden = shown === 0;
    left += shown;
  }
  for (const number of elementsIn(document, '[data-found]')) number.textContent = String(left);
  tellOfChoice(sayingOfChoice(move, left));
}

/** @param {boolean} ticked */
function tickAllTopics(ticked) {
  for (const box of elementsIn(document, '[data-choices] input[name="topic"]')) {
    if (box instanceof HTMLInputElement) box.checked = ticked;
  }
  showChosen();
}

for (const choices of elementsIn(document, '[data-choices]')) {
  choices.hidden = false;
  choices.addEventListener('change', showChosen);
  const [compared] = elementsIn(document, '[data-compared]');
  if (choices.dataset['pairs'] !== undefined && compared) watchEnds(choices, compared, showChosen);
  for (const button of elementsIn(choices, 'button[data-topics]')) {
    button.addEventListener('click', () => tickAllTopics(button.dataset['topics'] === 'all'));
  }
  showChosen();
}
