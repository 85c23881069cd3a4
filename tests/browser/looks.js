/** What `looks.py` asks of a page; each function returns what is wrong, in words, or what it measured. */

const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;

const name = (one) => `${one.tagName.toLowerCase()} ${one.textContent.trim().slice(0, 30)}`;

const all = (selector) => [...document.querySelectorAll(selector)].filter(shown);

/** What is to be hit is large enough; links within a text are not meant, nor the standing line, which is one. */
export function smallTargets(size) {
  const isText = (one) => one.closest('.sn-standing') || one.parentElement.textContent.trim() !== one.textContent.trim();
  return all('button, summary, label.option, label.for-other, label.sn-option, a[href]')
    .filter((one) => !one.matches('p > a, li > a, span > a') || !isText(one))
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([, box]) => box.height < size - 0.5 || box.width < size - 0.5)
    .map(([one, box]) => `${name(one)} ${Math.round(box.width)}x${Math.round(box.height)}`);
}

/** Nothing is wider than the page, and nothing shows only in part. */
export function cutOff() {
  const root = document.documentElement;
  const wide = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide in ${root.clientWidth}`] : [];
  const cut = all('body *').filter((one) => {
    const style = getComputedStyle(one);
    if (style.display === 'inline' || one.clientWidth <= 1 || one.closest('rt, [class*=skip], thead')) return false;
    const across = one.scrollWidth > one.clientWidth + 1;
    const down = one.scrollHeight > one.clientHeight + 1 && style.overflowY !== 'visible';
    return across || down;
  });
  return [...wide, ...cut.map(name)];
}

/** One heading of the first level, and no level left out on the way down. */
export function headingFaults() {
  const levels = all('h1, h2, h3, h4, h5, h6').map((one) => Number(one.tagName[1]));
  const faults = levels.filter((one) => one === 1).length === 1 ? [] : ['not one h1'];
  levels.reduce((before, level) => {
    if (level > before + 1) faults.push(`h${level} after h${before}`);
    return level;
  }, 1);
  return faults;
}

/** Every id is there once, and what refers to one finds it. */
export function idFaults() {
  const ids = [...document.querySelectorAll('[id]')].map((one) => one.id);
  const twice = ids.filter((one, place) => ids.indexOf(one) !== place);
  const wanted = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'].flatMap((attribute) =>
    [...document.querySelectorAll(`[${attribute}]`)].flatMap((one) => one.getAttribute(attribute).split(/\s+/)),
  );
  return [...twice, ...wanted.filter((one) => !ids.includes(one))];
}

/** Japanese in a page of another language says that it is, so that it is read aloud as Japanese. */
export function unmarkedJapanese() {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) {
    const { parentElement: parent, data } = texts.currentNode;
    if (!/[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(data) || parent.closest('script, template, noscript') || !shown(parent)) continue;
    if (!parent.closest('[lang]').lang.startsWith('ja')) found.push(data);
  }
  return found;
}

/** WCAG 1.4.12: what a reader's own style sheet may ask for; returns whether the page has grown. */
export function spaceOut() {
  document.adoptedStyleSheets = [];
  const before = document.body.scrollHeight;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `* { line-height: 2 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
     p { margin-block-end: 2em !important; }`,
  );
  document.adoptedStyleSheets = [sheet];
  return document.body.scrollHeight > before;
}

/** Where the focus is: what has it, whether that shows and is marked, whether the bar or the window's edge covers it. */
export function focus() {
  const one = document.activeElement;
  if (one === null || one === document.body) return null;
  const marked = one.closest('.option') ?? one;
  const [style, box] = [getComputedStyle(marked), one.getBoundingClientRect()];
  const bar = document.querySelector('.bar, .sn-bar');
  const below = bar && !bar.contains(one) && getComputedStyle(bar).position === 'sticky' ? bar.getBoundingClientRect().bottom : 0;
  return {
    name: name(marked),
    value: one.value ?? '',
    place: [Math.round(box.top + window.scrollY), Math.round(box.left)],
    marked: style.outlineStyle === 'solid' && Number.parseFloat(style.outlineWidth) >= 2,
    seen: shown(marked) && box.top >= below - 1 && Math.min(box.bottom, box.top + 44) <= window.innerHeight + 1,
  };
}
