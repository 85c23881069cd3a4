/**
 * Decision diagrams as the table ships them: read only, and restricted to the cells in which a person may be.
 *
 * A diagram is a number: from 0 on a node, below 0 a terminal (-1 is the first value). What is made of them lives in a
 * scratch list of its own, so that nothing grows while a page stays open.
 */

/** @typedef {number[]} DiagramNode the variable, then one child for each of its cells */
/** @typedef {readonly (readonly number[] | undefined)[]} Cells those allowed for each variable; none: all of them */
/** @typedef {(left: number, right: number) => number | undefined} Shortcut may know the result without a look inside */
/** @typedef {ReturnType<typeof openDiagrams>} Diagrams */

/** More than the diagrams of a page ever are, so that two of them are one number. */
const SPAN = 2 ** 20;

/**
 * @param {DiagramNode[]} shipped
 * @param {unknown[]} values no two alike
 */
export function openDiagrams(shipped, values) {
  const nodes = shipped.slice();
  const outcomes = values.slice();
  /** each of `outcomes` as text */
  const texts = values.map((value) => JSON.stringify(value));
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Map<string, number>} terminals by their text, and by the value itself */
  const byText = new Map(texts.map((text, place) => [text, ~place]));
  /** @type {Map<unknown, number>} */
  const byValue = new Map();
  let kept = [nodes.length, outcomes.length];

  /** Keep for good what was made so far. */
  function keep() {
    kept = [nodes.length, outcomes.length];
  }

  /** Forget what was made since. */
  function clear() {
    const [node = 0, outcome = 0] = kept;
    nodes.length = node;
    outcomes.length = outcome;
    for (const text of texts.splice(outcome)) byText.delete(text);
    numbers.clear();
    byValue.clear();
  }

  /** @param {DiagramNode} row */
  function node(row) {
    const first = row[1] ?? 0;
    let place = 2;
    while (place < row.length && row[place] === first) place += 1;
    if (place === row.length) return first;
    const key = row.join();
    let number = numbers.get(key);
    if (number === undefined) {
      number = nodes.push(row) - 1;
      if (number >= SPAN) throw new RangeError(`more than ${SPAN} nodes`);
      numbers.set(key, number);
    }
    return number;
  }

  /** @param {unknown} value a value that JSON can hold; equal ones get one terminal */
  function terminal(value) {
    let number = byValue.get(value);
    if (number === undefined) {
      const text = JSON.stringify(value);
      number = byText.get(text);
      if (number === undefined) {
        number = ~(outcomes.push(value) - 1);
        texts.push(text);
        byText.set(text, number);
      }
      byValue.set(value, number);
    }
    return number;
  }

  /**
   * @param {number} variable
   * @param {readonly (number | null)[]} cells
   * @param {number} size how many cells the variable has
   * @returns {number} true exactly where the variable lies in one of the cells
   */
  const test = (variable, cells, size) => node([variable, ...Array.from({ length: size }, (_, own) => terminal(cells.includes(own)))]);

  /** @param {number} diagram @returns {any} */
  const value = (diagram) => outcomes[~diagram];

  /** @param {number} n @returns {DiagramNode} */
  const at = (n) => /** @type {DiagramNode} */ (nodes[n]);

  /**
   * The same function where each variable keeps to its cells, every terminal replaced by another.
   * @param {number} diagram
   * @param {Cells} cells
   * @param {(value: any) => unknown} [change]
   */
  function restrict(diagram, cells, change) {
    /** @type {Map<number, number>} */
    const memo = new Map();
    /** @param {number} n @returns {number} */
    function go(n) {
      if (n < 0 && change === undefined) return n;
      let result = memo.get(n);
      if (result !== undefined) return result;
      if (n < 0) result = terminal(change?.(value(n)));
      else {
        const row = at(n);
        const allowed = cells[row[0] ?? 0];
        const first = go(row[(allowed?.[0] ?? 0) + 1] ?? 0);
        if (allowed?.length === 1) result = first;
        else {
          const made = [row[0] ?? 0];
          for (let place = 1; place < row.length; place += 1) made.push(!allowed || allowed.includes(place - 1) ? go(row[place] ?? 0) : first);
          result = node(made);
        }
      }
      memo.set(n, result);
      return result;
    }
    return go(diagram);
  }

  /**
   * Join two diagrams value by value.
   * @param {(left: any, right: any) => unknown} join
   * @param {number} left
   * @param {number} right
   * @param {Shortcut} [shortcut]
   */
  function apply(join, left, right, shortcut) {
    /** @type {Map<number, number>} */
    const memo = new Map();
    /** @param {number} a @param {number} b @returns {number} */
    function go(a, b) {
      const short = shortcut?.(a, b);
      if (short !== undefined) return short;
      const key = (a + SPAN) * 2 * SPAN + b + SPAN;
      let result = memo.get(key);
      if (result !== undefined) return result;
      if (a < 0 && b < 0) result = terminal(join(value(a), value(b)));
      else {
        const [mine, other] = [a < 0 ? null : at(a), b < 0 ? null : at(b)];
        const variable = Math.min(mine?.[0] ?? SPAN, other?.[0] ?? SPAN);
        const [lefts, rights] = [mine?.[0] === variable ? mine : null, other?.[0] === variable ? other : null];
        const row = /** @type {DiagramNode} */ (lefts ?? rights);
        result = node(row.map((child, place) => (place === 0 ? child : go(lefts?.[place] ?? a, rights?.[place] ?? b))));
      }
      memo.set(key, result);
      return result;
    }
    return go(left, right);
  }

  /**
   * Another value for each value.
   * @param {number} diagram
   * @param {(value: any) => unknown} change
   */
  const map = (diagram, change) => restrict(diagram, [], change);

  /**
   * The diagram that no longer looks at a variable: what its cells lead to is joined.
   * @param {number} diagram
   * @param {number} variable
   * @param {(left: any, right: any) => unknown} join
   * @param {Shortcut} shortcut
   */
  function without(diagram, variable, join, shortcut) {
    /** @type {Map<number, number>} */
    const memo = new Map();
    /** @param {number} n @returns {number} */
    function go(n) {
      const row = n < 0 ? [] : at(n);
      if (n < 0 || (row[0] ?? 0) > variable) return n;
      let result = memo.get(n);
      if (result === undefined) {
        if (row[0] === variable) result = [...new Set(row.slice(1))].reduce((joined, child) => apply(join, joined, child, shortcut));
        else result = node(row.map((child, place) => (place === 0 ? child : go(child))));
        memo.set(n, result);
      }
      return result;
    }
    return go(diagram);
  }

  /**
   * @param {number} diagram
   * @param {Cells} [cells]
   * @returns {number[]} nodes and terminals to which these cells lead, each once
   */
  function reachable(diagram, cells = []) {
    const seen = new Set([diagram]);
    for (const n of seen) {
      if (n < 0) continue;
      const row = at(n);
      const allowed = cells[row[0] ?? 0];
      for (let place = 1; place < row.length; place += 1) {
        if (!allowed || allowed.includes(place - 1)) seen.add(row[place] ?? 0);
      }
    }
    return [...seen];
  }

  /** @param {number} diagram @returns {number[]} the variables that it looks at */
  const support = (diagram) => [...new Set(reachable(diagram).filter((n) => n >= 0).map((n) => at(n)[0] ?? 0))].sort((a, b) => a - b);

  /** @param {number} diagram @param {Cells} [cells] @returns {any[]} the values that it can have */
  const valuesOf = (diagram, cells) => reachable(diagram, cells).filter((n) => n < 0).map(value);

  return { constant: terminal, value, at, test, restrict, map, apply, without, reachable, support, valuesOf, keep, clear };
}
