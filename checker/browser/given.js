/** What a checker is given when it starts: the data that stand in its part of the page, and the day. */

/**
 * @param {HTMLElement} part
 * @param {string} name the attribute of the script that holds the data
 */
export function readData(part, name) {
  return JSON.parse(part.querySelector(`script[${name}]`)?.textContent ?? 'null');
}

/**
 * What a link may carry: a language and an errand. Answers never stand in an address, and whatever else does is ignored.
 * @param {import('./interview.js').Questions} questions
 * @returns {{language: string | null, errand: string | null}}
 */
export function readLink(questions) {
  const given = new URLSearchParams(window.location.search);
  const errand = questions.errands.find(({ id }) => id === given.get('errand'))?.id ?? null;
  return { language: given.get('lang'), errand };
}

/**
 * @param {string} first the first day that the table knows
 * @returns {string} today in Japan, whatever the device's time zone; no day before the table's first
 */
export function dayToAskAbout(first) {
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  return today > first ? today : first;
}
