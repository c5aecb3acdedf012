// The tables of a sheet as a grid: arrows move, Enter edits, Excel pastes in and out.
import {cellKey} from './store.js';

const element = (tag, attributes = {}, ...children) => {
  const e = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => {
    if (value === undefined || value === null || value === false) return;
    if (name === 'class') e.className = value;
    else if (name.startsWith('on')) e.addEventListener(name.slice(2), value);
    else e.setAttribute(name, value === true ? '' : value);
  });
  e.append(...children.filter((c) => c !== null && c !== undefined));
  return e;
};

export {element};

export class Grid {
  /**
   * @param box where the tables go
   * @param store the sheet
   * @param server reads cells
   * @param words texts of the page
   * @param actions {cite(row), comment(row), announce(text)}
   */
  constructor(box, store, server, words, actions, readOnly) {
    Object.assign(this, {box, store, server, words, actions, readOnly});
    this.at = null;
    this.marks = {refuted: new Set(), doubted: new Set(), hit: new Set()};
    store.onChange(() => this.draw());
    box.addEventListener('keydown', (e) => this.key(e));
    box.addEventListener('dblclick', (e) => { const cell = this.cellOf(e.target); if (cell) this.edit(cell); });
    box.addEventListener('focusin', (e) => { const cell = this.cellOf(e.target); if (cell) this.at = this.place(cell); });
    box.addEventListener('copy', (e) => this.copy(e));
    box.addEventListener('paste', (e) => this.paste(e));
  }

  // ---------------------------------------------------------------- drawing

  /** Rows to mark: sets of row ids. */
  mark(marks) {
    Object.assign(this.marks, marks);
    this.box.querySelectorAll('tr[data-row]').forEach((tr) => this.style(tr));
  }

  style(tr) {
    const id = tr.dataset.row;
    tr.classList.toggle('row-refuted', this.marks.refuted.has(id));
    tr.classList.toggle('row-doubted', !this.marks.refuted.has(id) && this.marks.doubted.has(id));
    tr.classList.toggle('row-hit', this.marks.hit.has(id));
  }

  draw() {
    const editing = this.box.querySelector('.cell-input');
    if (editing) return;
    const focused = this.box.contains(document.activeElement);
    this.box.replaceChildren(...this.store.sheet.decisions.map((d) => this.section(d)));
    if (this.at) {
      const cell = this.find(this.at);
      if (cell) {
        cell.tabIndex = 0;
        if (focused) cell.focus({preventScroll: true});
      }
    }
    if (!this.box.querySelector('[role=gridcell][tabindex="0"]')) {
      const first = this.box.querySelector('[role=gridcell]');
      if (first) first.tabIndex = 0;
    }
  }

  section(decision) {
    const head = element('h3', {class: 'sheet-title'}, decision.title || this.words['decision.' + decision.name] || decision.name);
    if (decision.form === 'TABLE') return element('section', {class: 'sheet-part'}, head, this.table(decision));
    const lines = decision.form === 'EXPRESSION'
      ? [[this.words['expression'], decision.expression]]
      : decision.entries.map((e) => [this.column(e.name), e.expression]);
    return element('section', {class: 'sheet-part'}, head, element('dl', {class: 'sheet-formula'},
      ...lines.flatMap(([name, text], i) => [
        element('dt', {}, name),
        element('dd', {}, this.readOnly
          ? element('code', {}, text)
          : element('input', {
            class: 'form-control mono', value: text, 'aria-label': name,
            onchange: (e) => this.store.change((state) => {
              const d = state.sheet.decisions.find((x) => x.name === decision.name);
              if (d.form === 'EXPRESSION') d.expression = e.target.value; else d.entries[i].expression = e.target.value;
            }),
          })),
      ])));
  }

  /** The heading of an output column. */
  column(name) {
    if (this.words['column.' + name]) return this.words['column.' + name];
    for (const penalty of this.store.sheet.penalties) {
      const label = penalty.label || this.words['kind.' + penalty.kind] || penalty.kind;
      const who = penalty.subject === 'responsible-person' ? this.words['responsible'] : '';
      if (name === penalty.id) return who + label + this.words['mode'];
      if (name === penalty.id + 'Min') return who + label + this.words['least'];
      if (name === penalty.id + 'Max') return who + label + this.words['most'];
    }
    return name || this.words['answer'];
  }

  table(decision) {
    const inputs = decision.inputs.map((name) => {
      const fact = this.store.fact(name);
      const other = this.store.decision(name);
      return fact ? fact.label || fact.name : (other && other.title) || name;
    });
    const header = element('tr', {role: 'row'},
      element('th', {class: 'sheet-id', scope: 'col'}, this.words['row']),
      ...inputs.map((label) => element('th', {scope: 'col', class: 'sheet-in'}, label)),
      ...decision.outputs.map((name) => element('th', {scope: 'col', class: 'sheet-out'}, this.column(name))),
      element('th', {scope: 'col', class: 'sheet-says'}, this.words['says']),
      element('th', {scope: 'col'}, this.words['cites']));
    const table = element('table', {class: 'table sheet-table', role: 'grid', 'aria-label': decision.title || decision.name, 'data-decision': decision.name},
      element('thead', {}, header),
      element('tbody', {}, ...decision.rows.map((row) => this.row(decision, row))));
    const add = this.readOnly ? null : element('button', {
      type: 'button', class: 'btn btn-sm', onclick: () => this.addRow(decision.name, decision.rows.length),
    }, '＋ ' + this.words['add-row']);
    return element('div', {}, element('div', {class: 'table-scroll'}, table), add);
  }

  row(decision, row) {
    const tr = element('tr', {role: 'row', 'data-row': row.id});
    tr.append(element('th', {class: 'sheet-id', scope: 'row'},
      element('span', {class: 'mono'}, row.id),
      element('button', {
        type: 'button', class: 'cell-button' + (row.comment ? ' has-comment' : ''), title: row.comment || this.words['comment'],
        'aria-label': `${this.words['comment']} ${row.id}`, onclick: () => this.actions.comment(decision.name, row.id),
      }, element('i', {class: 'ti ti-message', 'aria-hidden': 'true'}))));
    ['cells', 'outputs'].forEach((kind) => row[kind].forEach((ignored, column) => tr.append(this.cell(decision, row, kind, column))));
    tr.append(this.textCell(decision, row));
    tr.append(element('td', {class: 'sheet-cites'},
      element('button', {
        type: 'button', class: 'cell-link', disabled: this.readOnly, 'aria-label': `${this.words['cites']} ${row.id}`,
        onclick: () => this.actions.cite(decision.name, row.id),
      }, row.cites.map((c) => this.cited(c)).join('；') || this.words['cites-nothing'])));
    this.style(tr);
    return tr;
  }

  cited(c) {
    if (c.source) return this.words['source'];
    if (c.document) return `《${c.document.document}》`;
    return (c.law ? `《${c.law}》` : '') + placeInChinese(c.at);
  }

  cell(decision, row, kind, column) {
    const missed = this.store.unread[cellKey(decision.name, row.id, kind, column)];
    const text = this.store.text(decision.name, row, kind, column);
    return element('td', {
      role: 'gridcell', tabindex: '-1', class: (kind === 'outputs' ? 'sheet-out' : 'sheet-in') + (missed ? ' cell-unread' : ''),
      'data-decision': decision.name, 'data-row': row.id, 'data-kind': kind, 'data-column': column,
      title: missed ? missed.reason : undefined, 'aria-invalid': missed ? 'true' : undefined,
    }, text);
  }

  textCell(decision, row) {
    return element('td', {
      role: 'gridcell', tabindex: '-1', class: 'sheet-says', 'data-decision': decision.name, 'data-row': row.id, 'data-kind': 'says', 'data-column': 0,
    }, element('div', {class: 'says-text'}, row.says));
  }

  // ---------------------------------------------------------------- places

  cellOf(target) { return target.closest ? target.closest('[role=gridcell]') : null; }

  place(cell) {
    const {decision, row, kind, column} = cell.dataset;
    return {decision, row, kind, column: Number(column)};
  }

  find(at) {
    return [...this.box.querySelectorAll('[role=gridcell]')].find((c) =>
      c.dataset.decision === at.decision && c.dataset.row === at.row && c.dataset.kind === at.kind && Number(c.dataset.column) === at.column);
  }

  go(cell) {
    if (!cell) return;
    this.box.querySelectorAll('[role=gridcell][tabindex="0"]').forEach((c) => { c.tabIndex = -1; });
    cell.tabIndex = 0;
    cell.focus();
  }

  neighbour(cell, down, right) {
    const cells = (tr) => [...tr.querySelectorAll('[role=gridcell]')];
    const tr = cell.parentElement;
    if (right) return cells(tr)[cells(tr).indexOf(cell) + right];
    const rows = [...this.box.querySelectorAll('tbody tr')];
    const other = rows[rows.indexOf(tr) + down];
    return other && (cells(other)[cells(tr).indexOf(cell)] || cells(other).at(-1));
  }

  // ---------------------------------------------------------------- keys

  key(event) {
    const cell = this.cellOf(event.target);
    if (!cell || event.target !== cell) return;
    const moves = {ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1]};
    const command = event.ctrlKey || event.metaKey;
    if (moves[event.key] && !command && !event.altKey) {
      event.preventDefault();
      this.go(this.neighbour(cell, ...moves[event.key]));
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      const cells = [...cell.parentElement.querySelectorAll('[role=gridcell]')];
      this.go(event.key === 'Home' ? cells[0] : cells.at(-1));
    } else if (this.readOnly) {
      return;
    } else if (event.key === 'Enter' && command) {
      event.preventDefault();
      const {decision, row} = cell.dataset;
      this.addRow(decision, this.store.decision(decision).rows.findIndex((r) => r.id === row) + 1);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && command) {
      event.preventDefault();
      this.removeRow(cell.dataset.decision, cell.dataset.row);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      event.preventDefault();
      this.edit(cell);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      this.write([{...this.place(cell), text: ''}]);
    } else if (event.key === 'Process' || event.keyCode === 229) {
      // An input method begins: the field has to be there before the first character is composed.
      this.edit(cell, '');
    } else if (event.key.length === 1 && !command && !event.altKey) {
      event.preventDefault();
      this.edit(cell, event.key);
    }
  }

  // ---------------------------------------------------------------- editing

  edit(cell, typed) {
    if (this.readOnly || cell.querySelector('.cell-input')) return;
    const at = this.place(cell);
    const before = cell.textContent;
    const input = element(at.kind === 'says' ? 'textarea' : 'input', {class: 'cell-input', 'aria-label': this.words['edit-cell'], list: this.choices(at)});
    input.value = typed === undefined ? before : typed;
    cell.replaceChildren(input);
    input.focus();
    if (typed === undefined) input.select();
    let done = false;
    const leave = (keep, down, right) => {
      if (done) return;
      done = true;
      const text = input.value.trim();
      cell.textContent = keep ? text : before;
      this.go(cell);
      const next = this.neighbour(cell, down, right);
      if (keep && text !== before) this.write([{...at, text}]);
      if (next) { this.at = this.place(next); this.go(this.find(this.at)); }
    };
    input.addEventListener('keydown', (e) => {
      if (e.isComposing) return;
      if (e.key === 'Enter' && !(at.kind === 'says' && e.shiftKey)) { e.preventDefault(); e.stopPropagation(); leave(true, e.shiftKey ? -1 : 1, 0); }
      else if (e.key === 'Tab') { e.preventDefault(); leave(true, 0, e.shiftKey ? -1 : 1); }
      else if (e.key === 'Escape') { e.preventDefault(); leave(false, 0, 0); }
    });
    input.addEventListener('blur', () => leave(true, 0, 0));
  }

  /** The id of a list of what may stand in a cell. */
  choices(at) {
    const decision = this.store.decision(at.decision);
    let values = [];
    if (at.kind === 'cells') {
      const fact = this.store.fact(decision.inputs[at.column]);
      if (fact) values = fact.type === 'boolean' ? [this.words['yes'], this.words['no']] : fact.values.map((v) => v.value);
      values = values.concat(this.words['anything']);
    } else if (at.kind === 'outputs') {
      values = [...new Set(decision.rows.map((r) => this.store.text(at.decision, r, 'outputs', at.column)))];
    }
    if (!values.length) return undefined;
    const list = document.getElementById('cell-choices') || document.body.appendChild(element('datalist', {id: 'cell-choices'}));
    list.replaceChildren(...values.map((value) => element('option', {value})));
    return 'cell-choices';
  }

  /** Leaves the field that is open and waits until all that was typed has been read. */
  async settled() {
    const open = this.box.querySelector('.cell-input');
    if (open) open.blur();
    await this.writing;
  }

  /** Writes texts into cells as one step, after those that were typed before. */
  write(cells) {
    this.writing = (this.writing || Promise.resolve()).then(() => this.read(cells));
    return this.writing;
  }

  /** The server reads the texts, and what it cannot read stays visible with the reason. */
  async read(cells) {
    const says = cells.filter((c) => c.kind === 'says');
    const plain = cells.filter((c) => c.kind !== 'says');
    let readings = [];
    try {
      readings = plain.length ? await this.server.readCells(this.store.sheet, plain) : [];
    } catch (refusal) {
      readings = plain.map(() => ({reason: refusal.message}));
    }
    this.store.change((state) => {
      const row = (c) => state.sheet.decisions.find((d) => d.name === c.decision).rows.find((r) => r.id === c.row);
      says.filter(row).forEach((c) => { row(c).says = c.text; });
      plain.forEach((c, i) => {
        if (!row(c)) return; // taken away meanwhile
        const key = cellKey(c.decision, c.row, c.kind, c.column);
        const reading = readings[i];
        if (reading.feel === undefined || reading.feel === null) {
          state.unread[key] = {text: c.text, reason: reading.reason};
          return;
        }
        delete state.unread[key];
        row(c)[c.kind][c.column] = reading.feel;
        const table = state.plain[c.decision] || (state.plain[c.decision] = {});
        const line = table[c.row] || (table[c.row] = {cells: [...row(c).cells], outputs: [...row(c).outputs]});
        line[c.kind][c.column] = reading.plain;
      });
    });
    const missed = readings.filter((r) => r.reason);
    if (missed.length) this.actions.announce(missed[0].reason);
  }

  addRow(decision, index) {
    const id = this.store.freshId(decision);
    this.store.change((state) => {
      const d = state.sheet.decisions.find((x) => x.name === decision);
      const model = d.rows[Math.max(0, index - 1)];
      const row = {
        id, cells: d.inputs.map(() => '-'), outputs: model ? [...model.outputs] : d.outputs.map(() => 'null'), says: '',
        cites: model ? structuredClone(model.cites) : [], comment: null,
      };
      d.rows.splice(index, 0, row);
      const table = state.plain[decision] || (state.plain[decision] = {});
      table[id] = {cells: d.inputs.map(() => this.words['anything']), outputs: model && table[model.id] ? [...table[model.id].outputs] : [...row.outputs]};
    });
    this.at = {decision, row: id, kind: 'cells', column: 0};
    this.go(this.find(this.at) || this.box.querySelector(`tr[data-row="${CSS.escape(id)}"] [role=gridcell]`));
  }

  removeRow(decision, id) {
    const rows = this.store.decision(decision).rows;
    const index = rows.findIndex((r) => r.id === id);
    const next = rows[index + 1] || rows[index - 1];
    if (this.at && next) this.at = {...this.at, row: next.id};
    this.store.change((state) => {
      const d = state.sheet.decisions.find((x) => x.name === decision);
      d.rows.splice(index, 1);
      Object.keys(state.unread).filter((key) => key.startsWith(`${decision}/${id}/`)).forEach((key) => delete state.unread[key]);
    });
    this.actions.announce(this.words['removed'].replace('{0}', id));
  }

  // ---------------------------------------------------------------- Excel

  copy(event) {
    const cell = this.cellOf(event.target);
    if (!cell || event.target !== cell || String(window.getSelection())) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', cell.textContent);
  }

  /** Lines are rows, tabs are columns, from the cell that has the focus to the right and down; rows that are missing are added. */
  async paste(event) {
    const cell = this.cellOf(event.target);
    if (!cell || event.target !== cell || this.readOnly) return;
    event.preventDefault();
    const lines = tsv(event.clipboardData.getData('text/plain'));
    if (!lines.length) return;
    const start = this.place(cell);
    const decision = this.store.decision(start.decision);
    const columns = [...decision.inputs.map((ignored, i) => ['cells', i]), ...decision.outputs.map((ignored, i) => ['outputs', i]), ['says', 0]];
    const first = columns.findIndex(([kind, column]) => kind === start.kind && column === start.column);
    let index = decision.rows.findIndex((r) => r.id === start.row);
    const cells = [];
    lines.forEach((line) => {
      if (index >= this.store.decision(start.decision).rows.length) this.addRow(start.decision, index);
      const row = this.store.decision(start.decision).rows[index];
      line.slice(0, columns.length - first).forEach((text, i) => {
        const [kind, column] = columns[first + i];
        cells.push({decision: start.decision, row: row.id, kind, column, text: text.trim()});
      });
      index += 1;
    });
    const lost = lines.reduce((n, line) => n + Math.max(0, line.length - (columns.length - first)), 0);
    await this.write(cells);
    this.actions.announce(this.words['pasted'].replace('{0}', cells.length) + (lost ? this.words['pasted-lost'].replace('{0}', lost) : ''));
    this.go(this.find(start));
  }
}

/** Tab separated values as Excel puts them on the clipboard, with quoted cells that hold line breaks. */
export const tsv = (text) => {
  const lines = [[]];
  let cell = '';
  let quoted = false;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  for (let i = 0; i < source.length; i += 1) {
    const c = source[i];
    if (quoted && c === '"' && source[i + 1] === '"') { cell += '"'; i += 1; }
    else if (c === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && (c === '\t' || c === '\n')) {
      lines.at(-1).push(cell);
      cell = '';
      if (c === '\n') lines.push([]);
    } else cell += c;
  }
  lines.at(-1).push(cell);
  return lines.some((line) => line.some((x) => x)) ? lines : [];
};

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n) => {
  const units = ['', '十', '百', '千'];
  const text = [...String(n)].reverse().map((d, i) => (d === '0' ? '零' : DIGITS[d] + units[i])).reverse().join('')
    .replace(/零+/g, '零').replace(/零$/, '');
  return n >= 10 && n < 20 ? text.replace(/^一十/, '十') : text;
};

/** 124/1/1 → 第一百二十四条第一款第（一）项. */
export const placeInChinese = (at) => {
  const [article, paragraph, item, sub] = (at || '').split('/');
  const [number, insertion] = (article || '').split('-');
  if (!number) return at || '';
  return `第${numeral(Number(number))}条` + (insertion ? `之${numeral(Number(insertion))}` : '') + (paragraph ? `第${numeral(Number(paragraph))}款` : '')
    + (item ? `第（${numeral(Number(item))}）项` : '') + (sub ? `第${sub}目` : '');
};
