import { history, undo } from '@codemirror/commands';
import { expect, test } from 'vitest';
import { replacement } from '../../src/sql-editor/documents';
import { editor } from './editor';
import { Headless } from './headless';

function replaced(marked: string, text: string) {
  const headless = new Headless(editor(marked, history()));
  headless.dispatch(replacement(headless.state, text));
  return headless;
}

test.each([
  ['SELECT 1', 'SELECT 2'],
  ['', 'SELECT 1'],
  ['SELECT 1', ''],
  ['aaa', 'aa'],
  ['aa', 'aaaa'],
  ['SELECT a, b FROM t', 'SELECT b FROM t'],
  ["SELECT '𝒜'", "SELECT '𝒞'"],
  ['one\ntwo\nthree', 'one\nthree'],
  ['same', 'same'],
])('takes the place of the old one: %j, %j', (old, text) => {
  expect(replaced(`${old}|`, text).state.doc.toString()).toBe(text);
});

test.each([
  ['SELECT 1,\n2', 'SELECT 1,\r\n2'],
  ['SELECT 1,\n2', 'SELECT 1,\r2'],
  ['SELECT 1', 'SELECT 1\r\n\r\n'],
])('has its lines whatever ends them: %j, %j', (old, text) => {
  expect(replaced(`${old}|`, text).state.doc.toString()).toBe(text.replaceAll(/\r\n?/g, '\n'));
});

test('leaves the cursor where it is in what stays', () => {
  expect(replaced('SELECT |1 FROM trips', 'SELECT 1 FROM zones').marked).toBe('SELECT |1 FROM zones');
  expect(replaced('SELECT 1 FROM trips |WHERE x', 'SELECT 1, 2 FROM trips WHERE x').marked).toBe(
    'SELECT 1, 2 FROM trips |WHERE x',
  );
});

test('is one step to undo', () => {
  const headless = replaced('SELECT 1|', 'FROM trips');
  headless.type(' t');
  undo(headless);
  undo(headless);
  expect(headless.state.doc.toString()).toBe('SELECT 1');
});
