// The table editor: the grid, the proof while typing, the trial beside it, and saving without losing anybody's work.
import {Store} from './store.js';
import {Server, Refusal, afterPause} from './server.js';
import {Grid, element, placeInChinese} from './grid.js';
import {ProofPanel, TryPanel} from './panels.js';
import {QuestionEditor} from './questions.js';
import {AboutEditor} from './about.js';

const $ = (id) => document.getElementById(id);
const data = JSON.parse($('editor-data').textContent);
const words = data.words;
const store = new Store(data.sheet, data.plain);
const server = new Server(`/authoring/drafts/${data.draft}`, data.version, data.part);
const status = $('editor-status');
const announce = (text) => { status.textContent = text; };

// ------------------------------------------------------------------ comments and citations
const rowOf = (state, decision, id) => state.sheet.decisions.find((d) => d.name === decision).rows.find((r) => r.id === id);

const comment = (decision, id) => {
  const dialog = $('comment-dialog');
  const field = $('comment-text');
  field.value = rowOf(store.state, decision, id).comment || '';
  field.readOnly = data.readOnly;
  $('comment-title').textContent = `${words['comment']} ${id}`;
  dialog.showModal();
  dialog.onclose = () => {
    const text = field.value.trim() || null;
    if (dialog.returnValue === 'keep' && text !== rowOf(store.state, decision, id).comment) {
      store.change((state) => { rowOf(state, decision, id).comment = text; });
    }
  };
};

/** Lets citations be picked from the law library, and hands them over where they are kept. */
const pick = (title, before, source, keep) => {
  const dialog = $('cite-dialog');
  const cites = structuredClone(before);
  const chosen = $('cite-chosen');
  const found = $('cite-found');
  const name = (c) => (c.source ? words['source'] : c.document ? `《${c.document.document}》` : (c.law ? `《${c.law}》` : '') + placeInChinese(c.at));
  const draw = () => chosen.replaceChildren(...cites.map((c, i) => element('li', {}, name(c), ' ',
    element('button', {type: 'button', class: 'btn btn-sm', onclick: () => { cites.splice(i, 1); draw(); }}, words['take-away']))));
  const search = afterPause(async () => {
    const query = $('cite-query').value.trim();
    if (!query) { found.replaceChildren(); return; }
    try {
      const provisions = await server.provisions(query);
      found.replaceChildren(...provisions.map((p) => element('li', {},
        element('button', {
          type: 'button', class: 'cell-link', onclick: () => { cites.push({source: false, law: p.law, version: p.version, at: p.at}); draw(); },
        }, p.title), element('span', {class: 'sub'}, p.words))));
      if (!provisions.length) found.replaceChildren(element('li', {class: 'hint'}, words['nothing-found']));
    } catch (e) {
      found.replaceChildren(element('li', {class: 'field-error'}, e.message));
    }
  }, 250);
  $('cite-query').value = '';
  found.replaceChildren();
  $('cite-query').oninput = search;
  $('cite-source').hidden = !source;
  $('cite-source').onclick = () => { if (!cites.some((c) => c.source)) { cites.push({source: true, law: null, version: null, at: null}); draw(); } };
  $('cite-title').textContent = title;
  draw();
  dialog.returnValue = '';
  dialog.showModal();
  dialog.onclose = () => { if (dialog.returnValue === 'keep') keep(cites); };
};

const cite = (decision, id) => pick(`${words['cites']} ${id}`, rowOf(store.state, decision, id).cites, Boolean(store.sheet.source),
  (cites) => store.change((state) => { rowOf(state, decision, id).cites = cites; }));

// ------------------------------------------------------------------ the parts
const grid = new Grid($('grid'), store, server, words, {comment, cite, announce}, data.readOnly);
const lead = (row) => {
  const tr = document.querySelector(`#grid tr[data-row="${CSS.escape(row)}"]`);
  if (!tr) return;
  show('table');
  tr.scrollIntoView({block: 'center'});
  grid.go(tr.querySelector('[role=gridcell]'));
};
const proof = new ProofPanel($('proof'), words, lead, () => store.sheet.facts);
const check = afterPause(async (signal) => {
  proof.busy();
  try {
    grid.mark(proof.show(await server.check(store.sheet, signal)));
  } catch (e) {
    if (e.name !== 'AbortError') proof.fail(e.message);
  }
}, 600);
const attempt = afterPause(async (signal) => {
  try {
    const result = await server.attempt(store.sheet, trial.facts(), signal);
    trial.show(result);
    grid.mark({hit: new Set(result.rows)});
  } catch (e) {
    if (e.name !== 'AbortError') trial.fail(e.message);
  }
}, 250);
const trial = new TryPanel($('try'), store, words, attempt);
const questions = new QuestionEditor($('questions'), store, words, data.readOnly);
const about = new AboutEditor($('about'), store, words, data.known, (keep) => pick(words['about.basis'], [], false, keep), data.readOnly);

// ------------------------------------------------------------------ tabs
const tabs = [...document.querySelectorAll('[role=tab]')];
const show = (name) => tabs.forEach((tab) => {
  const on = tab.dataset.tab === name;
  tab.setAttribute('aria-selected', String(on));
  tab.tabIndex = on ? 0 : -1;
  $(tab.getAttribute('aria-controls')).hidden = !on;
});
tabs.forEach((tab, i) => {
  tab.addEventListener('click', () => show(tab.dataset.tab));
  tab.addEventListener('keydown', (e) => {
    const next = {ArrowRight: tabs[i + 1] || tabs[0], ArrowLeft: tabs[i - 1] || tabs.at(-1)}[e.key];
    if (next) { e.preventDefault(); show(next.dataset.tab); next.focus(); }
  });
});

// ------------------------------------------------------------------ saving
const conflict = (refusal) => {
  const body = refusal.body || {};
  $('conflict-who').textContent = refusal.message;
  $('conflict-changes').replaceChildren(...(body.changes || []).map((c) => element('tr', {},
    element('td', {}, c.part), element('td', {}, c.where), element('td', {}, c.before || ''), element('td', {}, c.after || ''))));
  $('conflict-attempt').href = body.attempt ? `/authoring/drafts/${data.draft}/attempts/${body.attempt}` : '#';
  $('conflict-dialog').showModal();
};

let saving = false;
const save = async () => {
  if (data.readOnly || saving) return;
  saving = true;
  try {
    await grid.settled();
    await send();
  } finally {
    saving = false;
  }
};

const send = async () => {
  if (Object.keys(store.unread).length) {
    announce(words['unread-cells']);
    const first = document.querySelector('#grid .cell-unread');
    if (first) grid.go(first);
    return;
  }
  announce(words['saving']);
  const sent = JSON.stringify(store.sheet);
  try {
    const answer = await server.save(JSON.parse(sent), $('save-note') ? $('save-note').value : '');
    store.markSaved(sent);
    $('draft-revision').textContent = answer.version.replaceAll('"', '');
    announce(words['saved'].replace('{0}', answer.savedAt));
  } catch (e) {
    if (e instanceof Refusal && e.status === 412) conflict(e);
    announce(e.message);
  }
};

const controls = () => {
  const on = (id, enabled) => { const b = $(id); if (b) b.disabled = !enabled; };
  on('undo', store.past.length > 0);
  on('redo', store.future.length > 0);
  on('save', store.changed && !data.readOnly);
  document.body.classList.toggle('unsaved', store.changed);
};
// The statutory range is tried through the table that refines it.
const own = data.part === 'RULE_SET';
store.onChange(() => { controls(); check(); if (own) { trial.draw(); attempt(); } });
if ($('undo')) $('undo').addEventListener('click', () => store.undo());
if ($('redo')) $('redo').addEventListener('click', () => store.redo());
if ($('save')) $('save').addEventListener('click', save);
$('keys').addEventListener('click', () => $('keys-dialog').showModal());

document.addEventListener('keydown', (event) => {
  const command = event.ctrlKey || event.metaKey;
  const typing = event.target.closest('input, textarea, select');
  const key = event.key.toLowerCase();
  if (command && key === 's') { event.preventDefault(); save(); }
  else if (command && key === 'z' && !typing) { event.preventDefault(); if (event.shiftKey) store.redo(); else store.undo(); }
  else if (command && key === 'y' && !typing) { event.preventDefault(); store.redo(); }
  else if (event.key === '?' && !typing) { event.preventDefault(); $('keys-dialog').showModal(); }
});
window.addEventListener('beforeunload', (event) => { if (store.changed && !data.readOnly) event.preventDefault(); });

// What is typed survives a crash of the browser; it is offered again, never put in silently. It is kept with the version it was typed
// on: where another person has saved since, saving it is a late save, which is kept beside theirs.
const shelf = `faheng-draft-${data.draft}-${data.part}`;
const shelved = JSON.parse(localStorage.getItem(shelf) || 'null');
if (shelved && !data.readOnly && JSON.stringify(shelved.state.sheet) !== store.saved) {
  $('restore').hidden = false;
  $('restore-yes').addEventListener('click', () => {
    server.version = shelved.version;
    store.change((state) => Object.assign(state, shelved.state));
    $('restore').hidden = true;
  });
  $('restore-no').addEventListener('click', () => { localStorage.removeItem(shelf); $('restore').hidden = true; });
}
store.onChange(() => {
  if (store.changed) localStorage.setItem(shelf, JSON.stringify({version: server.version, state: store.state}));
  else localStorage.removeItem(shelf);
});

grid.draw();
controls();
show(location.hash === '#about' ? 'about' : 'table');
check();
if (own) attempt();
