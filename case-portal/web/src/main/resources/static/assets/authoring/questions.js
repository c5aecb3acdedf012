// The questions of a sheet: what the officer is asked, with the answers allowed and the evidence that establishes them.
import {element} from './grid.js';

const TYPES = ['choice', 'boolean', 'money', 'number', 'integer', 'date'];

export class QuestionEditor {
  constructor(box, store, words, readOnly) {
    Object.assign(this, {box, store, words, readOnly});
    store.onChange(() => this.draw());
    this.draw();
  }

  draw() {
    if (this.box.contains(document.activeElement) && document.activeElement.matches('input, textarea')) return;
    this.box.replaceChildren(...this.store.sheet.facts.map((fact, i) => this.card(fact, i)),
      this.readOnly ? '' : element('button', {type: 'button', class: 'btn', onclick: () => this.add()}, '＋ ' + this.words['add-question']));
  }

  card(fact, index) {
    const id = (name) => `question-${index}-${name}`;
    const text = (name, value, area) => element('div', {class: 'field'},
      element('label', {class: 'form-label', for: id(name)}, this.words['fact.' + name]),
      element(area ? 'textarea' : 'input', {
        class: 'form-control', id: id(name), disabled: this.readOnly || fact.fromParty, rows: area ? Math.max(2, (value || '').split('\n').length) : undefined,
        value: area ? undefined : value || '', onchange: (e) => this.set(index, name, e.target.value),
      }, area ? value || '' : ''));
    const type = element('div', {class: 'field'},
      element('label', {class: 'form-label', for: id('type')}, this.words['fact.type']),
      element('select', {class: 'form-select', id: id('type'), disabled: this.readOnly || fact.fromParty, onchange: (e) => this.set(index, 'type', e.target.value)},
        ...TYPES.map((value) => element('option', {value, selected: value === fact.type}, this.words['type.' + value]))));
    return element('fieldset', {class: 'card question-card'}, element('div', {class: 'card-body'},
      element('legend', {class: 'h-card'}, fact.label || fact.name, fact.judgedBy ? element('span', {class: 'tag tag-judge'}, this.words['judged']) : ''),
      element('div', {class: 'question-grid'},
        text('label', fact.label || fact.name), type,
        ['money', 'number', 'integer'].includes(fact.type) ? text('unit', fact.unit) : '',
        fact.type === 'choice' ? text('values', fact.values.map((v) => v.value).join('\n'), true) : '',
        text('help', fact.help, true), text('evidence', fact.evidence), text('judgedBy', fact.judgedBy)),
      element('p', {class: 'hint'}, this.words['fact.name'] + '：', element('code', {}, fact.name)),
      this.readOnly || fact.fromParty ? '' : element('button', {type: 'button', class: 'btn btn-sm', onclick: () => this.remove(index)}, this.words['remove-question'])));
  }

  set(index, name, value) {
    this.store.change((state) => {
      const fact = state.sheet.facts[index];
      if (name === 'values') {
        const known = Object.fromEntries(fact.values.map((v) => [v.value, v]));
        fact.values = value.split('\n').map((v) => v.trim()).filter(Boolean).map((v) => known[v] || {value: v, label: null, labelEn: null});
      } else {
        fact[name] = value.trim() || null;
      }
    });
  }

  add() {
    const taken = new Set(this.store.sheet.facts.map((f) => f.name));
    let n = 1;
    while (taken.has(this.words['new-question'] + n)) n += 1;
    this.store.change((state) => state.sheet.facts.push({
      name: this.words['new-question'] + n, label: null, labelEn: null, type: 'choice', unit: null, min: null, max: null, values: [], help: null, evidence: null, judgedBy: null, fromParty: false,
    }));
  }

  remove(index) {
    const fact = this.store.sheet.facts[index];
    const used = this.store.sheet.decisions.some((d) => d.inputs.includes(fact.name));
    if (used) { window.alert(this.words['question-used'].replace('{0}', fact.label || fact.name)); return; }
    this.store.change((state) => state.sheet.facts.splice(index, 1));
  }
}
