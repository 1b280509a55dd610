import type { Grid } from '@vaadin/grid';
import type { Row } from './rows';

interface CellElement extends HTMLElement {
  _column?: HTMLElement;
  _content: HTMLElement;
  _renderer?: (content: HTMLElement, column: HTMLElement, model: Model) => void;
}

interface RowElement extends HTMLElement {
  index: number;
  _item?: Row;
  __cells: CellElement[];
}

interface Model {
  selected: boolean;
}

/** What vaadin-grid 25.2 has for itself of what is used here. */
interface Rows {
  _flatSize: number;
  __a11yUpdateRowRowindex(row: RowElement): void;
  __a11yUpdateRowSelected(row: RowElement, isSelected: boolean): void;
  __getRowItem(row: RowElement): Row | undefined;
  __getRowModel(row: RowElement): Model;
}

/**
 * Makes a grid write to a row that it uses again only what differs from before. vaadin-grid sets ten states on each cell
 * of each row, those of columns that are not drawn included. With `loading`, which its styles look for above slotted
 * cells, a browser computes the styles of all cells again; a row that waits for its cells is empty and busy instead.
 */
export function leanRows(grid: Grid<Row>) {
  Object.assign(grid, {
    _setLoading() {},
    __updateRow(this: Rows, row: RowElement) {
      this.__a11yUpdateRowRowindex(row);
      mark(row, 'first', row.index === 0);
      mark(row, 'last', row.index === this._flatSize - 1);
      row._item = this.__getRowItem(row);
      if (!row._item) {
        empty(row);
        return;
      }
      if (row.ariaBusy) {
        row.ariaBusy = null;
      }
      const model = this.__getRowModel(row);
      if (row.ariaSelected !== String(model.selected)) {
        this.__a11yUpdateRowSelected(row, model.selected);
        mark(row, 'selected', model.selected);
      }
      for (const { _column, _content, _renderer } of row.children as HTMLCollectionOf<CellElement>) {
        if (_column?.isConnected) {
          _renderer?.call(_column, _content, _column, model);
        }
      }
    },
  });
}

/** Sets a state as vaadin-grid does: as an attribute of the row, and as a class and a part of it and of its cells. */
function mark(row: RowElement, state: string, isSo: boolean) {
  if (row.hasAttribute(state) !== isSo) {
    row.toggleAttribute(state, isSo);
    toggle(row, `${state}-row`, isSo);
    for (const cell of row.__cells) {
      toggle(cell, `${state}-row-cell`, isSo);
    }
  }
}

function toggle(element: HTMLElement, part: string, isSo: boolean) {
  element.classList.toggle(part, isSo);
  element.part.toggle(part, isSo);
}

function empty(row: RowElement) {
  row.ariaBusy = 'true';
  for (const { _content } of row.__cells) {
    if (_content.firstChild) {
      _content.textContent = '';
    }
  }
}
