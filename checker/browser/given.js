/** What a checker is given when it starts: the data that stand in its part of the page, and the day. */

/**
 * @param {HTMLElement} part
 * @param {string} name the attribute of the script that holds the data
 */
export function readData(part, name) {
  return JSON.parse(part.querySelector(`script[${name}]`)?.textContent ?? 'null');
}

/**
 * The same for data without which the checker can do.
 * @param {HTMLElement} part
 * @param {string} name
 * @returns {any} null where they are missing or broken
 */
export function readSpareData(part, name) {
  try {
    return readData(part, name);
  } catch {
    return null;
  }
}

/**
 * What a link may carry: a language and an errand, and `#counter` for the clerk's screen. Answers never stand in an
 * address, and whatever else does is ignored.
 * @param {import('./interview.js').Questions} questions
 * @returns {{language: string | null, errand: string | null, counter: boolean}}
 */
export function readLink(questions) {
  const given = new URLSearchParams(window.location.search);
  const errand = questions.errands.find(({ id }) => id === given.get('errand'))?.id ?? null;
  return { language: given.get('lang'), errand, counter: window.location.hash === '#counter' };
}

/** @returns {string} whatever the device's time zone */
export function todayInJapan() {
  return new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
}

/**
 * @param {string} first the first day that the table knows
 * @returns {string} today in Japan; no day before the table's first, which only a wrong clock can mean
 */
export function dayToAskAbout(first) {
  const today = todayInJapan();
  return today > first ? today : first;
}
