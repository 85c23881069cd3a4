/**
 * The bar with the way out stays where it can be seen. A frame as high as its content does not scroll and is not told how
 * its host does; but browsers tell which of its parts are on the screen.
 */

const STEP = 200;
const TENTHS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

export function keepExitInSight() {
  const root = document.documentElement;
  const steps = document.createElement('div');
  /** @type {Map<Element, number>} the steps that are on the screen, and where their visible part begins */
  const seen = new Map();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting, intersectionRect } of entries) {
        if (isIntersecting) seen.set(target, intersectionRect.top);
        else seen.delete(target);
      }
      if (seen.size) root.style.setProperty('--seen', `${Math.max(0, Math.min(...seen.values()))}px`);
    },
    { threshold: TENTHS },
  );

  function layOut() {
    const wanted = Math.ceil(root.getBoundingClientRect().height / STEP);
    while (steps.childElementCount < wanted) {
      const step = document.createElement('div');
      steps.append(step);
      observer.observe(step);
    }
    while (steps.childElementCount > wanted && steps.lastElementChild) {
      observer.unobserve(steps.lastElementChild);
      seen.delete(steps.lastElementChild);
      steps.lastElementChild.remove();
    }
  }

  steps.className = 'steps';
  document.body.append(steps);
  new ResizeObserver(layOut).observe(root);
}
