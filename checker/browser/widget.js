/**
 * What a checker does beside its own in a page of somebody else: tells the host how high it is and where the focus went,
 * takes the host's colours, and opens other pages outside of the frame.
 */

import { coloursFor } from './widget_colours.js';
import { keepExitInSight } from './widget_exit.js';
import { watchForms } from './widget_forms.js';
import { watchHeight } from './widget_height.js';
import { watchLinks } from './widget_links.js';
import { watchPrinting } from './widget_print.js';
import { watchSight } from './widget_sight.js';

function takeColours() {
  const { properties, refused } = coloursFor(new URLSearchParams(window.location.search));
  for (const [name, value] of Object.entries(properties)) document.documentElement.style.setProperty(name, value);
  for (const why of refused) console.warn(`Shikaku Navi: ${why}`);
}

takeColours();
watchHeight();
watchSight();
watchLinks();
watchForms();
watchPrinting();
keepExitInSight();
