/**
 * The loader, for pages of others: puts an insurer's widget behind each `<script src=".../v1/embed.js" data-insurer="...">`.
 *
 * Its address and its `data-` attributes are promised to stay. It takes nothing of the host for granted: scripts that do
 * not know their element, styles that reset everything, libraries that replaced what browsers bring.
 */

/** @typedef {HTMLScriptElement & {shikakuNavi?: boolean}} Snippet marked once its widget is there */

/**
 * The few words of each language; filled in when the site is built.
 * @type {Record<string, Record<'title' | 'refused' | 'open' | 'allow', string>>}
 */
const EMBED_WORDS = JSON.parse('EMBED_WORDS');

const FIRST_HEIGHT = 640;
const LEAST_HEIGHT = 80;
const MOST_HEIGHT = 50_000;
const SILENCE = 5000;
const ROOM_ABOVE = 80;
const LINE = 40;
const COLOUR = /^[\da-f]{6}$/iu;

/** What may be said in a snippet beside the insurer, and what it must look like. */
const ASKED = [
  ['lang', { test: (/** @type {string} */ told) => told in EMBED_WORDS }],
  ['errand', /^[a-z_]+$/u],
  ['accent', COLOUR],
  ['paper', COLOUR],
  ['text', COLOUR],
];

/** @param {string} told */
function tell(told) {
  console.warn(`Shikaku Navi: ${told}`);
}

/** @param {Snippet} snippet */
function embed(snippet) {
  const [, base] = /^(.*\/v1\/)embed\.js/u.exec(snippet.src) || [];
  if (!base || snippet.shikakuNavi) return;
  snippet.shikakuNavi = true;
  const insurer = snippet.dataset['insurer'] || '';
  if (!/^[\da-z-]+$/u.test(insurer)) {
    tell(`data-insurer="${insurer}" is no insurer; small letters, digits and hyphens only`);
    return;
  }
  let query = '';
  for (const [name, form] of /** @type {[string, RegExp][]} */ (ASKED)) {
    const value = snippet.dataset[name];
    if (!value) continue;
    if (form.test(value)) query += `${query ? '&' : '?'}${name}=${value}`;
    else tell(`data-${name}="${value}" is left out`);
  }
  const words = EMBED_WORDS[/lang=([a-z-]+)/u.exec(query)?.[1] || 'ja'];
  if (words) place(snippet, base, `${base}${insurer}/index.html`, query, words);
}

/**
 * @param {Snippet} snippet
 * @param {string} base
 * @param {string} page
 * @param {string} query
 * @param {Record<string, string>} words
 */
function place(snippet, base, page, query, words) {
  const own = base.split('/', 3).join('/');
  const frame = document.createElement('iframe');
  let heard = false;
  frame.title = words['title'] || '';
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.style.cssText = 'all:initial!important;display:block!important;visibility:inherit!important;width:100%!important;';
  setHeight(FIRST_HEIGHT);

  /** @param {number} height */
  function setHeight(height) {
    const bounded = `${Math.ceil(Math.min(Math.max(height, LEAST_HEIGHT), MOST_HEIGHT))}px`;
    frame.style.setProperty('height', bounded, 'important');
    frame.style.setProperty('min-height', bounded, 'important');
  }

  /** @param {number} top of what has got the focus; in sight, nothing moves */
  function bringNear(top) {
    const box = frame.getBoundingClientRect();
    /** @param {number} at */
    const isSeen = (at) => document.elementFromPoint(box.left + box.width / 2, box.top + at) === frame;
    if (isSeen(top + 1) && isSeen(top + LINE)) return;
    frame.style.setProperty('scroll-margin-top', `${ROOM_ABOVE - top}px`, 'important');
    frame.scrollIntoView();
  }

  addEventListener('message', ({ source, origin, data }) => {
    if (!source || source !== frame.contentWindow || (origin !== own && origin !== 'null') || data?.shikakuNavi !== 1) return;
    heard = true;
    const { height, focus } = data;
    if (typeof height === 'number' && isFinite(height)) setHeight(height);
    if (typeof focus === 'number' && isFinite(focus)) bringNear(focus);
  });

  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
    if (disposition === 'report' || !/^(frame|child|default)-src/u.test(effectiveDirective) || blockedURI.indexOf(own) || !frame.parentNode) return;
    const allow = `frame-src ${own}`;
    tell(`this page's Content-Security-Policy must allow: ${allow}`);
    const note = document.createElement('p');
    const link = document.createElement('a');
    link.href = page + query;
    link.textContent = words['open'] || '';
    note.append(words['refused'] || '', ' ', link, ' ', `${words['allow']}`.split('{allow}').join(allow));
    frame.parentNode.replaceChild(note, frame);
  });

  frame.addEventListener('load', () => {
    setTimeout(() => heard || !frame.offsetHeight || tell(`nothing heard from ${page}; is "${page.split('/').slice(-2)[0]}" one of its insurers?`), SILENCE);
  });

  frame.src = page + query;
  const behind = document.body.contains(snippet) ? snippet : document.querySelector(`a[href="${page}"]`);
  if (behind?.parentNode) behind.parentNode.insertBefore(frame, behind.nextSibling);
  else document.body.appendChild(frame);
}

function embedAll() {
  /** @type {NodeListOf<Snippet>} */
  const snippets = document.querySelectorAll('body script[data-insurer]');
  snippets.forEach(embed);
}

/** What stands in the head, or nowhere any more, waits for the page and its link. */
function embedRest() {
  /** @type {NodeListOf<Snippet>} */
  const snippets = document.querySelectorAll('script[data-insurer]');
  snippets.forEach(embed);
  if (running instanceof HTMLScriptElement) embed(running);
}

const running = document.currentScript;
embedAll();
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', embedRest);
else embedRest();
