import type { GridItemModel } from '@vaadin/grid';
import type { GridColumn } from '@vaadin/grid/vaadin-grid-column.js';
import { columnId, positionOf } from './column-id';
import type { Column, Row } from './rows';

const NUMBER = new Intl.NumberFormat('en');

/** The column with the number of a row among those that are shown. A click on it selects the row. */
export function numbers(): GridColumn<Row> {
  const column = document.createElement('vaadin-grid-column') as GridColumn<Row>;
  column.width = '4rem';
  column.flexGrow = 0;
  column.frozen = true;
  column.textAlign = 'end';
  column.headerRenderer = (root) => {
    root.textContent = '#';
    root.title = 'Click the number of a row to select it';
  };
  column.renderer = (root, _, model) => {
    write(root, NUMBER.format(model.index + 1));
  };
  return column;
}

/** The column at a position of the answer. All content is inserted as text. */
export function column(position: number): GridColumn<Row> {
  const made = document.createElement('vaadin-grid-column') as GridColumn<Row>;
  made.id = columnId(position);
  made.resizable = true;
  made.renderer = (root, _, model) => draw(root, position, model);
  return made;
}

/** Describes a column again, after the answer's column that it shows has changed. */
export function describe(column: GridColumn<Row>, described: Column, filter: (column: number, wanted: string) => void) {
  column.width = `${described.width}rem`;
  column.flexGrow = 1;
  column.textAlign = described.number ? 'end' : 'start';
  let drawn = false;
  column.headerRenderer = (root) => {
    if (!drawn) {
      drawn = true;
      root.replaceChildren(header(described, positionOf(column), filter));
    }
  };
}

function header(described: Column, position: number, filter: (column: number, wanted: string) => void): HTMLElement {
  const header = document.createElement('div');
  header.className = described.number ? 'column-header number' : 'column-header';
  header.dataset.position = String(position);
  const name = document.createElement('span');
  name.className = 'column-sorter';
  name.textContent = described.name;
  name.title = `${described.name}\nSort: click, or Space. Width: drag its edge, or Shift with an arrow.`;
  const type = document.createElement('span');
  type.className = 'column-type';
  type.textContent = described.type;
  type.title = described.wholeType;
  const field = document.createElement('input');
  field.className = 'column-filter';
  field.type = 'search';
  field.placeholder = described.number ? '> 5' : 'Filter';
  field.setAttribute('aria-label', `Filter ${described.name}`);
  field.setAttribute('focus-target', '');
  field.title = 'A text, > 5, <= 2019-04-01, = x, != x, null, not null';
  let waiting = 0;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => filter(position, field.value), 250);
  });
  header.append(name, type, field);
  return header;
}

function draw(root: HTMLElement, position: number, model: GridItemModel<Row>) {
  const cell = model.item.cells[position];
  root.classList.toggle('null-cell', cell === null);
  root.classList.toggle('cut-cell', Array.isArray(cell));
  if (!Array.isArray(cell)) {
    write(root, cell ?? 'NULL');
    return;
  }
  let open = root.querySelector('button');
  if (!open) {
    root.textContent = '';
    open = document.createElement('button');
    open.type = 'button';
    open.className = 'cell-open';
    open.tabIndex = -1;
    open.setAttribute('aria-label', 'Show whole value');
    root.append(document.createElement('span'), open);
  }
  (root.firstElementChild as HTMLElement).textContent = cell[0];
}

/** A text that takes the place of another in the same node needs no styles to be computed. */
function write(root: HTMLElement, text: string) {
  const { firstChild } = root;
  if (firstChild instanceof Text && firstChild === root.lastChild) {
    firstChild.data = text;
  } else {
    root.textContent = text;
  }
}
