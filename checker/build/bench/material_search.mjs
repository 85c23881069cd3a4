// Material's own search worker, run as a browser would: its index from argv[2], its scripts from argv[3]. For each query
// of standard input (a JSON text a line) the addresses of each result's page and sections, nearest first.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';

const [, , indexFile, scripts] = process.argv;
const data = JSON.parse(readFileSync(indexFile, 'utf8'));
const [worker] = readdirSync(join(scripts, 'workers')).filter((name) => /^search\..*\.js$/u.test(name));

/** @type {((event: {data: object}) => void)[]} */
const listeners = [];
/** @type {(message: any) => void} */
let hear = () => {};
const scope = {
  console: { warn() {}, log() {} },
  addEventListener: (/** @type {string} */ _, /** @type {any} */ listener) => listeners.push(listener),
  postMessage: (/** @type {any} */ message) => hear(message),
  importScripts: (/** @type {string[]} */ ...names) => names.forEach((name) => run(join(scripts, name.replace(/^\.\.\//u, '')))),
};
const context = createContext(Object.assign(scope, { self: scope }));

/** @param {string} file */
function run(file) {
  runInContext(readFileSync(file, 'utf8'), context);
}

/** @param {object} message @returns {Promise<any>} what the worker says */
function say(message) {
  return new Promise((resolve) => {
    hear = resolve;
    for (const listener of listeners) listener({ data: message });
  });
}

run(join(scripts, 'workers', worker ?? ''));
const start = performance.now();
await say({ type: 0, data: { ...data, options: { suggest: false } } });
let first = 0;
for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const { data: found } = await say({ type: 2, data: JSON.parse(line) });
  first ||= performance.now() - start;
  const items = found?.items ?? [];
  console.log(JSON.stringify(items.map((/** @type {{location: string}[]} */ group) => group.map(({ location }) => location))));
}
console.log(JSON.stringify({ first }));
