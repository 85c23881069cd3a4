/**
 * Answers lines of facts from one table with the page's own walker, some at a time, as the page decides several situations
 * of one person: `node table_answers.mjs TABLE < LINES`.
 */
import { readFileSync } from 'node:fs';

import { openTable } from '../../checker/browser/table.js';

const table = openTable(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const people = lines.map((line) => JSON.parse(line));
const answers = [];
for (let from = 0; from < people.length; from += 16) {
  answers.push(...table.decideAll(people.slice(from, from + 16)).map((decision) => JSON.stringify(decision)));
}
process.stdout.write(`${answers.join('\n')}\n`);
