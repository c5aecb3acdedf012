// The sheet that is being edited, with undo. Cells hold what the lawyer wrote (plain) beside what the engine runs (FEEL).

/** A copy that shares nothing with its source. */
const copy = (value) => structuredClone(value);

export class Store {
  /**
   * @param sheet the sheet, as the contract has it
   * @param plain decision name → row id → {cells, outputs}: the same cells in plain Chinese
   */
  constructor(sheet, plain) {
    this.state = {sheet, plain, unread: {}};
    this.past = [];
    this.future = [];
    this.saved = JSON.stringify(sheet);
    this.listeners = [];
  }

  get sheet() { return this.state.sheet; }
  get plain() { return this.state.plain; }

  /** Cells that were not understood: "decision/row/kind/column" → {text, reason}. */
  get unread() { return this.state.unread; }

  get changed() { return JSON.stringify(this.sheet) !== this.saved || Object.keys(this.unread).length > 0; }

  onChange(listener) { this.listeners.push(listener); }

  /** One step that can be undone. */
  change(edit) {
    this.past.push(copy(this.state));
    if (this.past.length > 200) this.past.shift();
    this.future = [];
    edit(this.state);
    this.tell();
  }

  undo() { this.step(this.past, this.future); }
  redo() { this.step(this.future, this.past); }

  step(from, to) {
    if (!from.length) return;
    to.push(this.state);
    this.state = from.pop();
    this.tell();
  }

  /** `sent` is the sheet as it went to the server; what was typed since is not saved. */
  markSaved(sent) {
    this.saved = sent;
    this.tell();
  }

  tell() { this.listeners.forEach((listener) => listener()); }

  decision(name) { return this.sheet.decisions.find((d) => d.name === name); }

  fact(name) { return this.sheet.facts.find((f) => f.name === name); }

  /** What stands in a cell as the lawyer sees it. */
  text(decision, row, kind, column) {
    const missed = this.unread[cellKey(decision, row.id, kind, column)];
    if (missed) return missed.text;
    const plain = this.plain[decision] && this.plain[decision][row.id];
    return plain ? plain[kind][column] ?? '' : row[kind][column] ?? '';
  }

  /** A row id that is not used yet, in the manner of its neighbours. */
  freshId(decision) {
    const used = new Set(this.sheet.decisions.flatMap((d) => d.rows.map((r) => r.id)));
    const last = this.decision(decision).rows.at(-1);
    const [, stem, number] = /^(.*?)(\d*)$/.exec(last ? last.id : 'T0');
    let n = Number(number || 0);
    do n += 1; while (used.has(stem + n));
    return stem + n;
  }
}

/** kind is `cells` or `outputs`. */
export const cellKey = (decision, row, kind, column) => `${decision}/${row}/${kind}/${column}`;
