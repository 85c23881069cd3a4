/**
 * Date bands in words: a birth date is shown as an age as far as whole ages say the same, other dates as they are.
 */

/** @typedef {import('./words.js').Words} Words */

/**
 * @param {Band} band
 * @returns {string} the value that stands for the band: its first day, or its last where it has no first
 */
export function bandValue(band) {
  return band.from ?? band.until ?? '';
}

/**
 * @param {Words} words
 * @param {string} fact
 * @param {Band} band
 * @param {string} today
 * @returns {string}
 */
export function bandLabel(words, fact, band, today) {
  const days = sayDays(words, band);
  if (fact !== 'birth_date') return days;
  const ages = sayAges(words, band, today);
  const born = words.ui('born', { days });
  const [said, more] = isWholeYears(band, today) ? [ages, born] : [born, ages];
  return words.ui('said_more', { said, more });
}

/**
 * @param {Words} words
 * @param {Band} band
 */
function sayDays(words, { from, until }) {
  if (from !== null && from === until) return words.ui('band_day', { from: words.date(from) });
  if (from !== null && until !== null) {
    return words.ui('band_between', { from: words.date(from), until: words.date(until) });
  }
  if (from !== null) return words.ui('band_from', { from: words.date(from) });
  return until === null ? '' : words.ui('band_until', { until: words.date(until) });
}

/**
 * @param {Band} band
 * @param {string} today
 * @returns {boolean} whether the band begins and ends where an age does
 */
function isWholeYears({ from, until }, today) {
  const ends = until === null || ageOn(shiftDay(until, 1), today) !== ageOn(until, today);
  return ends && (from === null || ageOn(shiftDay(from, -1), today) !== ageOn(from, today));
}

/**
 * Who was born in this band is between these ages today.
 * @param {Words} words
 * @param {Band} band
 * @param {string} today
 */
function sayAges(words, { from, until }, today) {
  const oldest = from === null ? null : ageOn(from, today);
  const youngest = until === null ? null : ageOn(until, today);
  if (oldest === null) return words.ui('age_from', { age: String(youngest ?? 0) });
  if (youngest === null || youngest <= 0) return words.ui('age_until', { age: String(oldest) });
  if (oldest === youngest) return words.ui('age_one', { age: String(oldest) });
  return words.ui('age_between', { from: String(youngest), until: String(oldest) });
}

/**
 * Whole years on a day, counted by birthdays.
 * @param {string} born
 * @param {string} day
 */
function ageOn(born, day) {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/**
 * @param {string} iso
 * @param {number} days
 */
function shiftDay(iso, days) {
  const day = new Date(`${iso}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}
