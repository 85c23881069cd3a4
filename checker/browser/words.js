/**
 * Words for ids. An insurer's own words come first, then the common ones; an id without words shows as itself,
 * so that a gap is seen and nothing is lost.
 */

/**
 * @typedef {object} Passage
 * @property {string} says our paraphrase
 * @property {string} title of the source
 * @property {string} year of the source
 */

/**
 * @typedef {object} WordsData
 * @property {Record<string, Record<string, any>>} common kind -> id -> text
 * @property {Record<string, string>} own the insurer's own words, id -> text
 * @property {Record<string, Passage>} passages
 */

/**
 * @typedef {object} Words
 * @property {(kind: string, id: string, filled?: Record<string, string>) => string} of
 * @property {(id: string, filled?: Record<string, string>) => string} ui
 * @property {(page: string) => any} page the words of a question: name, question, hint, find_out, values
 * @property {(page: string, value: string) => string} value
 * @property {(id: string) => Passage | null} passage
 */

/**
 * @param {WordsData} data
 * @returns {Words}
 */
export function openWords(data) {
  const { common, own, passages } = data;
  /** @type {Words['of']} */
  const of = (kind, id, filled = {}) => {
    const text = own[id] ?? common[kind]?.[id] ?? id;
    return text.replace(/\{(\w+)\}/gu, (whole, /** @type {string} */ name) => filled[name] ?? whole);
  };
  /** @type {Words['page']} */
  const page = (id) => {
    const told = common['questions']?.[id] ?? common['facts']?.[id] ?? { name: id, question: id };
    return id === 'errand' ? { ...told, values: common['errands'] } : told;
  };
  return {
    of,
    ui: (id, filled) => of('ui', id, filled),
    page,
    value: (id, value) => page(id).values?.[value] ?? common['facts']?.[id]?.values?.[value] ?? value,
    passage: (id) => passages[id] ?? null,
  };
}

/**
 * 2026-11-21 -> 2026年11月21日, with the era's year for days that people remember by it.
 * @param {string} iso
 * @returns {string}
 */
export function sayDate(iso) {
  const [year, month, day] = iso.split('-').map(Number);
  return `${year}年${eraYear(iso, year ?? 0)}${month}月${day}日`;
}

/**
 * @param {string} iso
 * @param {number} year
 * @returns {string}
 */
function eraYear(iso, year) {
  if (iso >= '2019-05-01' || iso < '1912-07-30') return '';
  if (iso >= '1989-01-08') return `(平成${year - 1988 === 1 ? '元' : year - 1988}年)`;
  if (iso >= '1926-12-25') return `(昭和${year - 1925 === 1 ? '元' : year - 1925}年)`;
  return `(大正${year - 1911 === 1 ? '元' : year - 1911}年)`;
}
