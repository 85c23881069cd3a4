/**
 * What would be left of a diagram if one variable were known to lie in one cell: for all of them in one pass; as
 * `checker/engine/diagrams/supposing.py`. Each value is a bit, and every path from the top to a value either asks the
 * variable, or passes it by on one edge.
 */

/**
 * @typedef {object} Rest what one cell of one variable leaves
 * @property {Set<number>} ends the terminals that can still come out
 * @property {string} branches two cells leave the same function exactly where these are equal
 */

/**
 * @param {import('./diagram.js').Diagrams} diagrams
 * @param {number} top restricted to the cells
 * @param {number[][]} cells for each variable those that are allowed
 * @returns {Map<number, Map<number, Rest>>} for each variable that the diagram looks at, in order, and each of its cells
 */
export function suppose(diagrams, top, cells) {
  const order = diagrams.reachable(top);
  const ends = order.filter((n) => n < 0);
  const inner = order.filter((n) => n >= 0).sort((a, b) => variableOf(a) - variableOf(b));
  /** @type {Map<number, number[][]>} */
  const rows = new Map();
  /** @type {Map<number, number>} the first variable from which an edge leads to a node */
  const above = new Map([[top, -1]]);
  /** @type {Map<number, bigint>} the values below a node */
  const bits = new Map(ends.map((n, place) => [n, 1n << BigInt(place)]));
  for (const n of inner) {
    const [variable = 0, ...children] = diagrams.at(n);
    rows.set(variable, [...(rows.get(variable) ?? []), children]);
    for (const child of children) if (!above.has(child)) above.set(child, variable);
  }
  for (const n of inner.reverse()) bits.set(n, below(diagrams.at(n).slice(1)));
  /** @type {Map<bigint, Set<number>>} */
  const sets = new Map();

  /** @param {number} n */
  function variableOf(n) {
    return n < 0 ? Infinity : (diagrams.at(n)[0] ?? 0);
  }

  /** @param {number[]} all */
  function below(all) {
    return all.reduce((found, n) => found | (bits.get(n) ?? 0n), 0n);
  }

  /** @param {number} variable @returns {bigint} the values of paths that do not ask it: an edge leads from above it to below it */
  function passing(variable) {
    return below(order.filter((n) => (above.get(n) ?? variable) < variable && variable < variableOf(n)));
  }

  /** @param {bigint} found */
  function setOf(found) {
    let set = sets.get(found);
    if (set === undefined) sets.set(found, (set = new Set(ends.filter((n) => (found & (bits.get(n) ?? 0n)) !== 0n))));
    return set;
  }

  return new Map(
    [...rows].map(([variable, own]) => {
      const past = passing(variable);
      const rest = (cells[variable] ?? []).map((cell) => {
        const branches = own.map((children) => children[cell] ?? 0);
        return /** @type {const} */ ([cell, { ends: setOf(past | below(branches)), branches: branches.join() }]);
      });
      return [variable, new Map(rest)];
    }),
  );
}
