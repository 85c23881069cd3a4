/**
 * The loader, for pages of others: puts an insurer's widget behind each `<script src=".../v1/embed.js" data-insurer="...">`.
 *
 * Its address and its `data-` attributes are promised to stay. It takes nothing of the host for granted: scripts that do
 * not know their own element, styles that reset everything, libraries that replace what browsers bring.
 */

/** @typedef {HTMLScriptElement & {shikakuNavi?: boolean}} Snippet marked once its widget is there */
/** @typedef {{title: string, refused: string}} EmbedWords */

/**
 * By language; filled in when the site is built.
 * @type {Record<string, EmbedWords>}
 */
const EMBED_WORDS = JSON.parse('EMBED_WORDS');

const FIRST_HEIGHT = 640;
const LEAST_HEIGHT = 80;
const MOST_HEIGHT = 50_000;
const SILENCE_MS = 5000;
const ROOM_ABOVE = 20;
const LINE = 24;
const LOOK = 'all:initial;display:block;visibility:inherit;width:100%;';

/** What a snippet may say. */
const SAYABLE = new RegExp(`^(lang=(${Object.keys(EMBED_WORDS).join('|')})|errand=[a-z_]+|(accent|paper|text)=[\\da-fA-F]{6})$`);

/** @param {string} what */
function tell(what) {
  console.warn(`Shikaku Navi: ${what}`);
}

/** @param {Snippet} snippet */
function embed(snippet) {
  const [, base] = /^(.*\/v1\/)embed\.js/.exec(snippet.src) || [];
  if (!base || snippet.shikakuNavi) return;
  snippet.shikakuNavi = true;
  const { insurer = '', lang = '' } = snippet.dataset;
  let query = '';
  for (const name of ['lang', 'errand', 'accent', 'paper', 'text']) {
    const value = snippet.dataset[name];
    const said = `${name}=${value}`;
    if (!value) continue;
    if (SAYABLE.test(said)) query += `${query ? '&' : '?'}${said}`;
    else tell(`data-${said} is left out`);
  }
  if (/^[\da-z_-]+$/.test(insurer)) show(snippet, base, `${base}${insurer}/index.html`, query, /** @type {EmbedWords} */ (EMBED_WORDS[lang] || EMBED_WORDS['ja']));
  else tell(`data-insurer=${insurer} is left out`);
}

/**
 * @param {Snippet} snippet
 * @param {string} base
 * @param {string} page
 * @param {string} query
 * @param {EmbedWords} words
 */
function show(snippet, base, page, query, { title, refused }) {
  const own = base.split('/', 3).join('/');
  const frame = document.createElement('iframe');
  let heard = false;
  frame.title = title;
  frame.loading = 'lazy';
  frame.referrerPolicy = 'no-referrer';
  frame.src = page + query;
  setHeight(FIRST_HEIGHT);

  /** @param {number} wanted @param {number} margin by which a scroll to the frame stops above it */
  function setHeight(wanted, margin = 0) {
    const height = Math.ceil(Math.min(Math.max(wanted, LEAST_HEIGHT), MOST_HEIGHT));
    frame.style.cssText = `${LOOK}height:${height}px;min-height:${height}px;scroll-margin:${margin}px;`.replace(/;/g, '!important;');
  }

  /** @param {number} top of what has got the focus; where that is in sight, nothing moves */
  function bringNear(top) {
    const box = frame.getBoundingClientRect();
    /** @param {number} at */
    const isSeen = (at) => document.elementFromPoint(box.left + box.width / 2, box.top + at) === frame;
    if (isSeen(top + 1) && isSeen(top + LINE)) return;
    setHeight(frame.offsetHeight, ROOM_ABOVE - top);
    frame.scrollIntoView();
  }

  addEventListener('message', ({ source, origin, data }) => {
    if (!source || source !== frame.contentWindow || (origin !== own && origin !== 'null') || data?.shikakuNavi !== 1) return;
    const { height, focus } = data;
    heard = true;
    if (typeof height === 'number' && isFinite(height)) setHeight(height);
    if (typeof focus === 'number' && isFinite(focus)) bringNear(focus);
  });

  document.addEventListener('securitypolicyviolation', ({ disposition, effectiveDirective, blockedURI }) => {
    const { parentNode } = frame;
    if (disposition === 'report' || !/^(frame|child|default)-src/.test(effectiveDirective) || blockedURI.indexOf(own) || !parentNode) return;
    const what = refused.replace('{allow}', `frame-src ${own}`);
    tell(what);
    const note = document.createElement('p');
    const link = document.createElement('a');
    link.href = page + query;
    link.textContent = title;
    note.append(what, ' ', link);
    parentNode.replaceChild(note, frame);
  });

  frame.addEventListener('load', () => {
    setTimeout(() => heard || !frame.offsetHeight || tell(`nothing heard from ${page}`), SILENCE_MS);
  });

  const behind = document.body.contains(snippet) ? snippet : document.querySelector(`a[href^="${page}"]`);
  if (behind?.parentNode) behind.parentNode.insertBefore(frame, behind.nextSibling);
  else document.body.appendChild(frame);
}

const running = /** @type {Snippet | null} */ (document.currentScript);

/** What stands in the head waits for the page, and for its link. */
function embedAll() {
  /** @param {Snippet} snippet */
  const take = (snippet) => (document.readyState !== 'loading' || document.body?.contains(snippet)) && embed(snippet);
  if (running) take(running);
  document.querySelectorAll('script[data-insurer]').forEach((one) => take(/** @type {Snippet} */ (one)));
}

embedAll();
document.addEventListener('DOMContentLoaded', embedAll);
