// What a sheet is about: the item, the days and the place in force, the provisions it rests on and the document it was published in.
import {element, placeInChinese} from './grid.js';

const DIVISION = /^\d{6}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class AboutEditor {
  /**
   * @param box where the form goes
   * @param store the sheet
   * @param words texts of the page
   * @param known {items, fields, places, roles}
   * @param find opens the search of provisions and hands over what is chosen
   */
  constructor(box, store, words, known, find, readOnly) {
    Object.assign(this, {box, store, words, known, find, readOnly});
    // A moment later: the key that leaves a field has moved on by then, and the focus is put back where it went.
    store.onChange(() => { clearTimeout(this.later); this.later = setTimeout(() => this.draw(), 0); });
    this.draw();
  }

  draw() {
    const active = this.box.contains(document.activeElement) ? document.activeElement : null;
    const focused = active ? active.id : '';
    // What is being typed is not committed yet: it stays, with the place where the next key goes.
    const typed = active && active.matches('input, textarea') && active.value !== active.defaultValue
      ? {value: active.value, start: active.type === 'date' ? null : active.selectionStart} : null;
    const {sheet} = this.store;
    this.drawing = true;
    this.box.replaceChildren(
      this.part('item', sheet.item ? this.item(sheet.item) : []),
      this.part('force', [
        this.field('from', sheet.effectiveFrom, (s, v) => { s.effectiveFrom = v; }, {type: 'date', valid: (v) => DAY.test(v)}),
        this.field('to', sheet.effectiveTo, (s, v) => { s.effectiveTo = v || null; }, {type: 'date', hint: this.words['about.to.hint']}),
        this.field('jurisdiction', sheet.jurisdiction, (s, v) => { s.jurisdiction = v; },
          {list: this.known.places, hint: this.known.places[sheet.jurisdiction] || this.words['about.jurisdiction.hint'], valid: (v) => DIVISION.test(v)}),
        this.field('authority', sheet.authority, (s, v) => { s.authority = v; }),
      ]),
      this.basis(sheet.basis),
      sheet.kind === 'statute' ? '' : this.source(sheet.source),
      this.part('person', [
        this.field('leftToPerson', sheet.leftToPerson.join('\n'), (s, v) => { s.leftToPerson = lines(v); }, {area: true, wide: true, hint: this.words['about.leftToPerson.hint']}),
        this.field('notes', sheet.notes, (s, v) => { s.notes = v; }, {area: true, wide: true}),
      ]));
    this.drawing = false;
    const again = focused && document.getElementById(focused);
    if (again) {
      again.focus({preventScroll: true});
      if (typed) {
        again.value = typed.value;
        if (typed.start !== null) again.setSelectionRange(typed.start, typed.start);
      } else if (again.matches('input[type=text]')) {
        again.select();
      }
    }
  }

  part(name, fields) {
    if (!fields.length) return '';
    return element('fieldset', {class: 'card question-card'}, element('div', {class: 'card-body'},
      element('legend', {class: 'h-card'}, this.words['about.' + name]), element('div', {class: 'question-grid'}, ...fields)));
  }

  field(name, value, set, {type, area, list, hint, wide, valid} = {}) {
    const id = 'about-' + name;
    let committed = (value ?? '').trim();
    const commit = (e) => {
      const text = e.target.value.trim();
      if (this.drawing || text === committed) return;
      e.target.parentElement.querySelectorAll('.field-error').forEach((old) => old.remove());
      if (valid && !valid(text)) {
        e.target.setAttribute('aria-invalid', 'true');
        e.target.before(element('p', {class: 'field-error', role: 'alert'}, this.words['about.invalid.' + name]));
        return;
      }
      committed = text;
      this.store.change((state) => set(state.sheet, text));
    };
    const field = element(area ? 'textarea' : 'input', {
      class: 'form-control', id, type: area ? undefined : type || 'text', value: area ? undefined : value ?? '', disabled: this.readOnly,
      rows: area ? Math.min(12, Math.max(3, (value || '').split('\n').length)) : undefined,
      list: list ? id + '-list' : undefined, autocomplete: 'off', 'aria-describedby': hint ? id + '-hint' : undefined,
      onchange: commit, onblur: commit,
    }, area ? value || '' : '');
    return element('div', {class: 'field' + (wide ? ' field-wide' : '')},
      element('label', {class: 'form-label', for: id}, this.words['about.' + name]), field,
      list ? element('datalist', {id: id + '-list'}, ...Object.entries(list).map(([key, text]) => element('option', {value: key}, text))) : '',
      hint ? element('p', {class: 'hint', id: id + '-hint'}, hint) : '');
  }

  // ---------------------------------------------------------------- the item

  item(item) {
    const names = Object.fromEntries(this.known.items.map((i) => [i.code, i.name]));
    const held = this.known.items.find((i) => i.code === item.code);
    const fields = [
      this.field('code', item.code, (s, v) => {
        const chosen = this.known.items.find((i) => i.code === v);
        s.item = chosen ? structuredClone(chosen) : {...s.item, code: v};
      }, {list: names, hint: this.words[held ? 'about.code.known' : 'about.code.new'], valid: (v) => /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(v)}),
    ];
    if (held) return [...fields, this.said('name', held.name), this.said('field', this.known.fields[held.field] || held.field), this.said('organ', held.organ)];
    return [...fields,
      this.field('name', item.name, (s, v) => { s.item.nameEn = s.item.nameEn === s.item.name ? v : s.item.nameEn; s.item.name = v; }, {valid: Boolean}),
      this.choice('field', item.field, this.known.fields, (s, v) => { s.item.field = v; }),
      this.field('organ', item.organ, (s, v) => { s.item.organ = v; })];
  }

  said(name, text) {
    return element('div', {class: 'field'}, element('p', {class: 'form-label'}, this.words['about.' + name]), element('p', {}, text || '—'));
  }

  choice(name, value, options, set) {
    const id = 'about-' + name;
    return element('div', {class: 'field'}, element('label', {class: 'form-label', for: id}, this.words['about.' + name]),
      element('select', {class: 'form-select', id, disabled: this.readOnly, onchange: (e) => this.store.change((state) => set(state.sheet, e.target.value))},
        ...Object.entries(options).map(([key, text]) => element('option', {value: key, selected: key === value}, text))));
  }

  // ---------------------------------------------------------------- what it rests on

  basis(basis) {
    const name = (b) => (b.document ? `《${b.document.document}》` : `《${b.law}》${placeInChinese(b.at)}`);
    const rows = basis.map((b, i) => element('li', {class: 'basis-line'},
      element('select', {
        class: 'form-select basis-role', 'aria-label': `${this.words['about.role']} ${name(b)}`, id: 'about-role-' + i, disabled: this.readOnly,
        onchange: (e) => this.store.change((state) => { state.sheet.basis[i].role = e.target.value; }),
      }, ...Object.entries(this.known.roles).map(([key, text]) => element('option', {value: key, selected: key === b.role}, text))),
      element('span', {}, name(b), b.version ? element('span', {class: 'sub num'}, this.words['about.version'].replace('{0}', b.version)) : ''),
      this.readOnly ? '' : element('button', {
        type: 'button', class: 'btn btn-sm', 'aria-label': `${this.words['take-away']} ${name(b)}`,
        onclick: () => this.store.change((state) => state.sheet.basis.splice(i, 1)),
      }, this.words['take-away'])));
    return element('fieldset', {class: 'card question-card'}, element('div', {class: 'card-body'},
      element('legend', {class: 'h-card'}, this.words['about.basis']),
      rows.length ? element('ul', {class: 'cite-list'}, ...rows) : element('p', {class: 'hint'}, this.words['about.basis.none']),
      this.readOnly ? '' : element('button', {
        type: 'button', class: 'btn btn-sm', id: 'about-add-basis',
        onclick: () => this.find((found) => this.store.change((state) => {
          const role = state.sheet.kind === 'statute' ? 'penalty' : state.sheet.kind === 'benchmark' ? 'parent' : 'hook';
          found.forEach((p) => state.sheet.basis.push({role, law: p.law, version: p.version, at: p.at, document: null}));
        })),
      }, '＋ ' + this.words['about.add-basis'])));
  }

  // ---------------------------------------------------------------- the document

  source(source) {
    if (!source) {
      return this.readOnly ? '' : element('fieldset', {class: 'card question-card'}, element('div', {class: 'card-body'},
        element('legend', {class: 'h-card'}, this.words['about.source']),
        element('button', {
          type: 'button', class: 'btn btn-sm', onclick: () => this.store.change((state) => {
            state.sheet.source = {document: '', number: '', issuer: state.sheet.authority, item: null, reference: null, confidence: 'exact from source'};
          }),
        }, '＋ ' + this.words['about.add-source'])));
    }
    return this.part('source', [
      this.field('document', source.document, (s, v) => { s.source.document = v.replace(/^《|》$/g, ''); }, {wide: true}),
      this.field('number', source.number, (s, v) => { s.source.number = v; }, {hint: this.words['about.number.hint']}),
      this.field('sourceItem', source.item, (s, v) => { s.source.item = v || null; }),
    ]);
  }
}

const lines = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean);
