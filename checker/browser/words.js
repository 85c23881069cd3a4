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
 * @property {string} language
 * @property {Record<string, Record<string, any>>} common kind -> id -> text
 * @property {Record<string, string>} own the insurer's own words, id -> text
 * @property {Record<string, Passage>} passages
 */

/**
 * @typedef {object} Words
 * @property {string} language
 * @property {(kind: string, id: string, filled?: Record<string, string>) => string} of
 * @property {(id: string, filled?: Record<string, string>) => string} ui
 * @property {(page: string) => any} page the words of a question: name, question, hint, find_out, values
 * @property {(page: string, value: string) => string} value
 * @property {(id: string) => Passage | null} passage
 * @property {(insurer: string) => Passage | null} source one passage of the insurer's own document, for its title and year
 * @property {(iso: string) => string} date a day, with the era's year where people remember it by that
 * @property {(items: string[]) => string} list one after the other
 * @property {(name: string, said: string) => string} pair a name and what is said of it
 */

/** Eras from the latest to the first that living people are born in; before and after, years alone are told. */
const ERAS = [
  ['2019-05-01', ''],
  ['1989-01-08', 'heisei'],
  ['1926-12-25', 'showa'],
  ['1912-07-30', 'taisho'],
];

/**
 * @param {WordsData} data
 * @param {boolean} [forOther] whether somebody answers for another person
 * @returns {Words}
 */
export function openWords(data, forOther = false) {
  const { common, own, passages, language } = data;
  /** @type {Words['of']} */
  const of = (kind, id, filled = {}) => {
    const text = own[id] ?? common[kind]?.[id] ?? id;
    return text.replace(/\{(\w+)\}/gu, (whole, /** @type {string} */ name) => filled[name] ?? whole);
  };
  /** @type {Words['ui']} */
  const ui = (id, filled) => of('ui', id, filled);
  const declared = ownFactsOf(own);
  /** @type {Words['page']} */
  const page = (id) => {
    const [all, mine] = [common['questions']?.[id] ?? common['facts']?.[id], declared[id]];
    const told = mine ? { ...mine, ...all, values: { ...all?.values, ...mine.values } } : (all ?? { name: id, question: id });
    const asked = forOther ? { ...told, ...told.for_other } : told;
    return id === 'errand' ? { ...asked, values: common['errands'] } : asked;
  };
  /** @param {string} iso */
  const era = (iso) => {
    const [first = '', name = ''] = ERAS.find(([day = '']) => iso >= day) ?? [];
    if (!name) return '';
    const n = Number(iso.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
    return ui('era', { era: of('eras', name), n: n === 1 ? of('eras', 'first') : String(n) });
  };
  return {
    language,
    of,
    ui,
    page,
    value: (id, value) => page(id).values?.[value] ?? common['facts']?.[id]?.values?.[value] ?? value,
    passage: (id) => passages[id] ?? null,
    source: (insurer) => Object.entries(passages).find(([id]) => id.startsWith(`${insurer}/`))?.[1] ?? null,
    date: (iso) => {
      const [year = '', month = '', day = ''] = iso.split('-').map((part) => String(Number(part)));
      return ui('date', { year, month, day, era: era(iso), month_name: of('months', month) });
    },
    list: (items) => items.join(ui('comma')),
    pair: (name, said) => `${name}${ui('colon')}${said}`,
  };
}

/**
 * What an insurer says of facts and values that only it has: `FACT` is the name, `FACT.question` and `FACT.hint` are for
 * the page that asks, and `FACT.VALUE` is a value.
 * @param {Record<string, string>} own
 * @returns {Record<string, any>}
 */
function ownFactsOf(own) {
  /** @type {Record<string, any>} */
  const facts = {};
  for (const [id, text] of Object.entries(own)) {
    const [fact = '', key] = id.split('.');
    if (key === undefined) continue;
    const told = (facts[fact] ??= { name: own[fact] ?? fact, question: own[fact] ?? fact, values: {} });
    if (key === 'question' || key === 'hint') told[key] = text;
    else told.values[key] = text;
  }
  return facts;
}
