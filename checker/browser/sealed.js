/** Scripts that browsers hold against a sum before they run them. */

/**
 * Puts into a script where it is and what it must be. Of a page without an origin of its own, as one that was opened from
 * a folder or stands in a sandbox, browsers refuse whatever is to be held against a sum.
 * @param {HTMLScriptElement} script
 * @param {string} address with the sum behind a `#`, where it has one
 */
export function setSource(script, address) {
  const [file = '', sum = ''] = address.split('#');
  if (window.origin !== 'null') script.integrity = sum;
  script.src = file;
}
