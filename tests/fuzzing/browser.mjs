// For each line of standard input (what a stranger may choose), what went wrong in the browser's own modules, or null.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Script, createContext } from 'node:vm';
import { coloursFor } from '../../checker/browser/widget_colours.js';
import { readLink } from '../../checker/browser/given.js';
import { fitsKey, fold, keyOfNames, piecesOf } from '../../checker/browser/find_insurer.js';
import { looseForm, spacedForm, standsIn, stemsOf } from '../../checker/browser/search_form.js';
import { originOf, snippetsOf } from '../../checker/browser/editors_snippets.js';

const QUESTIONS = { errands: [{ id: 'at_desk' }, { id: 'lost' }] };
const WORDS = JSON.stringify({ ja: { title: 'a', refused: '{allow}' }, en: { title: 'b', refused: '{allow}' } });
const EMBED = new Script(readFileSync(new URL('../../checker/browser/embed.js', import.meta.url), 'utf8').replace('EMBED_WORDS\')', `${WORDS}')`));
const OWN = 'https://navi.example';

/** @param {boolean} holds @param {string} what */
function must(holds, what) {
  if (!holds) throw new Error(`it does not hold that ${what}`);
}

/** A link sets a language and an errand, and nothing else. */
function linkIsRead({ link }) {
  const at = link.indexOf('#');
  globalThis.window = { location: { search: at < 0 ? link : link.slice(0, at), hash: at < 0 ? '' : link.slice(at) } };
  const said = readLink(QUESTIONS);
  must(Object.keys(said).join() === 'language,errand,counter', 'a link says three things');
  must(said.errand === null || QUESTIONS.errands.some(({ id }) => id === said.errand), 'an errand is a known one');
  must(typeof said.counter === 'boolean', 'the counter is on or off');
  const { properties, refused } = coloursFor(new URLSearchParams(window.location.search));
  for (const [name, value] of Object.entries(properties)) {
    must(name === 'color-scheme' || name.startsWith('--'), 'a colour is a property of ours');
    must(/^(?:#[\da-f]{6}|dark|light)$/u.test(value), `a colour is a colour: ${value}`);
  }
  must(refused.length <= 5, 'few things are refused');
}

/** What is typed finds or does not find. */
function typedIsRead({ typed }) {
  for (const form of [fold(typed), spacedForm(typed), looseForm(typed)]) must(typeof form === 'string', 'a form is a text');
  for (const composing of [true, false]) must(typeof fitsKey(keyOfNames(['清瀬市', 'きよせし', typed]), piecesOf(typed, composing)) === 'boolean', 'it fits or not');
  must(typeof stemsOf(spacedForm(typed)) === 'string', 'stems are a text');
  must(typeof standsIn(spacedForm(typed), looseForm(typed)) === 'boolean', 'it stands there or not');
}

/** What editors copy has no other element than the loader, a frame, a paragraph and a link, whatever the words are. */
function snippetsAreRead({ typed }) {
  const snippets = snippetsOf({ insurer: 'kiyose', language: 'ja', errand: '', colours: {} }, `${OWN}/`, { link: typed, title: typed });
  for (const name of ['frame', 'link', 'script']) {
    const tags = [...snippets[name].matchAll(/<\/?([^\s>]*)/gu)].map(([, tag]) => tag);
    must(tags.every((tag) => ['p', 'a', 'iframe', 'script'].includes(tag)), `a snippet has known elements only: ${tags}`);
    must(tags.length <= 6, 'a snippet has few of them');
  }
  must(originOf(`${OWN}/a/`) === OWN, 'an origin is one');
}

/** The loader on a host's page: it frames the site's own pages only, and a message changes the frame's height at most. */
function loaderHolds({ insurer, data, message, height, origin }) {
  /** @type {Record<string, Function[]>} */
  const heard = {};
  const hear = (name, act) => (heard[name] ??= []).push(act);
  const dataset = { insurer };
  try {
    Object.assign(dataset, Object.fromEntries(Object.entries(JSON.parse(data)).map(([name, value]) => [name, String(value)])));
  } catch {
    dataset.lang = data;
  }
  const frames = [];
  const snippet = { src: `${OWN}/v1/embed.js`, dataset, nextSibling: null, parentNode: { insertBefore: (frame) => frames.push(frame), replaceChild() {} } };
  const element = () => ({ style: {}, contentWindow: {}, offsetHeight: 1, parentNode: snippet.parentNode, addEventListener: hear, append() {}, scrollIntoView() {}, getBoundingClientRect: () => ({ left: 0, top: 0, width: 9 }) });
  const document = {
    createElement: element, currentScript: snippet, readyState: 'complete', addEventListener: hear, querySelectorAll: () => [], querySelector: () => null,
    elementFromPoint: () => null, body: { contains: () => true, appendChild: (frame) => frames.push(frame) },
  };
  EMBED.runInContext(createContext({ document, console: { warn() {} }, addEventListener: hear, setTimeout() {} }));
  must(frames.length <= 1, 'there is one frame at most');
  const [frame] = frames;
  if (!frame) return;
  const address = new URL(frame.src);
  must(address.origin === OWN && /^\/v1\/[\da-z_-]+\/index\.html$/u.test(address.pathname), `the frame shows a page of ours: ${frame.src}`);
  for (const name of address.searchParams.keys()) must(['lang', 'errand', 'accent', 'paper', 'text'].includes(name), `a link carries what it may: ${name}`);
  const before = frame.style.cssText;
  for (const said of [message, { shikakuNavi: 1, height }, { shikakuNavi: 1, focus: height }, { shikakuNavi: 1, height: message, focus: message }]) {
    for (const source of [frame.contentWindow, null, {}]) for (const act of heard.message) act({ source, origin, data: said });
  }
  must(origin === OWN || origin === 'null' || frame.style.cssText === before, 'strangers change nothing');
  const tall = /^all:initial!important;display:block!important;visibility:inherit!important;width:100%!important;height:(\d+)px!important;min-height:\1px!important;scroll-margin:-?[\d.e+]+px!important;$/u.exec(frame.style.cssText);
  must(tall !== null && Number(tall[1]) >= 80 && Number(tall[1]) <= 50_000, `the frame keeps its look: ${frame.style.cssText}`);
  must(frame.src === address.href || new URL(frame.src).href === address.href, 'the frame stays where it is');
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line);
  let problem = null;
  for (const holds of [linkIsRead, typedIsRead, snippetsAreRead, loaderHolds]) {
    try {
      holds(told);
    } catch (error) {
      problem = `${holds.name}: ${error.stack}\n${line}`.slice(0, 3000);
    }
  }
  process.stdout.write(`${JSON.stringify(problem)}\n`);
}
