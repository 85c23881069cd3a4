// For each query of standard input (a JSON text a line): the first five results of the search page, in the same form.
import { readFileSync } from 'node:fs';
import { openIndex } from '../../checker/browser/search_index.js';
import { search } from '../../checker/browser/search_ranking.js';

const FIRST = 5;
const SHOWN_ROWS = 2;
const MOST_CARDS = 3;

const [, , file] = process.argv;
const script = readFileSync(file, 'utf8');
const index = openIndex(JSON.parse(script.slice(script.indexOf('{detail:') + '{detail:'.length, script.lastIndexOf('}')).replace(/\}\)\);?\s*$/u, '')));

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { results, insurers } = search(index, JSON.parse(line));
  const cards = insurers.length <= MOST_CARDS || !results.length ? insurers.map((one) => card(index.insurers[one].id)) : [];
  console.log(JSON.stringify([...cards, ...results.map(found)].slice(0, FIRST)));
}

/** @param {string} id */
function card(id) {
  return { headings: [], places: [`insurers/${id}/index.html#`, `check/${id}/index.html#`] };
}

/** @param {import('../../checker/browser/search_ranking.js').SearchResult} result */
function found({ rows }) {
  const { trail } = rows[0].section;
  return { headings: trail.map((one) => index.lines[one]), places: rows.slice(0, SHOWN_ROWS).flatMap(placesOf) };
}

/** @param {import('../../checker/browser/search_ranking.js').SearchRow} row */
function placesOf({ section, insurers }) {
  if (insurers === null) return [`${section.page}#${section.anchor}`];
  return insurers.map((one) => `${section.page}#${section.anchor}`.replaceAll('{}', index.insurers[one].id));
}
