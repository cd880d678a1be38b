// Comfort for /sql only: the page works without this file.
(() => {
  'use strict';
  const form = document.querySelector('form[data-sql]');
  if (!form) return;
  const editor = form.querySelector('textarea');

  editor.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  // The place of an error is selected, so that typing goes on there.
  if (editor.dataset.at !== undefined) {
    const at = Number(editor.dataset.at);
    const word = /^[\p{L}\p{N}_."']*/u.exec(editor.value.slice(at))[0].length || 1;
    editor.focus();
    editor.setSelectionRange(at, at + word);
  }

  // A column's name goes where the cursor stands.
  for (const name of document.querySelectorAll('[data-sql-name]')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name.textContent;
    button.ariaLabel = name.closest('[data-sql-insert]').dataset.sqlInsert.replace('{0}', name.textContent);
    button.addEventListener('click', () => {
      editor.focus();
      editor.setRangeText(name.textContent, editor.selectionStart, editor.selectionEnd, 'end');
    });
    name.replaceWith(button);
  }

  // Saved queries stay in this browser.
  const shelf = 'learningcity.sql';
  const list = form.querySelector('[data-sql-saved]');
  const save = form.querySelector('[data-sql-save]');
  const read = () => { try { return JSON.parse(localStorage.getItem(shelf) ?? '[]'); } catch { return []; } };
  const write = saved => { try { localStorage.setItem(shelf, JSON.stringify(saved)); } catch { /* full or forbidden */ } };
  const show = () => {
    list.replaceChildren(...read().map(({ name, sql }) => {
      const item = document.createElement('span');
      const link = document.createElement('a');
      const url = new URL(form.action, location.href);
      for (const [key, value] of new FormData(form)) if (key !== 'q') url.searchParams.set(key, value);
      url.searchParams.set('q', sql);
      link.href = url;
      link.textContent = name;
      const remove = document.createElement('button');
      remove.type = 'button';
      remove.textContent = '×';
      remove.ariaLabel = `${list.dataset.remove} ${name}`;
      remove.addEventListener('click', () => { write(read().filter(entry => entry.name !== name)); show(); });
      item.append(link, ' ', remove);
      return item;
    }));
    if (!list.hasChildNodes()) list.textContent = list.dataset.none;
  };
  save.hidden = list.hidden = false;
  save.addEventListener('click', () => {
    const name = prompt(list.dataset.name, editor.value.split('\n')[0].slice(0, 40));
    if (!name || !editor.value.trim()) return;
    write([...read().filter(entry => entry.name !== name), { name, sql: editor.value }]);
    show();
  });
  show();
})();
