/** Colours as numbers: how far two of them stand apart for a reader, and mixtures. Pure. */

/** @typedef {number[]} Colour red, green and blue, each from 0 to 255 */

/** What text must have at least on what it stands on. */
export const READABLE = 4.5;

/** @param {string} hex six digits @returns {Colour} */
export const colourOf = (hex) => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** @param {Colour} colour as styles write it */
export const hexOf = (colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** @param {Colour} one @param {Colour} other @param {number} share of the other @returns {Colour} as it can be shown */
export const mixed = (one, other, share) => one.map((part, at) => Math.round(part + ((other[at] ?? 0) - part) * share));

/** @param {Colour} colour as WCAG has it */
export function luminanceOf(colour) {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => (part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {Colour} one @param {Colour} other @returns {number} from 1 to 21 */
export function contrastOf(one, other) {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}
