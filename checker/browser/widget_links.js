/** Another insurer's checker opens in the frame, in the language and the colours of this one; every other page outside of it. */

const STAYS = /^(?:#|tel:)/u;

export function watchLinks() {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    if (link.matches('[data-opens]')) {
      event.preventDefault();
      window.location.replace(`${link.href}?${queryToKeep()}`);
    } else if (!STAYS.test(link.getAttribute('href') ?? '') && !link.matches('[data-leave]')) {
      link.target = '_blank';
      link.rel = 'noopener';
    }
  }, true);
}

/** What the host asked for, but for the errand, which was about this insurer; and the language of now. */
function queryToKeep() {
  const query = new URLSearchParams(window.location.search);
  const { languageNow } = document.documentElement.dataset;
  query.delete('errand');
  if (languageNow) query.set('lang', languageNow);
  return query;
}
