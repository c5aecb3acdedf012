// Small help on the pages of cases: what is typed is kept, searches answer while typing, a button works once.
(() => {
  'use strict';

  const $ = (id) => document.getElementById(id);
  const token = () => (document.querySelector('input[name=_csrf]') || {}).value || '';
  const later = (work, pause) => {
    let timer = 0;
    return (...given) => {
      clearTimeout(timer);
      timer = setTimeout(() => work(...given), pause);
    };
  };
  const json = async (address) => {
    const answer = await fetch(address, {headers: {Accept: 'application/json'}});
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    return answer.json();
  };

  // ------------------------------------------------------------------ what is typed is kept
  const form = $('step-form');
  const status = $('draft-status');
  let sending = false;
  let dirty = false;
  const keep = async () => {
    if (!form || sending || !dirty) return;
    dirty = false;
    try {
      const answer = await fetch(form.dataset.draft, {
        method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true,
        headers: {Accept: 'text/plain', 'X-CSRF-TOKEN': token()},
      });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      status.textContent = status.dataset.saved.replace('{0}', await answer.text());
      status.dataset.state = 'done';
    } catch (e) {
      dirty = true;
      status.textContent = status.dataset.failed;
      status.dataset.state = 'failed';
    }
  };
  if (form) {
    const soon = later(keep, 1500);
    const typed = () => {
      dirty = true;
      soon();
    };
    form.addEventListener('input', typed);
    form.addEventListener('change', typed);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') keep();
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 's' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        dirty = true;
        keep();
      }
    });
    // Leaving with something that could not be kept asks first.
    window.addEventListener('beforeunload', (event) => {
      if (dirty && !sending) event.preventDefault();
    });
  }

  // ------------------------------------------------------------------ a button works once
  document.querySelectorAll('form[data-once]').forEach((once) => once.addEventListener('submit', (event) => {
    if (once.dataset.sent) {
      event.preventDefault();
      return;
    }
    once.dataset.sent = 'yes';
    sending = true;
  }));
  window.addEventListener('pageshow', () => {
    sending = false;
    document.querySelectorAll('form[data-sent]').forEach((once) => delete once.dataset.sent);
  });

  // ------------------------------------------------------------------ items by name, code or pinyin initials
  document.querySelectorAll('input[data-items]').forEach((input) => {
    const list = $('item-hits');
    const find = later(async () => {
      if (!input.value.trim() || /^\S+ {2}/.test(input.value)) return;
      try {
        const found = await json('/cases/items?q=' + encodeURIComponent(input.value));
        list.replaceChildren(...found.map((item) => {
          const option = document.createElement('option');
          option.value = item.value + '  ' + item.label;
          return option;
        }));
      } catch (e) {
        list.replaceChildren();
      }
    }, 200);
    input.addEventListener('input', find);
    input.addEventListener('change', () => {
      const ask = $('ask-item');
      if (ask && input.value.trim()) {
        sending = true;
        form.requestSubmit(ask);
      }
    });
  });

  // ------------------------------------------------------------------ counterparts
  const box = document.querySelector('[data-counterparts]');
  if (box) {
    const query = $('counterpartQuery');
    const list = $('counterparts');
    const says = $('counterparts-status');
    const line = (found) => {
      const label = document.createElement('label');
      label.className = 'choice';
      const radio = document.createElement('input');
      radio.type = 'radio';
      radio.name = 'counterpart';
      radio.value = found.id;
      radio.addEventListener('change', () => { $('counterpartName').value = found.name; });
      const words = document.createElement('span');
      words.textContent = [found.name, found.number, found.address].filter(Boolean).join('　');
      label.append(radio, words);
      return label;
    };
    query.addEventListener('input', later(async () => {
      const q = query.value.trim();
      if (!q) return;
      try {
        const found = await json('/cases/new/counterparts?q=' + encodeURIComponent(q));
        list.replaceChildren(...found.map(line));
        says.textContent = found.length ? '' : says.dataset.none;
      } catch (e) {
        says.textContent = '';
      }
    }, 250));
  }

  // ------------------------------------------------------------------ amounts as a decision writes them
  document.querySelectorAll('input[data-yuan]').forEach((input) => {
    const formal = $(input.id + '-formal');
    input.addEventListener('input', later(async () => {
      if (!formal) return;
      try {
        formal.textContent = (await json('/cases/formal?yuan=' + encodeURIComponent(input.value))).formal;
      } catch (e) {
        formal.textContent = '';
      }
    }, 200));
  });
  document.querySelectorAll('input[data-ticks]').forEach((input) => input.addEventListener('input', () => {
    const tick = $(input.dataset.ticks);
    if (tick && input.value.trim()) tick.checked = true;
  }));
})();
