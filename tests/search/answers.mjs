// For each query of standard input (a JSON text a line): the first five results of the search page, in the same form.
import { readFileSync } from 'node:fs';
import { openIndex } from '../../checker/browser/search_index.js';
import { search } from '../../checker/browser/search_ranking.js';

const FIRST = 5;
const SHOWN_ROWS = 2;

const [, , file] = process.argv;
const script = readFileSync(file, 'utf8');
const index = openIndex(JSON.parse(script.slice(script.indexOf('{detail:') + '{detail:'.length, script.lastIndexOf('}')).replace(/\}\)\);?\s*$/u, '')));

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { items } = search(index, JSON.parse(line));
  console.log(JSON.stringify(items.slice(0, FIRST).map((item) => ('rows' in item ? item.rows.slice(0, SHOWN_ROWS).map(row) : [card(index.insurers[item.insurer].id)]))));
}

/** @param {string} id */
function card(id) {
  const folder = index.sections[0].page.startsWith('en/') ? 'en/' : index.sections[0].page.startsWith('easy/') ? 'easy/' : '';
  return { headings: [], places: [`${folder}insurers/${id}/index.html#`, `check/${id}/index.html#`] };
}

/** @param {import('../../checker/browser/search_results.js').SearchRow} row */
function row({ section, insurers }) {
  const headings = section.trail.map((one) => index.lines[one]);
  if (insurers === null) return { headings, places: [section.place] };
  return { headings, places: insurers.map((one) => section.place.replaceAll('{}', index.insurers[one].id)) };
}
