/** Says for lines of answers which page comes next, and the rows of the gate: `node interview_walks.mjs TABLE DAY < LINES`. */
import { readFileSync } from 'node:fs';

import { openInterview } from '../../checker/browser/interview.js';
import { openTable } from '../../checker/browser/table.js';

const interview = openInterview(openTable(JSON.parse(readFileSync(process.argv[2], 'utf8'))), process.argv[3]);
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
const said = lines.map((answers) => {
  const next = interview.nextPage(answers);
  return JSON.stringify([next, next === 'gate' ? interview.gateRows(answers) : [], interview.finalFacts(answers)]);
});
process.stdout.write(`${said.join('\n')}\n`);
