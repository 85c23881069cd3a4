/**
 * What a web editor copies: the three snippets, and what the host's policy must allow. Their form is promised to keep
 * working. Pure; `checker/pages/snippets.py` says the same for those without JavaScript.
 */

/**
 * @typedef {{insurer: string, language: string, errand: string, colours: Record<'accent' | 'paper' | 'text', string> | null}} EditorsChoice
 *   what is "" or null is left to the widget; colours are six hexadecimal digits
 * @typedef {{link: string, title: string}} SnippetWords in the language that was chosen
 * @typedef {'script' | 'frame' | 'link' | 'policy'} SnippetName
 */

/** The language that a widget speaks by itself. */
const FIRST_LANGUAGE = 'ja';
/** The height of a frame that nobody changes, in CSS pixels. */
const FRAME_HEIGHT = '640';

/** @param {EditorsChoice} choice */
function spokenBy({ language, errand }) {
  return [...(language === FIRST_LANGUAGE ? [] : [['lang', language]]), ...(errand ? [['errand', errand]] : [])];
}

/** @param {EditorsChoice} choice */
function askedOf(choice) {
  return [...spokenBy(choice), ...Object.entries(choice.colours ?? {})];
}

/** @param {string[][]} pairs */
const asQuery = (pairs) => (pairs.length ? `?${pairs.map((pair) => pair.join('=')).join('&')}` : '');

/** @param {string} text as markup has it */
const escaped = (text) => text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/"/gu, '&quot;');

/**
 * @param {EditorsChoice} choice
 * @param {string} base of the site, ending in a slash
 * @returns {string} the widget's address as the frame has it
 */
export function widgetAddress(choice, base) {
  return `${base}v1/${choice.insurer}/index.html${asQuery(askedOf(choice))}`;
}

/**
 * @param {EditorsChoice} choice
 * @param {string} base of the site, ending in a slash
 * @param {SnippetWords} words
 * @returns {Record<SnippetName, string>} lines, without a break at the end
 */
export function snippetsOf(choice, base, { link, title }) {
  const address = `${base}v1/${choice.insurer}/index.html${asQuery(spokenBy(choice))}`;
  const way = `<p><a href="${escaped(address)}">${escaped(link)}</a></p>`;
  const data = [['insurer', choice.insurer], ...askedOf(choice)].map(([name, value]) => `data-${name}="${value}"`).join(' ');
  const frame = `src="${escaped(widgetAddress(choice, base))}" title="${escaped(title)}" width="100%" height="${FRAME_HEIGHT}"`;
  const origin = originOf(base);
  return {
    script: `${way}\n<script src="${base}v1/embed.js" ${data} async></script>`,
    frame: `${way}\n<iframe ${frame} style="border: 0"></iframe>`,
    link: way,
    policy: `script-src ${origin};\nframe-src ${origin};`,
  };
}

/**
 * @param {string} base
 * @returns {string} what a policy allows: scheme, host and port
 */
export function originOf(base) {
  return base.split('/', 3).join('/');
}
