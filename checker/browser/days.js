/** Days as ISO texts, and the steps by which a rule counts from one day to another; as `checker/engine/rules/dates.py`. */

/** @typedef {[unit: string, count: number][]} Steps */

/** @param {number} year @param {number} month 0 to 11 */
const monthLength = (year, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate();

/** @param {number} year @param {number} month @param {number} day */
const isoDay = (year, month, day) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);

/**
 * @param {string} iso
 * @param {Steps} steps
 * @returns {string} the day that the steps lead to
 */
export function shifted(iso, steps) {
  let [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  month -= 1;
  for (const [unit, count] of steps) {
    if (unit === 'years') {
      year += count;
      if (month === 1 && day === 29 && monthLength(year, 1) === 28) [month, day] = [2, 1];
    } else if (unit === 'months') {
      const months = month + count;
      year += Math.floor(months / 12);
      month = ((months % 12) + 12) % 12;
      day = Math.min(day, monthLength(year, month));
    } else if (unit === 'month_end') {
      day = monthLength(year, month);
    } else if (unit === 'month') {
      if (month !== count - 1) [year, month, day] = [year + Number(month > count - 1), count - 1, 1];
    } else {
      [year = 0, month = 1, day = 1] = isoDay(year, month, day + count).split('-').map(Number);
      month -= 1;
    }
  }
  return year > 9999 ? '9999-12-31' : isoDay(year, month, day);
}

/**
 * @param {string} iso
 * @param {Steps} steps
 * @returns {string} the latest day whose shift is not after this day
 */
export function latestSource(iso, steps) {
  let [low, high] = [-60_000, 100_000]; // days from 2000: far before and after every year that a form takes
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (shifted(addDays('2000-01-01', middle), steps) <= iso) low = middle;
    else high = middle - 1;
  }
  return addDays('2000-01-01', low);
}

/** @param {string} iso @param {number} count */
export function addDays(iso, count) {
  const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
  return isoDay(year, month - 1, day + count);
}
