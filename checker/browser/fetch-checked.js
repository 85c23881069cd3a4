/**
 * Files of our own, checked against the hash that they were built with.
 */

/**
 * @typedef {object} Checked
 * @property {Promise<Response>} response
 * @property {Promise<void>} checked when all of it has come and is right
 */

/**
 * Fetch a file; its last bytes are held back until all of them have been found to be right.
 *
 * The rest streams, so that WebAssembly compiles while it loads. A page without a secure context (plain http) has
 * no hashing and gets the file unchecked. The type is ours: not every server knows WebAssembly's.
 * @param {URL} address
 * @param {string} integrity as in the HTML attribute: sha256-…
 * @param {string} type
 * @param {(bytes: number) => void} onBytes called with the size of each piece
 * @returns {Checked}
 */
export function fetchChecked(address, integrity, type, onBytes) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const pieces = [];
  /** @type {() => void} */
  let pass = () => {};
  /** @type {(error: unknown) => void} */
  let fail = () => {};
  /** @type {Promise<void>} */
  const checked = new Promise((resolve, reject) => {
    pass = resolve;
    fail = reject;
  });
  const holding = new TransformStream({
    transform(piece, stream) {
      onBytes(piece.length);
      const held = pieces.at(-1);
      if (held !== undefined) stream.enqueue(held);
      pieces.push(piece);
    },
    async flush(stream) {
      await checkWhole(pieces, integrity, address);
      stream.enqueue(pieces.at(-1));
      pass();
    },
  });
  const response = fetch(address).then((answer) => {
    if (!answer.ok || answer.body === null) throw new Error(`${address.pathname}: status ${answer.status}`);
    answer.body.pipeTo(holding.writable).catch(fail);
    return new Response(holding.readable, { headers: { 'Content-Type': type } });
  });
  response.catch(fail);
  return { response, checked };
}

/**
 * @param {Uint8Array<ArrayBuffer>[]} pieces
 * @param {string} integrity
 * @param {URL} address
 */
async function checkWhole(pieces, integrity, address) {
  if (globalThis.crypto?.subtle === undefined) return;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', joined(pieces)));
  const found = `sha256-${btoa(String.fromCharCode(...digest))}`;
  if (found !== integrity) throw new Error(`${address.pathname}: not the file that was built`);
}

/**
 * @param {Uint8Array<ArrayBuffer>[]} pieces
 * @returns {Uint8Array<ArrayBuffer>}
 */
function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let place = 0;
  for (const piece of pieces) {
    whole.set(piece, place);
    place += piece.length;
  }
  return whole;
}
