/**
 * Latin words that are spelled nearly as one that was typed and that nothing says.
 */

/** @typedef {import('./search_index.js').Index} Index */

const SHORTEST_TYPED = 5;
const LONG_WORD = 8;
const MOST_NEAR = 6;

/**
 * @param {Index} index
 * @param {string} word
 * @returns {string[]} the nearest words that pages say, and what the nearest known ones lead to
 */
export function nearWords(index, word) {
  if (word.length < SHORTEST_TYPED) return [];
  const most = word.length < LONG_WORD ? 1 : 2;
  /** @type {string[][]} */
  const found = [[], [], []];
  for (const other of [...index.vocabulary, ...index.known.keys()]) {
    if (other.charAt(0) === word.charAt(0) && Math.abs(other.length - word.length) <= most) found[spellingDistance(word, other)]?.push(other);
  }
  const [near = []] = found.slice(1, most + 1).filter((some) => some.length);
  return [...new Set(near.flatMap((one) => index.known.get(one)?.spellings ?? [one]))].slice(0, MOST_NEAR);
}

/** How many letters are changed, left out or added. @param {string} one @param {string} other */
function spellingDistance(one, other) {
  let above = [...other, ''].map((_, place) => place);
  [...one].forEach((letter, row) => {
    const now = [row + 1];
    [...other].forEach((sign, column) => {
      const changed = (above[column] ?? 0) + (letter === sign ? 0 : 1);
      now.push(Math.min(changed, (above[column + 1] ?? 0) + 1, (now[column] ?? 0) + 1));
    });
    above = now;
  });
  return above.at(-1) ?? 0;
}
