/**
 * The days ahead on which an answer changes: what Python is asked, and what of it is sure. Pure but for the asking.
 *
 * Whoever chose years instead of a day is no particular person: what follows from a day that nobody said is not told,
 * only that the day would tell more.
 */

/** @typedef {Record<string, Band>} Bands the days that were chosen together, by fact */
/** @typedef {Pick<import('./python.js').PythonEngine, 'calendar'>} AskedAhead */
/** @typedef {{from: string, cause: string, answer: Otherwise}} AheadDay `cause`: an id of words, or empty */
/** @typedef {{until: string, days: AheadDay[], vague: string[]}} Ahead `vague`: facts whose day would tell more */

const YEARS = 5;
const AGE = 75;
const YEARS_TO_AGE = 10;

/**
 * @param {AskedAhead} python
 * @param {Facts} facts
 * @param {Decision} own
 * @param {Bands} bands
 * @returns {Promise<Ahead | null>} null: nothing can be told
 */
export async function lookAhead(python, facts, own, bands) {
  const until = horizonOf(facts, bands);
  const ends = [{ ...facts, ...endsOf(bands, 'until') }, { ...facts, ...endsOf(bands, 'from') }];
  const told = await Promise.all(ends.map((person) => python.calendar(person, until)));
  const [late] = told;
  if (own.status !== 'decided' || !late || told.some((one) => one?.status !== own.status)) return null;
  const notSaid = new Set([...Object.keys(bands), ...Object.keys(facts).filter((fact) => facts[fact] === null)]);
  /** @param {DayAhead} day */
  const vagueOf = (day) => day.because.map((cause) => cause.fact).filter((fact) => notSaid.has(fact));
  const vague = new Set(told.flatMap((one) => one?.calendar ?? []).flatMap(vagueOf));
  const first = late.calendar.findIndex((day) => vagueOf(day).length);
  const sure = late.calendar.slice(0, first < 0 ? undefined : first);
  return { until, days: sure.map((day) => ({ from: day.from, cause: causeOf(day), answer: day })), vague: [...vague] };
}

/**
 * Five years, or up to the day after the 75th birthday if that is known and not far.
 * @param {Facts} facts
 * @param {Bands} bands
 * @returns {string}
 */
export function horizonOf({ on_date: today, birth_date: born }, bands) {
  const five = yearsLater(String(today), YEARS);
  if (typeof born !== 'string' || bands['birth_date']) return five;
  const after = yearsLater(born, AGE, 1);
  return after > five && after <= yearsLater(String(today), YEARS_TO_AGE) ? after : five;
}

/**
 * @param {string} day
 * @param {number} years
 * @param {number} days
 */
function yearsLater(day, years, days = 0) {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date + days)).toISOString().slice(0, 10);
}

/**
 * @param {Bands} bands
 * @param {'from' | 'until'} end
 * @returns {Facts} somebody at this end of what was chosen, or at the other where it is open
 */
function endsOf(bands, end) {
  return Object.fromEntries(Object.entries(bands).map(([fact, band]) => [fact, band[end] ?? band.from ?? band.until]));
}

/** @param {DayAhead} day */
function causeOf({ because: [cause] }) {
  const [unit, count] = cause?.shift?.[0] ?? ['', ''];
  return cause ? `${cause.fact}+${unit}${count}` : '';
}
