// Only in the site as `make serve` shows it: loads the page again once the files behind it have changed.
(() => {
  const { version, note } = document.currentScript.dataset;

  const wait = () => {
    const script = document.createElement('script');
    script.src = `/.live/wait.js?after=${encodeURIComponent(version)}`;
    script.onload = () => script.remove();
    script.onerror = () => {
      script.remove();
      setTimeout(wait, 1000);
    };
    document.head.append(script);
  };

  document.addEventListener('live', ({ detail }) => {
    if (detail === version) wait();
    else location.reload();
  });
  addEventListener('load', wait);

  if (!note) return;
  addEventListener('DOMContentLoaded', () => {
    const line = document.createElement('p');
    line.textContent = note;
    line.dataset.live = 'note';
    Object.assign(line.style, {
      position: 'fixed', insetInline: '0', insetBlockEnd: '0', margin: '0', padding: '.25rem 1rem', zIndex: '1000',
      background: '#5b2a86', color: '#fff', font: '14px/1.5 system-ui, sans-serif',
    });
    document.body.append(line);
  });
})();
