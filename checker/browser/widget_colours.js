/**
 * The host's colours: `accent`, `paper` and `text`, six hexadecimal digits each. What could not be read is left out, and
 * all other colours follow from these three. Pure.
 */

/** @typedef {[red: number, green: number, blue: number]} Colour */

const HEX = /^[\da-f]{6}$/iu;
const READABLE = 4.5;
const VISIBLE = 3;
const OWN = { accent: '0017c1', paper: 'ffffff', text: '1a1a1c' };
const WARM = 'ffd43d';
const RED = 'ce0000';

/**
 * @param {URLSearchParams} query
 * @returns {{properties: Record<string, string>, refused: string[]}} custom properties of the page, none where nothing was
 *   asked for; and what was left out, for the console
 */
export function coloursFor(query) {
  /** @type {string[]} */
  const refused = [];
  /** @param {keyof typeof OWN} name @returns {Colour | null} */
  const given = (name) => {
    const told = query.get(name);
    if (told === null || HEX.test(told)) return told === null ? null : parse(told);
    refused.push(`${name}=${told} is no colour of six hexadecimal digits, and is left out`);
    return null;
  };
  const asked = { accent: given('accent'), paper: given('paper'), text: given('text') };
  let [paper, text] = [asked.paper ?? parse(OWN.paper), asked.text ?? parse(OWN.text)];
  if (contrast(text, paper) < READABLE) {
    const named = asked.paper && asked.text ? 'paper and text' : asked.paper ? 'paper' : 'text';
    refused.push(`${named}: ${write(text)} on ${write(paper)} cannot be read (${ratio(text, paper)}), and is left out`);
    [paper, text] = [parse(OWN.paper), parse(OWN.text)];
    [asked.paper, asked.text] = [null, null];
  }
  if (asked.accent && contrast(asked.accent, paper) < READABLE) {
    refused.push(`accent: ${write(asked.accent)} on ${write(paper)} cannot be read (${ratio(asked.accent, paper)}), and is left out`);
    asked.accent = null;
  }
  if (!asked.accent && !asked.paper && !asked.text) return { properties: {}, refused };
  const own = parse(OWN.accent);
  return { properties: written(paper, text, asked.accent ?? (contrast(own, paper) < READABLE ? text : own)), refused };
}

/**
 * @param {Colour} paper
 * @param {Colour} text
 * @param {Colour} accent
 */
function written(paper, text, accent) {
  return {
    '--paper': write(paper),
    '--text': write(text),
    '--link': write(accent),
    '--action': write(accent),
    '--action-deep': write(towards(accent, text, paper, READABLE, 0.3)),
    '--action-soft': write(mix(paper, accent, 0.1)),
    '--paper-soft': write(mix(paper, text, 0.04)),
    '--text-quiet': write(towards(paper, text, paper, READABLE, 0.68)),
    '--line': write(towards(paper, text, paper, VISIBLE, 0.5)),
    '--line-soft': write(mix(paper, text, 0.2)),
    '--problem': write(towards(parse(RED), text, paper, READABLE, 0)),
    '--care': write(mix(paper, parse(WARM), 0.2)),
    '--focus-out': write(text),
    'color-scheme': luminance(paper) < luminance(text) ? 'dark' : 'light',
  };
}

/**
 * A mixture of two colours, from `least` of the second on, as soon as it stands out.
 * @param {Colour} from
 * @param {Colour} to
 * @param {Colour} paper
 * @param {number} enough
 * @param {number} least
 * @returns {Colour}
 */
function towards(from, to, paper, enough, least) {
  let share = least;
  while (share < 1 && contrast(mix(from, to, share), paper) < enough) share += 0.05;
  return mix(from, to, Math.min(share, 1));
}

/** @param {string} hex @returns {Colour} */
const parse = (hex) => [Number.parseInt(hex.slice(0, 2), 16), Number.parseInt(hex.slice(2, 4), 16), Number.parseInt(hex.slice(4), 16)];

/** @param {Colour} colour */
const write = (colour) => `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

/** @param {Colour} one @param {Colour} other @param {number} share of the other @returns {Colour} */
const mix = ([red, green, blue], [r, g, b], share) => [red + (r - red) * share, green + (g - green) * share, blue + (b - blue) * share];

/** @param {Colour} colour as WCAG has it */
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = colour.map((part) => (part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {Colour} one @param {Colour} other */
function contrast(one, other) {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** @param {Colour} one @param {Colour} other */
const ratio = (one, other) => `${contrast(one, other).toFixed(1)}:1, at least ${READABLE}:1`;

/** What colours must have at least to be taken; the page for web editors says so beforehand. */
export const CONTRAST_READABLE = READABLE;

/** @param {string} one six hexadecimal digits @param {string} other */
export const contrastOf = (one, other) => contrast(parse(one), parse(other));
