/**
 * Texts as nodes that say what they are: readings above their words, Japanese in a page of another language, and names
 * that no machine may translate. As `pages/inscribe.py` does to the parts that arrive as HTML.
 *
 * In a text, a reading stands between the marks that Unicode has for it: U+FFF9 word U+FFFA reading U+FFFB.
 */

const READING = /\uFFF9([^\uFFFA]*)\uFFFA([^\uFFFB]*)\uFFFB/gu;
const JAPANESE = /[\u3005-\u30FF\u3400-\u9FFF\uFF01-\uFF5E](?:[\u3000-\u30FF\u3400-\u9FFF\uFF01-\uFF5E0-9 ]*[\u3001-\u30FF\u3400-\u9FFF\uFF01-\uFF5E])?/gu;

/** @type {RegExp | null} what a text is cut at: names, but for those that are parts of a word with a reading */
let nameOrReading = null;
let isJapanese = true;

/**
 * From now on write for a page in this language.
 * @param {string} language
 * @param {string[]} terms names that stand as they are in every language
 */
export function writeIn(language, terms) {
  const found = [...terms].sort((one, other) => other.length - one.length).map(patternOf);
  nameOrReading = new RegExp([...found, READING.source].join('|'), 'gu');
  isJapanese = language.startsWith('ja');
}

/**
 * @param {string} name
 * @returns {string} what finds the name also where readings stand between its letters
 */
function patternOf(name) {
  const letters = [...name].map((letter) => `\uFFF9?${letter}(?:\uFFFA[^\uFFFB]*\uFFFB)?`).join('');
  return `${letters}(?![^\uFFF9-\uFFFB]*\uFFFA)`; // not the beginning of a longer word with a reading of its own
}

/**
 * @param {string} text
 * @returns {string} the text without readings, for attributes
 */
export function withoutReadings(text) {
  return text.includes('\uFFF9') ? text.replace(READING, '$1') : text;
}

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function inscribe(text) {
  return isJapanese ? markNames(text) : cut(text, JAPANESE, ([run]) => inJapanese(markNames(run)));
}

/**
 * A run of Japanese that is a name and nothing else needs but one mark for both.
 * @param {(Node | string)[]} parts
 * @returns {Node}
 */
function inJapanese(parts) {
  const [name] = parts;
  if (parts.length > 1 || !(name instanceof HTMLSpanElement)) return span({ lang: 'ja' }, ...parts);
  name.lang = 'ja';
  return name;
}

/** @param {string} text @returns {(Node | string)[]} */
function markNames(text) {
  if (nameOrReading === null) return [text];
  return cut(text, nameOrReading, ([found, word, reading]) =>
    word === undefined || reading === undefined ? span({ translate: 'no' }, ...markReadings(found)) : ruby(word, reading),
  );
}

/** @param {string} text @returns {(Node | string)[]} */
function markReadings(text) {
  return cut(text, READING, ([, word = '', reading = '']) => ruby(word, reading));
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {(found: RegExpExecArray) => Node} mark
 * @returns {(Node | string)[]}
 */
function cut(text, pattern, mark) {
  /** @type {(Node | string)[]} */
  const parts = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) parts.push(text.slice(end, found.index));
    parts.push(mark(found));
    end = found.index + found[0].length;
  }
  if (end < text.length || !parts.length) parts.push(text.slice(end));
  return parts;
}

/**
 * A reading is for the eye: whoever listens hears the word, once.
 * @param {string} word
 * @param {string} reading
 */
function ruby(word, reading) {
  const marked = document.createElement('ruby');
  const above = document.createElement('rt');
  above.setAttribute('aria-hidden', 'true');
  above.append(reading);
  marked.append(word, above);
  return marked;
}

/**
 * @param {{lang?: string, translate?: string}} attributes
 * @param {...(Node | string)} children
 */
function span(attributes, ...children) {
  const element = document.createElement('span');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
