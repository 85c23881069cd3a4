/**
 * The host's colours: `accent`, `paper` and `text`, six hexadecimal digits each. What could not be read is left out, and
 * all other colours follow from these three, so that whatever is written can be read. Pure.
 */

import { colourOf, contrastOf, hexOf, luminanceOf, mixed, READABLE } from './colours.js';

/** @typedef {import('./colours.js').Colour} Colour */

const HEX = /^[\da-f]{6}$/iu;
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
    if (told === null) return null;
    if (HEX.test(told)) return colourOf(told);
    refused.push(`${name}=${told} is no colour of six hexadecimal digits, and is left out`);
    return null;
  };
  /** @param {string} name @param {Colour} one @param {Colour} paper */
  const refuse = (name, one, paper) => {
    const ratio = `${(Math.floor(contrastOf(one, paper) * 10) / 10).toFixed(1)}:1, at least ${READABLE}:1`;
    refused.push(`${name}: ${hexOf(one)} on ${hexOf(paper)} cannot be read (${ratio}), and is left out`);
  };
  const asked = { accent: given('accent'), paper: given('paper'), text: given('text') };
  let [paper, text] = [asked.paper ?? colourOf(OWN.paper), asked.text ?? colourOf(OWN.text)];
  if (contrastOf(text, paper) < READABLE) {
    refuse(['paper', 'text'].filter((name) => query.has(name)).join(' and '), text, paper);
    [paper, text] = [colourOf(OWN.paper), colourOf(OWN.text)];
    [asked.paper, asked.text] = [null, null];
  }
  if (asked.accent && contrastOf(asked.accent, paper) < READABLE) {
    refuse('accent', asked.accent, paper);
    asked.accent = null;
  }
  if (!asked.accent && !asked.paper && !asked.text) return { properties: {}, refused };
  const own = colourOf(OWN.accent);
  return { properties: propertiesOf(paper, text, asked.accent ?? (contrastOf(own, paper) < READABLE ? text : own)), refused };
}

/**
 * @param {Colour} paper
 * @param {Colour} text
 * @param {Colour} accent
 */
function propertiesOf(paper, text, accent) {
  const quiet = standingOut(paper, text, paper, READABLE, 0.68);
  const warm = colourOf(WARM);
  const written = [text, quiet, accent];
  return {
    '--paper': hexOf(paper),
    '--text': hexOf(text),
    '--text-quiet': hexOf(quiet),
    '--link': hexOf(accent),
    '--action': hexOf(accent),
    '--action-deep': hexOf(standingOut(accent, text, paper, READABLE, 0.3)),
    '--action-soft': hexOf(tinted(paper, accent, 0.1, written)),
    '--paper-soft': hexOf(tinted(paper, text, 0.04, written)),
    '--care': hexOf(tinted(paper, warm, 0.2, written)),
    '--line': hexOf(standingOut(paper, text, paper, VISIBLE, 0.5)),
    '--line-soft': hexOf(mixed(paper, text, 0.2)),
    '--problem': hexOf(standingOut(colourOf(RED), text, paper, READABLE, 0)),
    '--focus-out': hexOf(text),
    '--focus-in': hexOf(contrastOf(accent, warm) < READABLE ? paper : warm),
    'color-scheme': luminanceOf(paper) < luminanceOf(text) ? 'dark' : 'light',
  };
}

/**
 * A mixture of two colours, from `least` of the second on, as soon as it stands out enough.
 * @param {Colour} from
 * @param {Colour} to
 * @param {Colour} paper
 * @param {number} enough
 * @param {number} least
 * @returns {Colour}
 */
function standingOut(from, to, paper, enough, least) {
  let share = least;
  while (share < 1 && contrastOf(mixed(from, to, share), paper) < enough) share += 0.05;
  return mixed(from, to, Math.min(share, 1));
}

/**
 * The paper with a share of a colour, as much as what is written on it allows.
 * @param {Colour} paper
 * @param {Colour} colour
 * @param {number} most
 * @param {Colour[]} written
 * @returns {Colour}
 */
function tinted(paper, colour, most, written) {
  for (let share = most; share > 0.01; share /= 2) {
    const tint = mixed(paper, colour, share);
    if (written.every((one) => contrastOf(one, tint) >= READABLE)) return tint;
  }
  return paper;
}
