/** Answers lines of facts from one table with the page's own walker: `node table_answers.mjs TABLE < LINES`. */
import { readFileSync } from 'node:fs';

import { openTable } from '../../checker/browser/table.js';

const table = openTable(JSON.parse(readFileSync(process.argv[2], 'utf8')));
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
const answers = lines.map((line) => JSON.stringify(table.decide(JSON.parse(line))));
process.stdout.write(`${answers.join('\n')}\n`);
