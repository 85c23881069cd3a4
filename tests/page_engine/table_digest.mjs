/**
 * Reads tables and digests every diagram by walking every edge: `node table_digest.mjs < [TABLE, …]` gives for each
 * table the digest of each diagram, how many nodes and edges were walked, and its bytes as brotli. Cells that the table
 * holds as one class are told apart again through `variable.cells`, so that the digest is of the diagram as Python
 * compiled it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

/** @param {any} value @returns {any} the same value, the keys of every object in order */
function ordered(value) {
  if (Array.isArray(value)) return value.map(ordered);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, ordered(value[key])]));
}

/** @param {unknown} value */
const digest = (value) => createHash('sha256').update(JSON.stringify(value)).digest('hex');

/** @param {any} variable what its cells mean, without the classes of the table */
function meaning({ fact, kind, days, groups, members, shifts, everyone }) {
  return [fact, kind, days ?? null, groups ?? null, members ?? null, shifts ?? null, everyone ?? null];
}

/** @param {any} table */
function digests(table) {
  const memo = new Map();
  let edges = 0;
  /** @param {number} n @returns {string} */
  function go(n) {
    const known = memo.get(n);
    if (known !== undefined) return known;
    let found;
    if (n < 0) {
      if (!(~n in table.values)) throw new Error(`no value ${n}`);
      found = digest(['value', ordered(table.values[~n])]);
    } else {
      const [place, ...children] = table.nodes[n];
      const variable = table.variables[place];
      edges += children.length;
      const under = children.map(go);
      found = digest(['node', meaning(variable), variable.cells.map((cell) => under[cell])]);
    }
    memo.set(n, found);
    return found;
  }
  const tops = Object.fromEntries(Object.entries(table.diagrams).map(([name, top]) => [name, go(top)]));
  const nodes = [...memo.keys()].filter((n) => n >= 0).length;
  const bytes = brotliCompressSync(JSON.stringify(table)).length;
  return { tops, nodes, edges, values: memo.size - nodes, bytes };
}

const tables = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(tables.map(digests)));
