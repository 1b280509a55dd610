import { expect, test } from 'vitest';
import { next, UNSORTED } from '../../src/answer-grid/sort';

test('goes up, then down, then back to the order that the rows came in', () => {
  const up = next(UNSORTED, 3);
  const down = next(up, 3);
  expect(up).toEqual({ column: 3, direction: 'ascending' });
  expect(down).toEqual({ column: 3, direction: 'descending' });
  expect(next(down, 3)).toEqual(UNSORTED);
});

test('begins anew at another column', () => {
  expect(next({ column: 0, direction: 'descending' }, 1)).toEqual({ column: 1, direction: 'ascending' });
});

test('is by one column, which may be the first', () => {
  expect(next(UNSORTED, 0)).toEqual({ column: 0, direction: 'ascending' });
});
