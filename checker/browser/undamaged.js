/**
 * Blocks of data in a file that somebody carries about: those that are not what was built are emptied, and so are as
 * good as missing. Better no answer than one from a table in which a bad disk has changed a number.
 */

const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  let sum = byte;
  for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  return sum;
});

export function emptyDamaged() {
  for (const block of document.querySelectorAll('script[data-sum]')) {
    if (sumOf(block.textContent ?? '') !== block.getAttribute('data-sum')) block.textContent = '';
    block.removeAttribute('data-sum');
  }
}

/** @param {string} text @returns {string} the CRC-32 of its UTF-8 */
function sumOf(text) {
  let sum = 0xffffffff;
  for (const byte of new TextEncoder().encode(text)) sum = (CRC[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

emptyDamaged();
document.addEventListener('DOMContentLoaded', emptyDamaged); // those behind the script
