/**
 * The next page, made as soon as something is chosen: whoever chooses looks for the button, and the page is ready when it is
 * pressed. A press that comes sooner makes it. Nothing of it is shown, and nothing of it counts, before the press.
 */

/** @template Page */
export function openBeforehand() {
  /** @type {{key: string, page: Page} | null} */
  let made = null;
  let planned = 0;

  function forget() {
    made = null;
    planned += 1;
  }

  return {
    forget,
    /**
     * Begin once what was chosen stands on the screen, unless something else is chosen before.
     * @param {() => {key: string, page: Page} | null} work
     * @param {(page: Page) => void} tryOut a step of its own, so that a press need not wait for both
     */
    plan(work, tryOut) {
      forget();
      const own = planned;
      /** @param {() => void} step */
      const later = (step) => setTimeout(() => own === planned && step());
      requestAnimationFrame(() =>
        later(() => {
          try {
            made = work();
          } catch {
            return; // the press meets the same fault, and tells of it
          }
          later(() => made && tryOut(made.page));
        }),
      );
    },
    /**
     * @param {string} key all that the page hangs on
     * @returns {Page | null} the page, if it was made for this
     */
    take(key) {
      const page = made?.key === key ? made.page : null;
      forget();
      return page;
    },
  };
}
