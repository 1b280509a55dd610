/** The sort order of the rows: a column of the answer, or -1 for the original order. */
export interface Sort {
  column: number;
  direction: 'ascending' | 'descending';
}

export const UNSORTED: Sort = { column: -1, direction: 'ascending' };

/** The next order: ascending, then descending, then the original one. */
export function next(sort: Sort, column: number): Sort {
  if (sort.column !== column) {
    return { column, direction: 'ascending' };
  }
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : UNSORTED;
}

/** Shows the order in the headers and announces it to screen readers. */
export function markSort(grid: HTMLElement, sort: Sort) {
  for (const header of grid.querySelectorAll<HTMLElement>('.column-header')) {
    const cell = header.parentElement?.assignedSlot?.parentElement;
    if (header.dataset.position === String(sort.column)) {
      header.dataset.sort = sort.direction;
      cell?.setAttribute('aria-sort', sort.direction);
    } else if (header.dataset.sort) {
      delete header.dataset.sort;
      cell?.removeAttribute('aria-sort');
    }
  }
}
