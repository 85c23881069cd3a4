/**
 * The first line of an answer, as the id of a sentence: what to do, before everything else. Pure.
 */

import { readyWays } from './desk.js';

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

/**
 * @param {Decision} decision
 * @param {Facts} facts
 * @param {string} errand
 * @returns {string}
 */
export function actOf(decision, facts, errand) {
  if (decision.status === 'contradiction') return 'contradiction';
  if (decision.status === 'out_of_scope') return 'other_insurer';
  if (errand === 'at_desk') return readyWays(decision, facts).length ? 'show_today' : 'ask_at_desk';
  if (decision.procedures?.some((one) => one.id === 'cancel_registration') && errand === 'cancel') return 'cancel';
  if (decision.status === 'needs_facts') return 'still_open';
  if (decision.status !== 'decided') return 'error';
  return actOnDocument(decision) ?? actOnCare(decision, facts);
}

/** @param {Decision} decision */
function actOnDocument(decision) {
  const issued = decision.document?.issued ?? [];
  const refused = decision.document?.refused ?? [];
  if (refused.length) return refused.some((one) => one.instead !== null) ? 'refused' : 'refused_no_way';
  const asked = ACT_OF_ROUTE.find(([route]) => issued.some((one) => one.route === route));
  if (asked) return asked[1];
  if (issued.length) return shows(decision, 'my_number_card') ? 'use_card' : 'wait';
  return null;
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
  if (shows(decision, 'my_number_card')) return 'use_card';
  const call = decision.care?.actions.includes('call_insurer') || decision.document?.basis === 'silent';
  return call ? 'call_first' : 'nothing';
}

/**
 * @param {Decision} decision
 * @param {string} item
 * @returns {boolean} whether this alone is accepted
 */
function shows(decision, item) {
  return decision.care?.show.some((way) => way.length === 1 && way[0] === item) ?? false;
}
