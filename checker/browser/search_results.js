/**
 * Sections that answer, put together as results.
 *
 * Sections of a page that is nobody's own are one result. So are those under the same headings of the pages of many
 * insurers: within it, what says the same is one row with everybody whose it is.
 */

/** @typedef {import('./search_index.js').Section} Section */
/** @typedef {{section: Section, line: number, score: number, insurers: number[] | null}} SearchRow `line` is the one to be shown, -1: none */
/** @typedef {{score: number, rows: SearchRow[]}} SearchResult its rows have the page in common, or page and headings */

/** Many results of the same page are one answer: each further one stands behind. */
const CROWDED = 0.75;
const LEAST_OF_BEST = 0.2;
const LEAST_OF_PAGE = 0.4;
/** What no file may show is answered first, by what opens in place; all else that was typed finds as it always does. */
export const FIRST_OF_ALL = 1000;

/** @param {SearchRow[]} rows @returns {SearchResult[]} best first */
export function resultsOf(rows) {
  return spread(grouped(rows));
}

/** @param {SearchRow[]} rows @returns {SearchResult[]} */
function grouped(rows) {
  /** @type {Map<string, Map<string, SearchRow & {whose: Set<number>}>>} */
  const groups = new Map();
  for (const row of rows.sort((one, other) => other.score - one.score)) {
    const { page, trail, anchor, insurers } = row.section;
    const name = insurers ? `${page}|${trail}` : page;
    const group = groups.get(name) ?? new Map();
    const same = group.get(`${row.line}|${anchor}`);
    if (same) row.insurers?.forEach((one) => same.whose.add(one));
    else group.set(`${row.line}|${anchor}`, { ...row, whose: new Set(row.insurers ?? []) });
    groups.set(name, group);
  }
  const least = LEAST_OF_BEST * (rows.find(({ score }) => score < FIRST_OF_ALL)?.score ?? 0);
  const near = [...groups.values()].map((group) => nearRows([...group.values()])).filter(([first]) => (first?.score ?? 0) >= least);
  return near.map((some) => ({ score: some[0]?.score ?? 0, rows: some.map(({ whose, ...row }) => ({ ...row, insurers: row.insurers && sorted(whose) })) }));
}

/**
 * Of a page that is nobody's own, those of its places that answer nearly as well as the best.
 * @template {SearchRow} Row
 * @param {Row[]} rows best first
 */
function nearRows(rows) {
  const least = LEAST_OF_PAGE * (rows[0]?.score ?? 0);
  return rows.filter(({ score, insurers }) => insurers || score >= least);
}

/** @param {SearchResult[]} results best first @returns {SearchResult[]} the same, so that pages take turns */
function spread(results) {
  /** @type {Map<string, number>} */
  const turns = new Map();
  const told = results.map((result) => {
    const page = result.rows[0]?.section.page ?? '';
    const turn = turns.get(page) ?? 0;
    turns.set(page, turn + 1);
    return { ...result, score: result.score * CROWDED ** turn };
  });
  return told.sort((one, other) => other.score - one.score);
}

/** @param {Set<number>} numbers */
function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}
