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

  // A table wider than its box can be scrolled by keyboard.
  for (const box of document.querySelectorAll('.scroll')) {
    if (box.scrollWidth > box.clientWidth) box.tabIndex = 0;
  }
})();
