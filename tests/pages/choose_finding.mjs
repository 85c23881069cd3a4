// For each line [names, typed, composing] of standard input: whether an insurer of these names is found.
import { readFileSync } from 'node:fs';
import { fitsKey, keyOfNames, piecesOf } from '../../checker/browser/find_insurer.js';

const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const [names, typed, composing] = JSON.parse(line);
  console.log(fitsKey(keyOfNames(names), piecesOf(typed, composing)));
}
