/** Counts days with the page's own code: `node days.mjs < [[DAY, STEPS], …]` gives `[[shifted, latest source], …]`. */
import { readFileSync } from 'node:fs';

import { latestSource, shifted } from '../../checker/browser/days.js';

const asked = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(asked.map(([day, steps]) => [shifted(day, steps), latestSource(day, steps)])));
