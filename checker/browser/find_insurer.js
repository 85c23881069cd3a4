/**
 * Which names fit what somebody types: any part of a name, however it is spelled. Knows no elements and no languages.
 *
 * Names and what is typed are brought into one form, so that half-width, full-width, hiragana and katakana are the same.
 * A name's form is made once; what is typed is then looked for in it, as often as it changes.
 */

/** Kana that people take for each other, in pairs: what may be typed, and what it becomes. */
const ALIKE = new Map('ぁあ ぃい ぅう ぇえ ぉお っつ ゃや ゅゆ ょよ ゎわ ゕか ゖけ ぢじ づず ゐい ゑえ'.split(' ').map(([typed = '', kana = '']) => [typed, kana]));

/** A long o: おお, おう and おー sound the same. */
const LONG = /([おこそとのほもよろをごぞどぼぽ])[うおー]/gu;

/** @typedef {{spelled: string, sounding: string}} Piece of what was typed */

/**
 * @param {string} text
 * @returns {string} its letters and digits in their one form, and spaces
 */
export function fold(text) {
  return withoutAccents(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/[ァ-ヶ]/gu, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))
    .replace(/[ぁ-ゖ]/gu, (kana) => ALIKE.get(kana) ?? kana)
    .replace(/[^\p{L}\p{N}\s]/gu, '');
}

/** @param {string} text */
function withoutAccents(text) {
  return /[\u00C0-\u024F]/u.test(text) ? text.normalize('NFD').replace(/[\u0300-\u036F]/gu, '').normalize('NFC') : text;
}

/** @param {string} folded */
function soundOf(folded) {
  return folded.replace(LONG, '$1ー');
}

/**
 * @param {string[]} names of one insurer
 * @returns {string} what is looked in
 */
export function keyOfNames(names) {
  const spelled = names.map((name) => fold(name).replace(/\s+/gu, '')).join('\n');
  return `${spelled}\n${soundOf(spelled)}`;
}

/**
 * @param {string} text as it was typed
 * @param {boolean} [composing] whether kana are still being made of the letters at its end, which then say nothing yet
 * @returns {Piece[]} all of which must be found
 */
export function piecesOf(text, composing = false) {
  const folded = fold(text);
  const typed = composing ? folded.replace(/[a-z]+$/u, '') : folded;
  const spelled = typed.split(/\s+/u).filter((piece) => piece !== '');
  return spelled.map((piece) => ({ spelled: piece, sounding: soundOf(piece) }));
}

/**
 * @param {string} key
 * @param {Piece[]} pieces without any, everything fits
 */
export function fitsKey(key, pieces) {
  return pieces.every(({ spelled, sounding }) => key.includes(spelled) || key.includes(sounding));
}
