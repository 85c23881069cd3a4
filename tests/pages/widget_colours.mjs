// For each query of standard input, as JSON: the properties that the widget sets, and what it leaves out.
import { readFileSync } from 'node:fs';
import { coloursFor } from '../../checker/browser/widget_colours.js';

const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const line of lines) console.log(JSON.stringify(coloursFor(new URLSearchParams(JSON.parse(line)))));
