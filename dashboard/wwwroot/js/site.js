// Comfort only: every page works without this file.
(() => {
  'use strict';

  // A filter keeps the reader where they were on the page.
  const place = 'learningcity.place';
  document.addEventListener('click', event => {
    if (event.target.closest('a[data-keep]')) {
      sessionStorage.setItem(place, JSON.stringify([location.pathname, window.scrollY]));
    }
  });
  try {
    const [path, y] = JSON.parse(sessionStorage.getItem(place) ?? '[]');
    sessionStorage.removeItem(place);
    if (path === location.pathname) window.scrollTo(0, y);
  } catch { /* nothing kept */ }

  // Choosing from a list applies at once; without a script the button beside it does.
  for (const form of document.querySelectorAll('form[data-auto]')) {
    form.addEventListener('change', () => form.requestSubmit());
  }

  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }

  // A table wider than its box can be scrolled by keyboard, whenever it comes to be wider.
  const wide = new ResizeObserver(boxes => {
    for (const { target: box } of boxes) {
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
      else box.removeAttribute('tabindex');
    }
  });
  for (const box of document.querySelectorAll('.scroll')) wide.observe(box);

  // The hundreds of links of a heat table are one stop of the tab key; the arrow keys go on from there.
  for (const table of document.querySelectorAll('table.heat')) {
    const rows = [...table.rows].map(row => [...row.querySelectorAll('a')]).filter(links => links.length > 0);
    const middle = link => { const box = link.getBoundingClientRect(); return box.left + box.width / 2; };
    const at = link => {
      const row = rows.findIndex(links => links.includes(link));
      return [row, rows[row].indexOf(link)];
    };
    let current = table.tBodies[0]?.querySelector('a') ?? rows[0]?.[0];
    const take = (link, focus) => {
      if (!link) return;
      current.tabIndex = -1;
      current = link;
      current.tabIndex = 0;
      if (focus) current.focus();
    };
    const beside = row => row?.reduce((best, link) => Math.abs(middle(link) - middle(current)) < Math.abs(middle(best) - middle(current)) ? link : best);
    for (const link of rows.flat()) link.tabIndex = -1;
    if (current) current.tabIndex = 0;
    table.setAttribute('aria-description', table.dataset.arrows);
    table.addEventListener('focusin', event => take(event.target.closest('a'), false));
    table.addEventListener('keydown', event => {
      const link = event.target.closest('a');
      if (!link || event.altKey || event.ctrlKey || event.metaKey) return;
      const [row, column] = at(link);
      const to = {
        ArrowRight: () => rows[row][column + 1],
        ArrowLeft: () => rows[row][column - 1],
        ArrowDown: () => beside(rows[row + 1]),
        ArrowUp: () => beside(rows[row - 1]),
        Home: () => rows[row][0],
        End: () => rows[row].at(-1),
      }[event.key];
      if (!to) return;
      event.preventDefault();
      take(to(), true);
    });
  }

  // The address that will still show the same numbers after the next publication. Browsers lend the clipboard to secure pages only.
  for (const button of document.querySelectorAll('[data-copy]')) {
    if (!navigator.clipboard) break;
    const words = button.textContent;
    button.hidden = false;
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).href);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 2000);
    });
  }

  // What is still being made is looked for again.
  if (document.querySelector('[data-wait]')) setTimeout(() => location.reload(), 1500);

  // An answer that takes its time shows that it is on its way.
  let waiting;
  const wait = () => { waiting = setTimeout(() => { document.documentElement.dataset.busy = ''; }, 250); };
  document.addEventListener('click', event => {
    const link = event.target.closest('a[href]');
    const elsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (!link || elsewhere || link.hasAttribute('download') || link.target) return;
    if (link.origin === location.origin && (link.pathname !== location.pathname || link.search !== location.search)) wait();
  });
  document.addEventListener('submit', wait);
  window.addEventListener('pageshow', () => {
    clearTimeout(waiting);
    delete document.documentElement.dataset.busy;
  });
})();
