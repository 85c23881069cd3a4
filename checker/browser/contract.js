/**
 * The shapes that pass between the table, Python and the page, as the contract fixes them. Types only, and global:
 * nothing imports this file.
 */

/** @typedef {string | number | boolean | string[] | null} FactValue null: asked, and not known */
/** @typedef {Record<string, FactValue>} Facts */
/** @typedef {'insurer' | 'national' | 'silent'} Basis */
/** @typedef {string[]} Way things shown together */

/**
 * @typedef {object} Issued
 * @property {string} id
 * @property {string} route
 * @property {Basis} basis
 * @property {string | null} when
 * @property {string | null} until
 * @property {string | null} renewal
 * @property {{by: string | null, to: string | null} | null} delivery
 * @property {string | null} [variant] these three only where a rule says them
 * @property {string | null} [later] when it comes to those who wait
 * @property {string | null} [lasts]
 * @property {string[]} rules
 * @property {string[]} passages
 */

/**
 * @typedef {object} Refused
 * @property {string} id
 * @property {string | null} instead
 * @property {Basis} basis
 * @property {string[]} passages
 */

/** @typedef {{basis: Basis, issued: Issued[], refused: Refused[]}} DocumentPart */
/** @typedef {{basis: Basis, show: Way[], now: Way[] | null, actions: string[]}} CarePart */
/** @typedef {{usable: boolean | null, last_day: string | null, basis: Basis}} OldCardPart */

/**
 * @typedef {object} Procedure
 * @property {string} id
 * @property {string[] | null} where null: not stated
 * @property {string[] | null} bring null: not stated, []: nothing needed
 * @property {string[] | null} [medium]
 * @property {string | null} [takes]
 * @property {string | null} [complete_on]
 * @property {string[] | null} [who] these five only where a rule says them
 * @property {string[] | null} [medium_refused]
 * @property {number | null} [fee] whole yen
 * @property {boolean | null} [duty]
 * @property {string | null} [due_on]
 * @property {{by: string | null, to: string | null} | null} [delivery]
 * @property {Basis} basis
 * @property {string[] | null} [passages] null: open
 */

/** @typedef {{rule: string, because: Facts}} Tried */
/** @typedef {{topic: string, rule: string, because: Facts, not: string[], tried: Tried[], passages: string[]}} Reason */
/** @typedef {{code: string, facts: string[], message: string}} Problem */

/**
 * @typedef {string | null | {any: string[]} | {none: string[]} | {from: string | null, until: string | null}} OpenValue
 * a value, a list that holds any or none of these, or a stretch of days
 */

/**
 * @typedef {object} Possible one of the answers still open; after merging a document may be named by its id alone
 * @property {'decided' | 'out_of_scope'} status
 * @property {Record<string, OpenValue[]>} facts the values with which it is still possible
 * @property {{issued: (Pick<Issued, 'id'> & Partial<Issued>)[], refused?: Refused[], basis?: Basis} | null} document
 * @property {{show: Way[]} | null} care
 */

/**
 * @typedef {object} Decision
 * @property {'decided' | 'needs_facts' | 'contradiction' | 'out_of_scope' | 'invalid'} status
 * @property {Problem[]} problems
 * @property {string[]} needs
 * @property {Possible[]} possible
 * @property {DocumentPart | null} document
 * @property {OldCardPart | null} old_card
 * @property {CarePart | null} care
 * @property {Procedure[] | null} procedures
 * @property {string[] | null} warnings
 * @property {Reason[]} why
 */

/** @typedef {{from: string | null, until: string | null}} Band both days belong to it; null is open */

/**
 * @typedef {object} Table one insurer's decision table, opened
 * @property {string} insurer
 * @property {string} from
 * @property {string} rulebook its version
 * @property {(facts: Facts) => Decision} decide
 * @property {(fact: string, facts: Facts) => Band[]} bands
 * @property {import('./cells.js').DeclaredFact[]} facts
 * @property {import('./interview.js').Questions} questions
 * @property {Record<string, string[]>} orders pages by errand; '' stands for those that are not named
 * @property {(facts: Facts, asked: string[]) => import('./opening.js').Opening} open
 * @property {(people: Facts[]) => Decision[]} decideAll one for each
 */

/**
 * @typedef {object} Otherwise an answer somewhere else: other facts, or a later day
 * @property {Decision['status']} status
 * @property {DocumentPart | null} document null: open
 * @property {{show: Way[]} | null} care null: open
 */

/**
 * @typedef {object} Nearby another answer, and the smallest change that leads there
 * @property {('document' | 'care')[]} parts for which it is the nearest
 * @property {Facts} changes null: nothing said any more
 * @property {Facts} from
 * @property {string[]} left_out
 * @property {boolean} settled whether the change alone is enough
 */

/** @typedef {{fact: string, shift?: [unit: string, count: number][], between?: string[], day?: string}} Cause */

/**
 * @typedef {object} DayAhead a day on which the answer changes
 * @property {string} from
 * @property {('status' | 'document' | 'old_card' | 'care')[]} changed
 * @property {Cause[]} because
 * @property {string[]} dropped
 * @property {OldCardPart | null} old_card
 */

/** @typedef {{status: string, nearest: (Nearby & Otherwise)[], more: Record<string, number>}} Nearest */
/** @typedef {{status: string, until: string | null, calendar: (DayAhead & Otherwise)[]}} Calendar */
