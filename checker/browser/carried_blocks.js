/** Blocks that a page carries because it can fetch nothing, by name; they stand behind its scripts. */

import { carryLanguages } from './languages.js';
import { unpacked } from './packed-engine.js';

/** @param {string} name @returns {string} "" where it is missing */
export function blockOf(name) {
  return document.querySelector(`[data-packed="${name}"]`)?.textContent ?? '';
}

/** @param {string} name @returns {Promise<any>} what a block of packed JSON says */
export async function readPackedJson(name) {
  await wholePage();
  return unpacked(blockOf(name), 'application/json').json();
}

/** A link's language may be asked for before all of a large page is there. */
async function wholePage() {
  if (document.readyState === 'loading') await new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }));
}

carryLanguages((language) => readPackedJson(`words.${language}`));
