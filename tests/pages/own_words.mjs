/** What the checker page says of decisions in words: `node own_words.mjs < {words, asked, decisions}`. */
import { readFileSync } from 'node:fs';

import { actOf } from '../../checker/browser/act.js';
import { issuedTerms, nameOf } from '../../checker/browser/document_view.js';
import { outOfScopeText } from '../../checker/browser/open_view.js';
import { proceduresTold } from '../../checker/browser/procedure_view.js';
import { openWords } from '../../checker/browser/words.js';

const { words: data, asked, decisions } = JSON.parse(readFileSync(0, 'utf8'));
const words = openWords(data);
const pages = Object.fromEntries(asked.map((fact) => [fact, words.page(fact)]));
const told = decisions.map((main) => ({
  act: actOf(main, {}, '').id,
  outside: main.status === 'out_of_scope' ? outOfScopeText(words, main) : null,
  documents: (main.document?.issued ?? []).map((one) => [nameOf(words, one), issuedTerms(words, one, main, {})]),
  procedures: proceduresTold(words, { main, byApplicant: new Map(), facts: {} }).map(({ name, terms }) => [name, terms]),
}));
process.stdout.write(JSON.stringify({ pages, told }));
