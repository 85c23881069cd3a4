/**
 * What somebody at a desk can show now, as far as their answers go. Pure: asks whoever decides.
 */

/** @typedef {{card: string, registration: string, care: CarePart}} DeskCase */

/** Cards and registrations that are tried as long as nothing is known of them: with the card there, and without. */
const WITH_CARD = [
  ['held', 'registered'],
  ['held', 'not_registered'],
];
const WITHOUT_CARD = [
  ['not_at_hand', 'registered'],
  ['none', 'not_registered'],
];

/**
 * @param {(facts: Facts) => Decision} decide
 * @param {Facts} facts what was said so far
 * @returns {DeskCase[]} the ordinary cases that are still open, each once with what may be shown in it
 */
export function deskCases(decide, facts) {
  const brings = facts['brings'];
  const brought = Array.isArray(brings) ? brings : null;
  const holds = brought === null ? [...WITH_CARD, ...WITHOUT_CARD] : brought.includes('my_number_card') ? WITH_CARD : WITHOUT_CARD;
  const said = [facts['my_number_card'] ?? null, facts['registration'] ?? null];
  /** @type {Map<string, DeskCase>} */
  const cases = new Map();
  for (const pair of holds) {
    const [card = '', registration = ''] = pair.map((tried, place) => String(said[place] ?? tried));
    const decision = decide({ ...withHeld(facts, brought), my_number_card: card, ...(card === 'none' ? {} : { registration }) });
    if (decision.care) cases.set(`${card} ${registration}`, { card, registration, care: decision.care });
  }
  return [...cases.values()];
}

/**
 * Unknowns are left out here, and whoever brings a document has it.
 * @param {Facts} facts
 * @param {string[] | null} brought
 * @returns {Facts}
 */
function withHeld(facts, brought) {
  const known = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const papers = (brought ?? []).filter((item) => /^(?:eligibility_|old_)/u.test(item));
  return papers.length && !('has' in known) ? { ...known, has: papers } : known;
}

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {Way[]} the ways that what was brought covers, whichever of the open answers is true
 */
export function readyWays(decision, facts) {
  if (decision.care) return decision.care.now ?? [];
  const brings = facts['brings'];
  return Array.isArray(brings) ? sureWays(decision).filter((way) => way.every((item) => isBrought(item, brings))) : [];
}

/**
 * @param {Decision} decision
 * @returns {Way[]} the ways that are accepted whichever of the open answers is true
 */
export function sureWays(decision) {
  if (decision.care) return decision.care.show;
  const [first = [], ...others] = decision.possible.map((one) => one.care?.show ?? []);
  return first.filter((way) => others.every((ways) => ways.some((other) => other.join() === way.join())));
}

/**
 * @param {string} item
 * @param {string[]} brings
 */
function isBrought(item, brings) {
  if (item === 'mynaportal_screen') return brings.includes('smartphone');
  return item === 'eligibility_declaration' || brings.includes(item);
}
