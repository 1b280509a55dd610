import { expect, test } from 'vitest';
import { positionOf } from '../../src/answer-grid/column-id';
import { rowOf } from '../../src/answer-grid/rows';

test('a row is its position, and its cells as they came', () => {
  expect(rowOf([7, 'text', ['cut'], null, ''])).toEqual({ position: 7, cells: ['text', ['cut'], null, ''] });
});

test('a row may have no cells', () => {
  expect(rowOf([0])).toEqual({ position: 0, cells: [] });
});

test.each([
  ['column-0', 0],
  ['column-12', 12],
  ['numbers', -1],
  ['', -1],
])('the column %j is at %i', (id, position) => {
  expect(positionOf({ id })).toBe(position);
});

test('no column is nowhere', () => {
  expect(positionOf(undefined)).toBe(-1);
});
