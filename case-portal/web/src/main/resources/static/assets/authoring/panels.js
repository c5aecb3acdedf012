// Beside the table: what is proved while one types, and what comes out for facts one tries.
import {element} from './grid.js';

const ORDER = {REFUTED: 0, NOT_PROVED: 1, PROVED: 2, NOT_APPLICABLE: 3};

export class ProofPanel {
  constructor(box, words, lead, facts) {
    Object.assign(this, {box, words, lead, facts});
  }

  busy() { this.box.setAttribute('aria-busy', 'true'); }

  /** Shows a report and gives the rows to mark. */
  show(report) {
    this.box.removeAttribute('aria-busy');
    const findings = [...report.findings].sort((a, b) => ORDER[a.status] - ORDER[b.status]);
    const count = (status) => findings.filter((f) => f.status === status).length;
    const open = findings.filter((f) => f.status === 'REFUTED' || f.status === 'NOT_PROVED');
    const proved = findings.filter((f) => f.status === 'PROVED' || f.status === 'NOT_APPLICABLE');
    this.box.replaceChildren(
      element('p', {class: 'proof-sum', role: 'status'},
        element('span', {class: 'chip ' + (count('REFUTED') ? 'chip-bad' : count('NOT_PROVED') ? 'chip-judgement' : 'chip-no-penalty')},
          this.words['proof-sum'].replace('{0}', count('REFUTED')).replace('{1}', count('NOT_PROVED')).replace('{2}', count('PROVED')))),
      element('ul', {class: 'proof-list'}, ...open.map((f) => this.finding(f))),
      proved.length ? element('details', {}, element('summary', {}, this.words['proof-rest'].replace('{0}', proved.length)),
        element('ul', {class: 'proof-list'}, ...proved.map((f) => this.finding(f)))) : '');
    const rows = (status) => new Set(findings.filter((f) => f.status === status).flatMap((f) => [...(f.where || '').split('、'), ...(f.example ? f.example.rows : [])]));
    return {refuted: rows('REFUTED'), doubted: rows('NOT_PROVED')};
  }

  fail(message) {
    this.box.removeAttribute('aria-busy');
    this.box.replaceChildren(element('p', {class: 'field-error'}, message));
  }

  finding(f) {
    // Rows of other rule sets carry their address; they are not in this table.
    const rows = (f.example && f.example.rows.length ? f.example.rows : f.where ? f.where.split('、') : []).filter((row) => !row.includes('#'));
    const isQuestion = (name) => this.facts().some((fact) => fact.name === name);
    return element('li', {class: 'finding finding-' + f.status.toLowerCase().replace('_', '-')},
      element('p', {class: 'finding-head'},
        element('span', {class: 'tag'}, this.words['status.' + f.status]), ' ',
        element('span', {class: 'strong'}, this.words['property.' + f.property]), ' ',
        ...rows.filter(isQuestion).map((name) => element('span', {class: 'strong'}, this.label(name))),
        ...rows.filter((row) => !isQuestion(row)).map((row) => element('button', {type: 'button', class: 'row-link mono', onclick: () => this.lead(row)}, row))),
      element('p', {class: 'finding-text'}, f.message),
      f.example ? this.example(f.example) : '');
  }

  /** A question by its label. */
  label(name) {
    const fact = this.facts().find((f) => f.name === name);
    return (fact && fact.label) || name;
  }

  example(e) {
    const facts = Object.entries(e.facts);
    return element('dl', {class: 'example'},
      facts.length ? element('dt', {}, this.words['example']) : '',
      facts.length ? element('dd', {}, facts.map(([name, value]) => `${this.label(name)}：${value === true ? this.words['yes'] : value === false ? this.words['no'] : value}`).join('；')) : '',
      ...Object.entries(e.amounts).flatMap(([name, value]) => [element('dt', {}, name), element('dd', {class: 'num'}, value)]),
      e.on ? element('dt', {}, this.words['on']) : '', e.on ? element('dd', {class: 'num'}, e.on) : '');
  }
}

export class TryPanel {
  constructor(box, store, words, ask) {
    Object.assign(this, {box, store, words, ask, entries: {}});
    this.form = element('form', {class: 'try-form', onsubmit: (e) => e.preventDefault()});
    this.answer = element('div', {class: 'try-answer', role: 'status'});
    this.box.replaceChildren(this.form, this.answer);
    this.form.addEventListener('input', () => { this.collect(); this.ask(); });
    this.draw();
  }

  /** The facts entered so far, typed by their questions. */
  facts() {
    const facts = {};
    this.store.sheet.facts.forEach((fact) => {
      const text = this.entries[fact.name];
      if (text === undefined || text === '') return;
      facts[fact.name] = fact.type === 'boolean' ? text === 'true' : text;
    });
    return facts;
  }

  collect() {
    new FormData(this.form).forEach((value, name) => { this.entries[name] = value; });
  }

  draw() {
    const key = JSON.stringify(this.store.sheet.facts);
    if (key === this.drawn) return;
    this.drawn = key;
    this.form.replaceChildren(...this.store.sheet.facts.map((fact, i) => this.question(fact, 'try-' + i)));
  }

  question(fact, id) {
    const label = element('label', {class: 'form-label', for: id}, fact.label || fact.name, fact.unit ? element('span', {class: 'optional'}, fact.unit) : '');
    const now = this.entries[fact.name] ?? '';
    const options = fact.type === 'boolean' ? [['true', this.words['yes']], ['false', this.words['no']]]
      : fact.fromParty ? [['individual', this.words['individual']], ['sole-proprietor', this.words['sole-proprietor']], ['organisation', this.words['organisation']]]
        : fact.type === 'choice' ? fact.values.map((v) => [v.value, v.label || v.value]) : null;
    const field = options
      ? element('select', {class: 'form-select', id, name: fact.name}, element('option', {value: ''}, this.words['unanswered']),
        ...options.map(([value, text]) => element('option', {value, selected: value === now}, text)))
      : element('input', {class: 'form-control num', id, name: fact.name, value: now, type: fact.type === 'date' ? 'date' : 'text', inputmode: fact.type === 'date' ? undefined : 'decimal'});
    return element('div', {class: 'field'}, label, field);
  }

  show(result) {
    this.answer.replaceChildren(
      ...(result.missing.length ? [element('p', {class: 'hint'}, this.words['missing'].replace('{0}', result.missing.join('、')))] : []),
      ...(result.failures.length ? [element('ul', {class: 'field-error'}, ...result.failures.map((f) => element('li', {}, f)))] : []),
      element('dl', {class: 'pairs'}, ...result.lines.map((line) => element('div', {}, element('dt', {}, line.label), element('dd', {class: 'num strong'}, line.text)))));
  }

  fail(message) { this.answer.replaceChildren(element('p', {class: 'field-error'}, message)); }
}
