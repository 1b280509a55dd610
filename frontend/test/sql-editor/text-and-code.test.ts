import { expect, test } from 'vitest';
import { isText } from '../../src/sql-editor/statement';
import { editor } from './editor';

function isTextAt(marked: string) {
  const state = editor(marked);
  return isText(state, state.selection.main.head);
}

test.each([
  "SELECT 'a|b'",
  "SELECT 'it''|s'",
  'SELECT $$a|b$$',
  'SELECT $tag$a|b$tag$',
  'SELECT 1 -- on|e',
  'SELECT /* on|e */ 1',
  'SELECT /* one /* two */ thr|ee */ 1',
  "SELECT 'never en|ds",
])('text: %s', (marked) => {
  expect(isTextAt(marked)).toBe(true);
});

test.each(['SEL|ECT 1', 'SELECT "a|b"', "SELECT 'a' |+ 1", 'SELECT 1 -- one\n + |2', 'SELECT $na|me', '|'])(
  'code: %s',
  (marked) => {
    expect(isTextAt(marked)).toBe(false);
  },
);
