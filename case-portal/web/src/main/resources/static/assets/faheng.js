// Small help on top of pages that work without it: `/` leads to the search, the answer follows what is typed.
(() => {
  'use strict';

  const $ = (id) => document.getElementById(id);

  /** Takes the parts named by id from another page into this one. */
  const take = (page, ids) => ids.forEach((id) => {
    const fresh = page.getElementById(id);
    const old = $(id);
    if (fresh && old) old.replaceWith(document.adoptNode(fresh));
  });

  const parse = async (response) => new DOMParser().parseFromString(await response.text(), 'text/html');

  /** Calls `send` a moment after the last call, and gives up the one before. */
  const afterPause = (send, pause) => {
    let timer = 0;
    let running = null;
    return () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (running) running.abort();
        running = new AbortController();
        send(running.signal);
      }, pause);
    };
  };

  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const search = $('q');
    if (search) {
      search.focus();
      search.select();
    } else {
      location.href = '/items';
    }
  });

  const summary = $('error-summary') || $('replayed') || $('receipt');
  if (summary) {
    if (!summary.hasAttribute('tabindex')) summary.setAttribute('tabindex', '-1');
    summary.focus();
  }

  // A link to a field that lies in a closed part opens the part and moves the focus into it.
  const reveal = (hash) => {
    const target = hash && $(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    for (let e = target.parentElement; e; e = e.parentElement) {
      if (e.tagName === 'DETAILS') e.open = true;
    }
    const field = target.matches('input, select, textarea') ? target : target.querySelector('input, select, textarea') || target;
    field.focus({preventScroll: true});
    target.scrollIntoView({block: 'center'});
  };
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && !link.classList.contains('skip-link')) {
      event.preventDefault();
      reveal(link.getAttribute('href'));
    }
  });

  // ------------------------------------------------------------------ search
  const searchForm = $('search-form');
  if (searchForm) {
    const find = afterPause(async (signal) => {
      const address = '/items?' + new URLSearchParams(new FormData(searchForm));
      try {
        const page = await parse(await fetch(address, {signal, headers: {Accept: 'text/html'}}));
        take(page, ['found']);
        history.replaceState(null, '', address);
      } catch (e) {
        if (e.name !== 'AbortError') searchForm.classList.add('offline');
      }
    }, 180);
    $('q').addEventListener('input', (event) => {
      if (!event.isComposing) find();
    });
    $('q').addEventListener('compositionend', find);
  }

  // ------------------------------------------------------------------ desk
  const form = $('desk-form');
  if (form) {
    document.documentElement.classList.add('live');
    const status = $('live-status');
    const say = (what) => { status.textContent = status.dataset[what] || ''; status.dataset.state = what; };
    const signature = (p) => { const sheet = p.getElementById('sheet'); return sheet ? sheet.dataset.signature : ''; };

    /** Sends the entries and gives the page that answers. */
    const ask = async (entries, signal) => {
      const response = await fetch(form.getAttribute('action'), {method: 'POST', body: new URLSearchParams(entries), signal, headers: {Accept: 'text/html'}});
      if (!response.ok || response.redirected) throw new Error(String(response.status));
      return parse(response);
    };

    const update = afterPause(async (signal) => {
      say('busy');
      const entries = new FormData(form);
      entries.set('action', 'preview');
      entries.delete('normQuery');
      try {
        const page = await ask(entries, signal);
        markErrors(page);
        if (signature(page) === signature(document)) {
          take(page, ['answer', ...[...page.querySelectorAll('[data-follows]')].map((e) => e.id)]);
        } else {
          const active = document.activeElement && document.activeElement.id;
          take(page, ['answer', 'sheet', 'item-facts']);
          if (active && $(active) && $('sheet').contains($(active))) $(active).focus({preventScroll: true});
        }
        const old = $('error-summary');
        if (old) old.remove();
        say('done');
      } catch (e) {
        if (e.name !== 'AbortError') say('failed');
      }
    }, 350);

    /** Shows beside each field what the answer says is wrong with it. */
    const markErrors = (page) => {
      form.querySelectorAll('.field-error').forEach((e) => e.remove());
      form.querySelectorAll('.has-error').forEach((e) => e.classList.remove('has-error'));
      form.querySelectorAll('[aria-invalid]').forEach((e) => e.removeAttribute('aria-invalid'));
      page.querySelectorAll('#desk-form .field-error[id]').forEach((error) => {
        const field = $(error.id.replace(/-error$/, ''));
        const box = field && field.closest('.field, .question');
        // Someone who has not come to a field yet need not be told that it is empty.
        if (!box || (field.matches('input[type=date]') && !field.value)) return;
        box.classList.add('has-error');
        field.setAttribute('aria-invalid', 'true');
        const there = page.getElementById(field.id);
        const described = there && there.getAttribute('aria-describedby');
        if (described) field.setAttribute('aria-describedby', described);
        (field.closest('.input-group') || field).before(document.importNode(error, true));
      });
    };

    /** Adds an item to those the act violates, or takes one off, and leads to it. */
    const changeNorms = async (name, value) => {
      const before = new Set([...form.querySelectorAll('.norm')].map((e) => e.id));
      const entries = new FormData(form);
      entries.set('action', 'preview');
      if (name) entries.set(name, value);
      if (name === 'removeNorm') entries.delete('normQuery');
      say('busy');
      try {
        const page = await ask(entries);
        markErrors(page);
        take(page, ['answer', 'sheet', 'item-facts']);
        const added = [...form.querySelectorAll('.norm')].find((e) => !before.has(e.id));
        const next = (added && (added.querySelector('input:not([type=hidden]), select') || added)) || form.querySelector('.candidate') || $('normQuery');
        if (next) next.focus();
        say('done');
      } catch (e) {
        say('failed');
      }
    };
    form.addEventListener('click', (event) => {
      const button = event.target.closest('#norm-add, [name=addNorm], [name=removeNorm]');
      if (!button) return;
      event.preventDefault();
      changeNorms(button.id === 'norm-add' ? '' : button.name, button.value);
    });
    // Enter in a field brings the answer up to date without leaving the field.
    form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing || !event.target.matches('input')) return;
      event.preventDefault();
      if (event.target.id === 'normQuery') changeNorms('', '');
      else update();
    });

    form.addEventListener('input', (event) => {
      if (!event.isComposing && event.target.id !== 'normQuery') update();
    });
    form.addEventListener('change', (event) => {
      if (event.target.id !== 'normQuery') update();
    });
  }
})();
