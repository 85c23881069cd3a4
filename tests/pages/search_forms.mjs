// For each text of standard input (a JSON text a line): its loose form in the browser, and what stands for it unshown.
import { readFileSync } from 'node:fs';
import { hashOf, looseForm } from '../../checker/browser/search_form.js';

for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const form = looseForm(JSON.parse(line));
  console.log(JSON.stringify([form, hashOf(form)]));
}
