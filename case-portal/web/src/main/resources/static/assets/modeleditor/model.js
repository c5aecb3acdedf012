// Opens the draft's model in the DMN editor, and brings it back.

const root = document.getElementById('model-editor');
const words = root.dataset;
const readOnly = words.readOnly === 'true';
const status = document.getElementById('model-status');
const refused = document.getElementById('model-refused');
const list = document.getElementById('model-messages');
const saveButton = document.getElementById('model-save');
const checkButton = document.getElementById('model-check');
const csrf = {
  [document.querySelector('meta[name=csrf-header]').content]: document.querySelector('meta[name=csrf-token]').content,
};

let version = '';
let changed = false;
let working = false;

const ask = async (method, path, body, headers = {}) => {
  const response = await fetch(words.address + path, {
    method,
    headers: {Accept: 'application/json', ...(body === undefined ? {} : {'Content-Type': 'application/xml'}), ...csrf, ...headers},
    body,
  });
  const type = response.headers.get('Content-Type') || '';
  const answer = type.includes('json') ? await response.json() : null;
  if (!response.ok || response.redirected || answer === null) {
    const refusal = new Error((answer && (answer.detail || answer.title)) || words.failed);
    refusal.body = answer;
    throw refusal;
  }
  return answer;
};

const show = (refusal) => {
  refused.replaceChildren(Object.assign(document.createElement('p'), {textContent: refusal.message}));
  if (refusal.body && refusal.body.attempt) {
    refused.append(Object.assign(document.createElement('a'), {href: words.attempt + refusal.body.attempt, textContent: words.seeAttempt}));
  }
  refused.hidden = false;
  refused.focus();
  status.textContent = '';
};

const showMessages = (messages) => {
  list.replaceChildren(...messages.map((message) => {
    const item = document.createElement('li');
    item.className = `is-${message.severity}`;
    item.append(
        Object.assign(document.createElement('strong'), {textContent: message.severity === 'error' ? words.error : words.warning}),
        ` ${message.text}`);
    return item;
  }));
  list.hidden = messages.length === 0;
};

const enable = () => {
  if (saveButton) saveButton.disabled = working || !changed;
  checkButton.disabled = working;
};

const doing = async (word, act) => {
  working = true;
  refused.hidden = true;
  status.textContent = word;
  enable();
  try {
    await act();
  } catch (refusal) {
    show(refusal);
  } finally {
    working = false;
    enable();
  }
};

const check = async (model) => {
  const found = await ask('POST', '/check', model);
  const messages = [...found.messages, ...found.validation.filter((m) => m.severity === 'error')];
  showMessages(messages);
  return messages.length === 0;
};

/** The editor asks whether it shall draw a diagram where there is none; an answer that is always yes needs no question. */
const drawDiagram = (editor, tries) => {
  const frame = root.querySelector('iframe');
  const button = [...frame.contentDocument.querySelectorAll('button')].find((b) => /Auto-generate/i.test(b.textContent));
  if (button) {
    button.click();
    setTimeout(() => { editor.markAsSaved(); changed = false; enable(); }, 1000);
  } else if (tries > 0) {
    setTimeout(() => drawDiagram(editor, tries - 1), 200);
  }
};

/** Becomes true when the editor in the frame has taken the model over. */
const editorIsReady = () => new Promise((resolve, reject) => {
  const patience = setTimeout(() => reject(new Error(words.failed)), 180000);
  window.addEventListener('message', (event) => {
    const frame = root.querySelector('iframe');
    if (frame && event.source === frame.contentWindow && event.data && event.data.type === 'kogitoEditor_ready') {
      clearTimeout(patience);
      resolve();
    }
  });
});

const open = async () => {
  const draft = await ask('GET', '/content');
  version = draft.version;
  const resources = new Map(draft.imports.map((text, i) => [`imported-${i + 1}.dmn`, {contentType: 'text', content: Promise.resolve(text)}]));
  const ready = editorIsReady();
  const editor = window.DMNEditor.open({
    container: root,
    initialContent: Promise.resolve(draft.model),
    initialFileNormalizedPosixPathRelativeToTheWorkspaceRoot: 'model.dmn',
    readOnly,
    resources,
    onError: () => show(new Error(words.failed)),
  });
  root.querySelector('iframe').title = 'DMN';
  await ready;
  editor.subscribeToContentChanges((dirty) => {
    changed = dirty;
    status.textContent = dirty ? words.changed : status.textContent;
    enable();
  });
  if (!readOnly && !draft.model.includes('DMNShape')) drawDiagram(editor, 15);
  status.textContent = words.ready;
  enable();

  checkButton.addEventListener('click', () => doing(words.checking, async () => {
    if (await check(await editor.getContent())) status.textContent = words.fine;
    else status.textContent = '';
  }));
  if (saveButton) {
    saveButton.addEventListener('click', () => doing(words.saving, async () => {
      const model = await editor.getContent();
      const saved = await ask('PUT', '/content', model, {'If-Match': version});
      version = saved.version;
      // What was drawn while the model was on its way is not saved yet.
      changed = await editor.getContent() !== model;
      if (!changed) editor.markAsSaved();
      status.textContent = (saved.expert ? words.savedExpert : words.saved).replace('{0}', saved.savedAt);
      await check(model);
    }));
  }
  window.addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });
};

open().catch(show);
