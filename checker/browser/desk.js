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
    const tried = { ...withHeld(facts, brought), my_number_card: card, ...(card === 'none' ? {} : { registration }) };
    const care = careOf(decide, tried);
    if (care) cases.set(`${card} ${registration}`, { card, registration, care: card === 'not_at_hand' ? withoutCard(care) : care });
  }
  return [...cases.values()];
}

/**
 * Whoever is insured elsewhere stands at the same desk, where the same is accepted: what leads out of scope is left out.
 * @param {(facts: Facts) => Decision} decide
 * @param {Facts} facts
 * @returns {CarePart | null}
 */
export function careOf(decide, facts) {
  const decision = decide(facts);
  if (decision.status !== 'out_of_scope') return decision.care;
  const left = new Set(decision.problems.flatMap((problem) => problem.facts).filter((fact) => fact !== 'on_date'));
  return decide(Object.fromEntries(Object.entries(facts).filter(([fact]) => !left.has(fact)))).care;
}

/**
 * @param {CarePart} care of somebody whose card is not at hand
 * @returns {CarePart} without what needs the card
 */
function withoutCard(care) {
  const ways = (care.now ?? care.show).filter((way) => !needsCard(way));
  const actions = ways.length || care.actions.length ? care.actions : ['ask_facility_first'];
  return { ...care, now: ways, actions };
}

/**
 * @param {Way} way
 * @returns {boolean} whether nobody can show it without the card in the hand
 */
export function needsCard(way) {
  return way.includes('my_number_card');
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
 * @param {DeskCase[]} [cases] the ordinary cases that are still open
 * @returns {Way[]} the ways that what was brought covers, whichever of the open answers is true
 */
export function readyWays(decision, facts, cases = []) {
  if (decision.care) return decision.care.now ?? [];
  if (decision.status === 'out_of_scope') return inAll(cases.map(({ care }) => care.now ?? []));
  const brings = facts['brings'];
  return Array.isArray(brings) ? sureWays(decision).filter((way) => way.every((item) => isBrought(item, brings))) : [];
}

/**
 * @param {Decision} decision
 * @returns {Way[]} the ways that are accepted whichever of the open answers is true, as far as this insurer answers
 */
export function sureWays(decision) {
  if (decision.care) return decision.care.show;
  return inAll(decision.possible.flatMap((one) => (one.care ? [one.care.show] : [])));
}

/**
 * @param {Way[][]} lists
 * @returns {Way[]} those that stand in each of the lists
 */
function inAll([first = [], ...others]) {
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
