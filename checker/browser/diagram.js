/**
 * Decision diagrams as the table ships them: read only, and restricted to the cells in which a person may be.
 *
 * A diagram is a number: from 0 on a node, below 0 a terminal (-1 is the first value). What `restrict` makes lives in a
 * scratch list of its own, so that nothing grows while a page stays open.
 */

/** @typedef {number[]} DiagramNode the variable, then one child for each of its cells */

/**
 * @param {DiagramNode[]} shipped
 * @param {unknown[]} values
 */
export function openDiagrams(shipped, values) {
  const nodes = shipped.slice();
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {Map<string, number>} */
  const terminals = new Map();
  const outcomes = values.slice();

  /** @param {number} variable @param {number[]} children */
  function node(variable, children) {
    const first = /** @type {number} */ (children[0]);
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    let number = numbers.get(key);
    if (number === undefined) {
      number = nodes.push([variable, ...children]) - 1;
      numbers.set(key, number);
    }
    return number;
  }

  /** @param {unknown} value a value that JSON can hold; equal ones get one terminal */
  function terminal(value) {
    const key = JSON.stringify(value);
    let number = terminals.get(key);
    if (number === undefined) {
      number = ~(outcomes.push(value) - 1);
      terminals.set(key, number);
    }
    return number;
  }

  /**
   * @param {number} variable
   * @param {number} cell
   * @param {number} size how many cells the variable has
   * @returns {number} true exactly where the variable lies in the cell
   */
  const test = (variable, cell, size) => node(variable, Array.from({ length: size }, (_, own) => terminal(own === cell)));

  /** @param {number} diagram */
  const value = (diagram) => outcomes[~diagram];

  /**
   * The same function where each variable keeps to its cells, every terminal replaced by another.
   * @param {number} diagram
   * @param {readonly (readonly number[] | undefined)[]} cells those allowed for each variable; none: all of them
   * @param {(value: any) => unknown} [change]
   */
  function restrict(diagram, cells, change) {
    /** @type {Map<number, number>} */
    const memo = new Map();
    /** @param {number} n @returns {number} */
    function go(n) {
      const known = memo.get(n);
      if (known !== undefined) return known;
      let result = n;
      if (n < 0) {
        result = terminal(change === undefined ? value(n) : change(value(n)));
      } else {
        const [variable = 0, ...children] = nodes[n] ?? [];
        const allowed = cells[variable] ?? children.map((_, cell) => cell);
        const first = go(children[allowed[0] ?? 0] ?? 0);
        if (allowed.length === 1) result = first;
        else {
          const kept = children.map(() => first);
          for (const cell of allowed) kept[cell] = go(children[cell] ?? 0);
          result = node(variable, kept);
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
   * @param {(left: number, right: number) => number | undefined} [shortcut] may know the result without a look inside
   */
  function apply(join, left, right, shortcut) {
    /** @type {Map<string, number>} */
    const memo = new Map();
    /** @param {number} a @param {number} b @returns {number} */
    function go(a, b) {
      const short = shortcut?.(a, b);
      if (short !== undefined) return short;
      if (a < 0 && b < 0) return terminal(join(value(a), value(b)));
      const key = `${a},${b}`;
      const known = memo.get(key);
      if (known !== undefined) return known;
      const variable = Math.min(...[a, b].filter((n) => n >= 0).map((n) => nodes[n]?.[0] ?? 0));
      const size = ([a, b].map((n) => nodes[n] ?? []).find((n) => n[0] === variable) ?? []).length - 1;
      /** @param {number} n */
      const under = (n) => {
        const found = n >= 0 ? (nodes[n] ?? []) : [];
        return found[0] === variable ? found.slice(1) : Array.from({ length: size }, () => n);
      };
      const rights = under(b);
      const result = node(variable, under(a).map((child, place) => go(child, rights[place] ?? child)));
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
   * @param {(left: number, right: number) => number | undefined} shortcut as that of `apply`
   */
  function without(diagram, variable, join, shortcut) {
    /** @type {Map<number, number>} */
    const memo = new Map();
    /** @param {number} n @returns {number} */
    function go(n) {
      const [own = 0, ...children] = nodes[n] ?? [];
      if (n < 0 || own > variable) return n;
      let result = memo.get(n);
      if (result === undefined) {
        if (own === variable) result = [...new Set(children)].reduce((joined, child) => apply(join, joined, child, shortcut));
        else result = node(own, children.map(go));
        memo.set(n, result);
      }
      return result;
    }
    return go(diagram);
  }

  /** @param {number} diagram @returns {number[]} nodes and terminals, each once, in the order of a walk from the top */
  function reachable(diagram) {
    /** @type {Set<number>} */
    const seen = new Set();
    const stack = [diagram];
    for (let n = stack.pop(); n !== undefined; n = stack.pop()) {
      if (seen.has(n)) continue;
      seen.add(n);
      if (n >= 0) stack.push(...(nodes[n] ?? []).slice(1).reverse());
    }
    return [...seen];
  }

  /** @param {number} diagram @returns {number[]} the variables that it looks at */
  const support = (diagram) =>
    [...new Set(reachable(diagram).filter((n) => n >= 0).map((n) => nodes[n]?.[0] ?? 0))].sort((a, b) => a - b);

  /** @param {number} diagram @returns {any[]} the values that it can have */
  const valuesOf = (diagram) => reachable(diagram).filter((n) => n < 0).map(value);

  /** Forget what was made since the table was opened. */
  function clear() {
    nodes.length = shipped.length;
    outcomes.length = values.length;
    numbers.clear();
    terminals.clear();
  }

  return { constant: terminal, test, restrict, map, apply, without, support, valuesOf, clear };
}
