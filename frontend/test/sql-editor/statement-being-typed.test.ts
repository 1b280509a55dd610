import { expect, test } from 'vitest';
import { around } from '../../src/sql-editor/statement';
import { editor } from './editor';

function typed(marked: string) {
  const state = editor(marked);
  return around(state, state.selection.main.head);
}

test('is the whole statement, also what follows the cursor', () => {
  expect(typed('SELECT 1; SELECT |\nFROM trips; SELECT 3')).toBe('SELECT \nFROM trips;');
});

test('goes on behind its last word, over blanks and lines', () => {
  expect(typed('SELECT 1; SELECT * FROM trips\n  |')).toBe('SELECT * FROM trips\n  ');
});

test('is over at its semicolon', () => {
  expect(typed('SELECT * FROM trips; |')).toBe('');
});

test('is the next one before its first word', () => {
  expect(typed('|SELECT 1')).toBe('SELECT 1');
});

test('is nothing in an empty text', () => {
  expect(typed('|')).toBe('');
});

test('is looked at only near the cursor where it is long', () => {
  const columns = Array.from({ length: 5000 }, (_, i) => `c${i}`).join(', ');
  const near = typed(`SELECT ${columns}, |${columns} FROM trips`);
  expect(near).toHaveLength(20_000);
  expect(near).toContain('c4999, c0, c1');
});
