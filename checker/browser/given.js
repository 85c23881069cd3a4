/** What a checker is given when it starts: the data that stand in its part of the page, and the day. */

/**
 * @param {HTMLElement} part
 * @param {string} name the attribute of the script that holds the data
 */
export function readData(part, name) {
  return JSON.parse(part.querySelector(`script[${name}]`)?.textContent ?? 'null');
}

/**
 * @param {string} first the first day that the table knows
 * @returns {string} today in Japan, whatever the device's time zone; no day before the table's first
 */
export function dayToAskAbout(first) {
  const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
  return today > first ? today : first;
}
