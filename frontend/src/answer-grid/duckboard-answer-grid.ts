import '@vaadin/grid/vaadin-grid.js';
import type { Grid, GridEventContext } from '@vaadin/grid';
import type { GridColumn } from '@vaadin/grid/vaadin-grid-column.js';
import { write } from './clipboard';
import { positionOf } from './column-id';
import { column, describe, numbers } from './columns';
import { leanColumns } from './lean-columns';
import { leanRows } from './lean-rows';
import { Pages } from './pages';
import { type Column, type Row, rowOf, type Server, type WireRow } from './rows';
import { Selection } from './selection';
import { markSort, next, type Sort, UNSORTED } from './sort';

/** The number of rows in one request. */
const BLOCK = 50;
/** Answers with no more rows than this are shown as a whole, without a scrolling box of their own. */
const ROWS_AT_ONCE = 20;
/** How much wider a key makes a column, in pixels. */
const STEP = 24;
const NARROWEST = 48;

/** A vaadin-grid over rows that stay on the server, which says by `show` and `update` which rows they are. */
class DuckboardAnswerGrid extends HTMLElement {
  declare $server: Server;

  private grid = document.createElement('vaadin-grid') as Grid<Row>;
  private readonly nothing = document.createElement('span');
  private readonly selection = new Selection(
    (from, to) => this.$server.positions(from, to),
    () => this.showSelection(),
  );
  private columns: GridColumn<Row>[] = [];
  /** Whether somebody has reordered the columns. */
  private isMoved = false;
  private name = '';
  private drawn = '';
  private size = 0;
  /** The rows of the last `show` or `update`, as long as the order has not changed since. */
  private first?: Row[];
  private sort: Sort = UNSORTED;
  /** Where a menu was opened. */
  private target?: GridEventContext<Row>;

  constructor() {
    super();
    this.nothing.slot = 'empty-state';
    this.addEventListener('click', (event) => this.clicked(event));
    this.addEventListener('dblclick', (event) => this.openAt(this.grid.getEventContext(event)));
    this.addEventListener('contextmenu', (event) => (this.target = this.grid.getEventContext(event)));
    // Runs before the grid itself, which handles Enter and the arrows in its own way.
    this.addEventListener('keydown', (event) => this.pressed(event), { capture: true });
  }

  set label(words: string) {
    this.name = words;
    this.grid.accessibleName = words;
  }

  /** Whether headers have a field to filter by. */
  set filtering(isOffered: boolean) {
    this.toggleAttribute('filtering', isOffered);
    if (!isOffered) {
      this.clearFields();
    }
  }

  show(columns: Column[], size: number, first: WireRow[]) {
    this.take(size, first, columns.length === 0 ? 'The answer has no columns.' : 'No rows');
    this.sort = UNSORTED;
    // Runs before the new headers come, because they do not know about the order that their cells still show.
    markSort(this.grid, UNSORTED);
    const description = JSON.stringify(columns);
    if (description === this.drawn && this.grid.isConnected) {
      this.clearFields();
    } else {
      this.drawn = description;
      this.head(columns);
    }
    this.grid.allRowsVisible = size <= ROWS_AT_ONCE;
    this.load();
    if (!this.grid.isConnected) {
      this.replaceChildren(this.grid);
    }
    this.grid.scrollToIndex(0);
    this.grid.scrollToColumn(0);
  }

  /** Shows other rows of the same answer, in the order that was last asked for. */
  update(size: number, first: WireRow[]) {
    this.take(size, first, 'No row is like that.');
    this.load();
    this.grid.scrollToIndex(0);
  }

  clear() {
    this.show([], 0, []);
  }

  /** Copies the selected rows, or all rows. */
  copyRows(format: string) {
    const positions = [...this.selection.positions];
    void this.copy(this.$server.copy(format, positions), format, positions.length);
  }

  copyValue() {
    const at = this.target && this.place(this.target);
    if (at) {
      this.copyCell(at.position, at.column);
    }
  }

  openValue() {
    if (this.target) {
      this.openAt(this.target);
    }
  }

  copyCell(position: number, column: number) {
    void this.copy(this.$server.text(position, column), '', 1);
  }

  private async copy(text: Promise<string>, format: string, count: number) {
    try {
      await write(text);
      this.$server.copied(format, count);
    } catch {
      this.$server.notCopied();
    }
  }

  private take(size: number, first: WireRow[], nothing: string) {
    this.size = size;
    this.first = first.map(rowOf);
    this.nothing.textContent = nothing;
    this.selection.clear();
  }

  private head(columns: Column[]) {
    if (columns.length !== this.columns.length || this.isMoved || !this.grid.isConnected) {
      this.renew(columns.length);
    }
    const filter = (position: number, wanted: string) => this.$server.filterColumn(position, wanted);
    for (const [position, each] of this.columns.entries()) {
      describe(each, columns[position], filter);
    }
  }

  /**
   * A grid that gets its columns before it is on the page lays them out once, and not once for each: with 500, that is
   * half a second instead of a minute. Describing its columns again is less work than making them.
   */
  private renew(columns: number) {
    const grid = document.createElement('vaadin-grid') as Grid<Row>;
    leanRows(grid);
    leanColumns(grid);
    grid.setAttribute('theme', 'no-border');
    grid.accessibleName = this.name;
    grid.columnRendering = 'lazy';
    grid.columnReorderingAllowed = true;
    grid.pageSize = BLOCK;
    grid.itemIdPath = 'position';
    grid.addEventListener('column-reorder', () => (this.isMoved = true));
    this.columns = Array.from({ length: columns }, (_, position) => column(position));
    grid.append(this.nothing, ...(columns === 0 ? [] : [numbers(), ...this.columns]));
    this.grid.remove();
    this.grid = grid;
    this.isMoved = false;
  }

  private load() {
    this.grid.size = this.size;
    // Makes new pages, so that answers to earlier requests are ignored.
    const { size, sort } = this;
    const pages = new Pages(async (page) =>
      (await this.$server.rows(page * BLOCK, BLOCK, sort.column, sort.direction === 'descending')).map(rowOf),
    );
    this.grid.dataProvider = ({ page }, callback) => {
      if (page === 0 && this.first) {
        callback(this.first, size);
      } else {
        pages.want(page, (rows) => callback(rows, size));
      }
    };
  }

  private sortBy(column: number) {
    this.sort = next(this.sort, column);
    markSort(this.grid, this.sort);
    this.first = undefined;
    this.load();
  }

  private clearFields() {
    for (const field of this.querySelectorAll<HTMLInputElement>('.column-filter')) {
      field.value = '';
    }
  }

  private showSelection() {
    this.grid.selectedItems = [...this.selection.positions].map((position) => ({ position, cells: [] }));
    this.$server.select(this.selection.positions.size);
  }

  private place(context: GridEventContext<Row>) {
    const column = positionOf(context.column);
    return context.section === 'body' && context.item && column >= 0
      ? { position: context.item.position, column }
      : undefined;
  }

  private openAt(context: GridEventContext<Row>) {
    const at = this.place(context);
    if (at) {
      this.$server.open(at.position, at.column);
    }
  }

  private clicked(event: MouseEvent) {
    const context = this.grid.getEventContext(event);
    if (context.section === 'header' && (event.target as Element).closest('.column-sorter')) {
      this.sortBy(positionOf(context.column));
      return;
    }
    if (context.section !== 'body' || !context.item || context.index === undefined) {
      return;
    }
    if ((event.target as Element).closest('.cell-open')) {
      this.openAt(context);
    } else if (event.shiftKey) {
      getSelection()?.removeAllRanges();
      void this.selection.extend(context.index);
    } else if (event.ctrlKey || event.metaKey || !this.place(context)) {
      this.selection.toggle(context.item.position, context.index);
    } else {
      this.selection.touch(context.index);
    }
  }

  private pressed(event: KeyboardEvent) {
    if (event.composedPath()[0] instanceof HTMLInputElement) {
      return;
    }
    const context = this.grid.getEventContext(event);
    const handled = context.section === 'header' ? this.headerKey(event, context) : this.bodyKey(event, context);
    if (handled) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  private headerKey(event: KeyboardEvent, { column }: GridEventContext<Row>): boolean {
    const cell = event.composedPath()[0] as HTMLElement;
    if (event.shiftKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight') && column?.resizable) {
      const wider = event.key === 'ArrowRight' ? STEP : -STEP;
      resize(column, Math.max(NARROWEST, cell.offsetWidth + wider));
      return true;
    }
    const sorts = event.key === ' ' || (event.key === 'Enter' && !this.hasAttribute('filtering'));
    if (sorts && positionOf(column) >= 0) {
      this.sortBy(positionOf(column));
    }
    return sorts;
  }

  private bodyKey(event: KeyboardEvent, context: GridEventContext<Row>): boolean {
    const command = (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (command && event.key === 'a') {
      void this.selection.add(0, this.size);
      return true;
    }
    const at = this.place(context);
    if (command && event.key === 'c' && at && getSelection()?.isCollapsed) {
      this.copyCell(at.position, at.column);
      return true;
    }
    if (event.key === 'Enter' && at) {
      this.openAt(context);
      return true;
    }
    if (event.key === ' ' && context.item && context.index !== undefined) {
      if (event.shiftKey) {
        void this.selection.extend(context.index);
      } else {
        this.selection.toggle(context.item.position, context.index);
      }
      return true;
    }
    if (event.key === 'Escape') {
      this.selection.clear();
    }
    return false;
  }
}

function resize(column: GridColumn<Row>, width: number) {
  column.flexGrow = 0;
  column.width = `${width}px`;
}

customElements.define('duckboard-answer-grid', DuckboardAnswerGrid);
