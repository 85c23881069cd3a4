/**
 * What will be issued, how and when it comes; what was asked for and is not given, with the way that is open.
 */

import { make, makeSection, makeTerms } from './dom.js';

/** @typedef {import('./words.js').Words} Words */

/** Routes on which a document comes by itself: whoever has waited long should ask. */
const COMES = new Set(['automatic', 'application_or_wait']);

/** Routes on which somebody may have applied already, and waits. */
const APPLIED_FOR = new Set(['application', 'first_application_then_automatic']);

/**
 * @param {Words} words
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {HTMLElement | null}
 */
export function documentSection(words, decision, facts) {
  const part = decision.document;
  if (!part) return null;
  const silent = part.basis === 'silent' ? 'documents_silent' : 'documents_none';
  const issued = part.issued.length
    ? part.issued.map((one) => makeIssued(words, one, decision, facts))
    : [make('p', {}, words.ui(silent))];
  return makeSection(words.ui('documents_heading'), issued, { 'data-part': 'document' });
}

/**
 * @param {Words} words
 * @param {Decision} decision
 */
export function refusedSection(words, decision) {
  const refused = (decision.document?.refused ?? []).map((one) => makeRefused(words, one));
  return makeSection(words.ui('refused_heading'), refused, { 'data-part': 'refused' });
}

/**
 * @param {Words} words
 * @param {Issued} issued
 * @param {Decision} decision
 * @param {Facts} facts
 */
function sayRoute(words, { id, route }, decision, facts) {
  const cancels = decision.procedures?.some((one) => one.id === 'cancel_registration') ?? false;
  const refused = decision.document?.refused.some((one) => one.id === id) ?? false;
  if (cancels && !refused && id === 'eligibility_certificate' && route === 'automatic') {
    return words.ui(facts['registration'] === 'cancellation_pending' ? 'how_while_cancelling' : 'how_after_cancelling');
  }
  const waiting = COMES.has(route) ? 'not_arrived' : APPLIED_FOR.has(route) ? 'applied_already' : null;
  const said = words.of('routes', route);
  return waiting === null ? said : `${said} ${words.ui(waiting)}`;
}

/**
 * @param {Words} words
 * @param {Issued} issued
 * @param {Decision} decision
 * @param {Facts} facts
 */
function makeIssued(words, issued, decision, facts) {
  const note = words.of('document_notes', issued.id);
  return make(
    'div',
    { class: 'document' },
    make('h3', {}, nameOf(words, issued)),
    note === issued.id ? null : make('p', {}, note),
    makeTerms(issuedTerms(words, issued, decision, facts)),
  );
}

/** @param {Words} words @param {Pick<Issued, 'id' | 'variant'>} issued @returns {string} what it is called, with the variant that it is */
export function nameOf(words, { id, variant }) {
  const document = words.of('documents', id);
  return variant ? words.ui('variant', { document, variant: words.of('variants', variant) }) : document;
}

/**
 * @param {Words} words
 * @param {Issued} issued
 * @param {Decision} decision
 * @param {Facts} facts
 * @returns {[string, string | null][]} how and when it comes, and for how long
 */
export function issuedTerms(words, issued, decision, facts) {
  return [
    [words.ui('how'), sayRoute(words, issued, decision, facts)],
    [words.ui('when'), sayWhen(words, issued.when)],
    [words.ui('later'), sayWhen(words, issued.later ?? null)],
    [words.ui('delivery'), sayDelivery(words, issued.delivery)],
    [words.ui('until'), issued.until === null ? null : sayWhen(words, issued.until)],
    [words.ui('lasts'), issued.lasts ? words.of('durations', issued.lasts) : null],
    [words.ui('renewal'), issued.renewal === null ? null : words.of('renewals', issued.renewal)],
  ];
}

/**
 * @param {Words} words
 * @param {Refused} refused
 */
function makeRefused(words, refused) {
  return make('div', { class: 'document' }, ...sayRefused(words, refused).map((line) => make('p', {}, line)));
}

/**
 * @param {Words} words
 * @param {Refused} refused
 * @returns {string[]} that it is not given, and the way that is open
 */
export function sayRefused(words, { id, instead }) {
  return [
    words.ui('refused_document', { document: words.of('documents', id) }),
    instead === null ? words.ui('instead_none') : words.ui('instead', { procedure: words.of('procedures', instead) }),
  ];
}

/**
 * @param {Words} words
 * @param {string | null} when an id or a date
 * @returns {string | null}
 */
export function sayWhen(words, when) {
  if (when === null) return null;
  return /^\d{4}-\d\d-\d\d$/u.test(when) ? words.date(when) : words.of('when', when);
}

/**
 * @param {Words} words
 * @param {Issued['delivery']} [delivery]
 * @returns {string | null}
 */
export function sayDelivery(words, delivery) {
  if (!delivery) return null;
  const said = [delivery.to, delivery.by].filter((id) => id !== null);
  return said.length ? words.list(said.map((id) => words.of('delivery', id))) : null;
}

/**
 * @param {Words} words
 * @param {Decision} decision
 */
export function oldCardLine(words, decision) {
  const card = decision.old_card;
  if (!card) return null;
  if (card.usable === null) return words.ui('old_card_unknown');
  if (card.usable) return card.last_day ? words.ui('old_card_usable', { date: words.date(card.last_day) }) : null;
  return card.last_day ? words.ui('old_card_ended_on', { date: words.date(card.last_day) }) : words.ui('old_card_ended');
}
