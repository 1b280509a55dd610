import type { Grid } from '@vaadin/grid';
import type { Row } from './rows';

interface Cell extends HTMLElement {
  _column: Column;
  __parentRow?: HTMLElement;
}

interface Column extends HTMLElement {
  frozen: boolean;
  _bodyContentHidden: boolean;
  _cells: Cell[];
  _sizerCell: Cell;
}

/** What vaadin-grid 25.2 has for itself of what is used here. */
interface Columns extends HTMLElement {
  $: Record<'table' | 'header' | 'footer' | 'items', HTMLElement>;
  _columnTree?: unknown;
  _frozenCells: HTMLElement[];
  _itemsFocusable?: HTMLElement;
  __cachedScrollLeft: number;
  __horizontalScrollPosition: number;
  _afterScroll(): void;
  _areSizerCellsAssigned(): boolean;
  _getColumnsInOrder(): Column[];
  _resetKeyboardNavigation(): void;
  __scrollToPendingColumn(): void;
  __updateColumnsBodyContentHidden(): void;
  __updateRowScrollPositionProperty(row: HTMLElement): void;
}

/**
 * Makes a grid draw the columns that come into view at once, and lay itself out once for all of them. vaadin-grid waits
 * until scrolling has paused, measures one column after having changed another, and moves cells by custom properties,
 * for whose sake a browser computes the styles of all cells again. The grid reads from left to right.
 */
export function leanColumns(grid: Grid<Row>) {
  const own = grid as unknown as Columns;
  const { _afterScroll } = own;
  Object.assign(grid, {
    _afterScroll(this: Columns) {
      _afterScroll.call(this);
      const { scrollLeft } = this.$.table;
      if (scrollLeft !== this.__cachedScrollLeft) {
        this.__cachedScrollLeft = scrollLeft;
        this.__updateColumnsBodyContentHidden();
      }
    },
    __updateColumnsBodyContentHidden(this: Columns) {
      if (this._columnTree && this._areSizerCellsAssigned()) {
        this.__scrollToPendingColumn();
        showColumns(this);
      }
    },
    __updateHorizontalScrollPosition(this: Columns) {
      if (this._columnTree) {
        moveTo(this, Math.max(0, this.$.table.scrollLeft));
      }
    },
  });
}

function showColumns(grid: Columns) {
  const columns = grid._getColumnsInOrder();
  const from = grid.$.table.scrollLeft;
  const to = from + grid.clientWidth;
  // All is read before anything is written.
  const places = columns.map(({ _sizerCell: { offsetLeft, offsetWidth } }) => ({
    start: offsetLeft,
    end: offsetLeft + offsetWidth,
  }));
  const isHidden = places.map(({ start, end }, at) => !columns[at].frozen && (end < from || start > to));
  const changed = columns.filter((column, at) => column._bodyContentHidden !== isHidden[at]);
  leaveOut(columns, places, isHidden);
  if (changed.length > 0) {
    const order = new Map(columns.map((column, at) => [column, at]));
    const hides = (column: Column) => isHidden[order.get(column) ?? 0];
    for (const cell of changed.filter(hides).flatMap(bodyCells)) {
      cell.remove();
    }
    for (const cell of changed.filter((column) => !hides(column)).flatMap(bodyCells)) {
      insert(cell, order);
    }
    for (const column of changed) {
      column._bodyContentHidden = hides(column);
    }
  }
  if (changed.length > 0 || !grid._itemsFocusable?.isConnected) {
    grid._resetKeyboardNavigation();
  }
}

/** Keeps the place of the columns before the first that is drawn, beside the row's number. */
function leaveOut(columns: Column[], places: { start: number; end: number }[], isHidden: boolean[]) {
  const lastFrozen = columns.findLastIndex(({ frozen }) => frozen);
  const first = columns.findIndex(({ frozen }, at) => !frozen && !isHidden[at]);
  if (lastFrozen >= 0) {
    const gap = first < 0 ? 0 : places[first].start - places[lastFrozen].end;
    for (const cell of bodyCells(columns[lastFrozen])) {
      cell.style.marginInlineEnd = `${gap}px`;
    }
  }
}

function bodyCells({ _cells, _sizerCell }: Column): Cell[] {
  return _cells.filter((cell) => cell !== _sizerCell);
}

function insert(cell: Cell, order: Map<Column, number>) {
  const at = order.get(cell._column) ?? 0;
  const row = cell.__parentRow;
  const cells = (row?.children ?? []) as ArrayLike<Cell>;
  row?.insertBefore(cell, Array.from(cells).find(({ _column }) => (order.get(_column) ?? 0) > at) ?? null);
}

function moveTo(grid: Columns, left: number) {
  grid.__horizontalScrollPosition = left;
  for (const part of [grid.$.header, grid.$.footer, grid.$.items]) {
    part.style.transform = `translate(${-left}px, 0)`;
  }
  for (const cell of grid._frozenCells) {
    cell.style.transform = `translate(${left}px, 0)`;
  }
  // Only the outline of a row that has the focus is placed by it.
  const focused = grid.shadowRoot?.activeElement;
  if (focused instanceof HTMLTableRowElement) {
    grid.__updateRowScrollPositionProperty(focused);
  }
}
