/**
 * The first line of an answer, as the id of a sentence and what it names: what to do, before everything else. Pure.
 */

import { readyWays } from './desk.js';

/** @typedef {import('./desk.js').DeskCase} DeskCase */
/** @typedef {{id: string, documents: string[]}} Act documents: ids of what the sentence is about */

/** @type {[string, string][]} routes from the one that asks most of a person to the one that asks least */
const ACT_OF_ROUTE = [
  ['application', 'apply'],
  ['first_application_then_automatic', 'apply_once'],
  ['ask_insurer', 'call_for_document'],
  ['not_stated', 'call_for_document'],
  ['application_or_wait', 'apply_or_wait'],
  ['with_another_filing', 'with_filing'],
  ['self_service', 'self_service'],
];

/** @type {Record<string, string>} what to do of a lost card comes before all that can wait */
const AFTER_SUSPENDING = {
  apply: 'suspend_and_apply',
  apply_once: 'suspend_and_apply',
  call_for_document: 'suspend_and_call',
  use_certificate: 'suspend_and_use',
  find_out: 'suspend_first',
  find_out_first: 'suspend_first',
  call_first: 'suspend_first',
};

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @param {string} errand
 * @param {DeskCase[]} desk the ordinary cases still open to somebody at a desk
 * @returns {Act}
 */
export function actOf(decision, facts, errand, desk = []) {
  const act = actOnStatus(decision, facts, errand, desk);
  return { ...act, id: (suspends(decision, facts) ? AFTER_SUSPENDING[act.id] : null) ?? act.id };
}

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @param {string} errand
 * @param {DeskCase[]} desk
 * @returns {Act}
 */
function actOnStatus(decision, facts, errand, desk) {
  if (decision.status === 'contradiction') return actAlone('contradiction');
  if (errand === 'at_desk') return actAlone(readyWays(decision, facts, desk).length ? 'show_today' : actWithNothing(facts));
  if (decision.status === 'out_of_scope') return actAlone(isForAge(decision) ? 'late_elderly' : isForNobody(decision) ? 'call_first' : 'other_insurer');
  const cancelling = errand === 'cancel' ? actOnCancelling(decision, facts) : null;
  if (cancelling) return actAlone(cancelling);
  if (decision.status === 'needs_facts') return actAlone(actOnNeeds(decision.needs));
  if (decision.status !== 'decided') return actAlone('error');
  return actOnDocument(decision, facts) ?? actAlone(actOnCare(decision, facts));
}

/** @param {Decision} decision of which no other insurer can be asked either */
const isForNobody = ({ procedures }) => (procedures ?? []).every(({ id }) => id !== 'ask_other_insurer');

/** @param {Decision} decision on somebody insured elsewhere */
const isForAge = ({ problems }) => problems.some(({ facts }) => facts.includes('birth_date'));

/**
 * @param {string} id
 * @returns {Act}
 */
function actAlone(id) {
  return { id, documents: [] };
}

/** @param {Facts} facts of somebody at a desk, who can show nothing that is accepted */
function actWithNothing(facts) {
  const brings = facts['brings'];
  return Array.isArray(brings) && !brings.includes('my_number_card') ? 'ask_at_desk_without_card' : 'ask_at_desk';
}

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {string | null} whoever has applied is told what works until it is done
 */
function actOnCancelling(decision, facts) {
  if (!decision.procedures?.some((one) => one.id === 'cancel_registration')) return null;
  if (facts['registration'] !== 'cancellation_pending') return 'cancel';
  if (!shows(decision, 'my_number_card')) return null;
  return facts['my_number_card'] === 'not_at_hand' ? 'card_away' : 'cancel_filed';
}

/** @param {string[]} needs */
function actOnNeeds(needs) {
  if (!needs.length) return 'call_first';
  return needs.length > 1 ? 'find_out_first' : 'find_out';
}

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {Act | null}
 */
function actOnDocument(decision, facts) {
  const issued = decision.document?.issued ?? [];
  const refused = decision.document?.refused ?? [];
  if (refused.length) {
    const id = refused.some((one) => one.instead !== null) ? 'refused' : 'refused_no_way';
    return { id, documents: refused.map((one) => one.id) };
  }
  for (const [route, act] of ACT_OF_ROUTE) {
    const documents = issued.filter((one) => one.route === route).map((one) => one.id);
    if (documents.length) return { id: act, documents };
  }
  if (!issued.length) return null;
  return shows(decision, 'my_number_card') ? actAlone(actWithCard(facts)) : { id: 'wait', documents: issued.map((one) => one.id) };
}

/**
 * @param {Decision} decision
 * @param {Facts} facts
 */
function actOnCare(decision, facts) {
  const has = facts['has'];
  if (Array.isArray(has) && has.includes('eligibility_certificate') && shows(decision, 'eligibility_certificate')) {
    return 'use_certificate';
  }
  if (shows(decision, 'my_number_card')) return actWithCard(facts);
  const call = decision.care?.actions.includes('call_insurer') || decision.document?.basis === 'silent';
  return call ? 'call_first' : 'nothing';
}

/** @param {Facts} facts of somebody whose card is accepted, wherever it is now */
function actWithCard(facts) {
  return facts['my_number_card'] === 'not_at_hand' ? 'card_away' : 'use_card';
}

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {boolean} whether the card is to be stopped, whatever else is still open
 */
function suspends({ care, procedures }, facts) {
  if (care?.actions.includes('suspend_card')) return true;
  return facts['my_number_card'] === 'lost' && (procedures ?? []).some(({ id }) => id === 'suspend_card');
}

/**
 * @param {Decision} decision
 * @param {string} item
 * @returns {boolean} whether this alone is accepted
 */
function shows(decision, item) {
  return decision.care?.show.some((way) => way.length === 1 && way[0] === item) ?? false;
}
