/**
 * One person's visit: what was answered, which page is to be shown, and what a step changes. Kept in this script's
 * memory only. Knows no elements and no words.
 */

import { openInterview } from './interview.js';
import { GATE } from './meaning.js';

/** @typedef {import('./interview.js').Answers} Answers */

/** The page on which another day than today can be chosen; it is never asked. */
export const DAY = 'on_date';

/**
 * @param {Table} table
 * @param {string} today
 */
export function openVisit(table, today) {
  let day = today;
  let interview = openInterview(table, day);
  /** @type {Answers} */
  let answers = {};
  /** @type {Record<string, Band | null>} the band of days that was chosen on a page */
  let bands = {};
  /** @type {string | null} a page that was answered and is shown again */
  let editing = null;
  /** @type {string[] | undefined} the rows of the gate from which was chosen */
  let rowsSeen;

  const walk = () => interview.walk(answers, rowsSeen);

  return {
    /** @returns {Answers} all that were given */
    get answers() {
      return answers;
    },
    get bands() {
      return bands;
    },
    get day() {
      return day;
    },
    get editing() {
      return editing;
    },
    get interview() {
      return interview;
    },
    get rowsSeen() {
      return rowsSeen;
    },
    /** @returns {{pages: string[], page: string | null}} the pages whose answers count, and the one to show */
    where() {
      const { pages, next } = walk();
      return { pages, page: editing ?? next };
    },
    /**
     * @param {string} page
     * @returns {Answers} those that were given on the way to a page
     */
    before(page) {
      const { pages } = walk();
      const way = pages.includes(page) ? pages.slice(0, pages.indexOf(page)) : pages;
      return Object.fromEntries(way.map((one) => [one, answers[one] ?? []]));
    },
    /**
     * @param {string} page
     * @param {string[]} chosen
     * @param {{band?: Band | null, rows?: string[]}} [from] what was chosen from
     */
    take(page, chosen, { band = null, rows = [] } = {}) {
      editing = null;
      if (page === DAY) {
        day = chosen[0] ?? day;
        interview = openInterview(table, day);
        return;
      }
      answers = { ...answers, [page]: chosen };
      bands = { ...bands, [page]: band };
      if (page === GATE) rowsSeen = rows;
    },
    /**
     * @template Found
     * @param {string} page
     * @param {string[]} chosen
     * @param {{band?: Band | null, rows?: string[]}} from
     * @param {() => Found} work
     * @returns {Found} what the work finds if this is answered; nothing of it stays
     */
    suppose(page, chosen, from, work) {
      const before = { answers, bands, editing, rowsSeen, day, interview };
      try {
        this.take(page, chosen, from);
        return work();
      } finally {
        ({ answers, bands, editing, rowsSeen, day, interview } = before);
      }
    },
    /** @param {string} page whose answer is taken back */
    drop(page) {
      answers = Object.fromEntries(Object.entries(answers).filter(([one]) => one !== page));
      bands = { ...bands, [page]: null };
    },
    back() {
      const { pages } = walk();
      const here = editing === null || editing === DAY ? pages.length : pages.indexOf(editing);
      editing = pages[here - (editing === DAY ? 0 : 1)] ?? null;
    },
    /** @param {string} page */
    change(page) {
      editing = page;
    },
    /** @returns {Answers} those that count; the others are kept, and count again when an earlier one is changed back */
    get counted() {
      return Object.fromEntries(walk().pages.map((page) => [page, answers[page] ?? []]));
    },
    /** @returns {string[]} the pages of answers that do not count now */
    get idle() {
      const { pages } = walk();
      return Object.keys(answers).filter((page) => !pages.includes(page));
    },
    forget() {
      answers = {};
      bands = {};
      editing = null;
      rowsSeen = undefined;
      day = today;
      interview = openInterview(table, day);
    },
  };
}
