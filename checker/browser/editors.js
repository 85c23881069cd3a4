/**
 * The page for web editors: what they choose shows in the preview and in the snippets at once.
 *
 * Addresses are those of this very page, wherever it stands; opened from a folder it has none that others could reach,
 * and the snippets keep the words that stand for it.
 */

import { fill, make } from './dom.js';
import { watchColours } from './editors_colours.js';
import { watchCopying } from './editors_copy.js';
import { watchFinding } from './editors_insurer.js';
import { originOf, snippetsOf, widgetAddress } from './editors_snippets.js';

/** @typedef {import('./editors_snippets.js').EditorsChoice} EditorsChoice */
/**
 * @typedef {object} EditorsPack
 * @property {string} up the way to the site's root
 * @property {string} base the site's address, or what stands for it
 * @property {Record<string, Record<string, string>>} names of insurers, by id and language
 * @property {Record<string, Record<'link_text' | 'frame_title', string>>} spoken by language
 * @property {Record<string, string>} words of this page
 */

/** So long after the last choice, the preview is made anew. */
const PREVIEW_REST_MS = 300;

/** @param {HTMLElement} root */
function openEditors(root) {
  /** @template {Element} Found @param {string} selector */
  const get = (selector) => /** @type {Found} */ (root.querySelector(selector));
  /** @type {EditorsPack} */
  const pack = JSON.parse(get('script[data-pack]').textContent ?? '');
  const form = /** @type {HTMLFormElement} */ (get('form'));
  const here = new URL(pack.up, window.location.href);
  const base = here.protocol.startsWith('http') ? here.href : pack.base;
  let shown = '';
  let making = 0;

  for (const part of root.querySelectorAll('[data-with-script][hidden]')) part.removeAttribute('hidden');
  if (base === here.href) for (const note of root.querySelectorAll('[data-placeholder]')) note.remove();
  form.reset();
  const nameOfFound = watchFinding(form, /** @type {import('./editors_insurer.js').FindingWords} */ (pack.words), root.dataset['insurers']);
  const coloursTaken = watchColours(form, /** @type {import('./editors_colours.js').ColourWords} */ (pack.words));

  /** @returns {EditorsChoice} */
  function choice() {
    const data = new FormData(form);
    /** @param {string} name */
    const told = (name) => String(data.get(name) ?? '');
    return { insurer: told('insurer'), language: told('language'), errand: told('errand'), colours: coloursTaken() };
  }

  function show() {
    const chosen = choice();
    /** @param {string} language */
    const nameIn = (language) => pack.names[chosen.insurer]?.[language] ?? nameOfFound(chosen.insurer, language) ?? '';
    /** @param {'link_text' | 'frame_title'} what @param {string} language */
    const say = (what, language) => (pack.spoken[language]?.[what] ?? '').replace('{insurer}', nameIn(language));
    const words = { link: say('link_text', chosen.language), title: say('frame_title', chosen.language) };
    for (const [name, text] of Object.entries(snippetsOf(chosen, base, words))) write(`snippet-${name}`, text);
    const places = { insurer: nameIn(document.documentElement.dataset['languageNow'] ?? 'ja'), origin: originOf(base) };
    write('privacy-text', (pack.words['privacy_text'] ?? '').replace(/\{(\w+)\}/gu, (whole, name) => places[/** @type {keyof typeof places} */ (name)] ?? whole));
    leadToFeed(chosen.insurer, places.insurer);
    for (const status of root.querySelectorAll('[data-copied]')) status.textContent = '';
    window.clearTimeout(making);
    making = window.setTimeout(preview, shown ? PREVIEW_REST_MS : 0, widgetAddress(chosen, pack.up), words.title);
  }

  /** Of very many insurers the page has the feed of one, which is that of the one that is chosen. @param {string} insurer @param {string} name */
  function leadToFeed(insurer, name) {
    const feed = /** @type {HTMLElement | null} */ (root.querySelector('[data-feed]'));
    const link = feed?.querySelector('a');
    if (!feed || !link) return;
    const { feed: says = '', way = '' } = feed.dataset;
    link.href = way.replace('{id}', insurer);
    fill(link, says.replace('{insurer}', name));
  }

  /** A new frame each time, so that nothing is added to the history. @param {string} address @param {string} title */
  function preview(address, title) {
    if (address === shown) return;
    shown = address;
    const frame = make('iframe', { src: address, title: `${pack.words['preview_title']}: ${title}` });
    get('[data-preview]').replaceChildren(frame);
  }

  /** @param {string} id @param {string} text */
  function write(id, text) {
    const area = /** @type {HTMLTextAreaElement | null} */ (document.getElementById(id));
    if (!area) return;
    area.value = text;
  }

  watchCopying(root, /** @type {Record<'copied' | 'selected', string>} */ (pack.words));
  form.addEventListener('input', show);
  form.addEventListener('change', show);
  form.addEventListener('submit', (event) => event.preventDefault());
  show();
}

const editorsRoot = document.querySelector('[data-editors]');
if (editorsRoot instanceof HTMLElement) openEditors(editorsRoot);
