import { history, undo } from '@codemirror/commands';
import { describe, expect, test } from 'vitest';
import { bracesToDollars, replaceBraces } from '../../src/sql-editor/braces';
import { editor, unread } from './editor';
import { Headless } from './headless';

const editing = (marked: string) => new Headless(editor(marked, [history(), bracesToDollars]));

describe('while somebody types', () => {
  test.each([
    ['SELECT |', '{{name}}', 'SELECT $name|'],
    ['SELECT |, 2', '{{ name }}', 'SELECT $name|, 2'],
    ['SELECT |', '{{größe_2}}', 'SELECT $größe_2|'],
    ['SELECT {{name|', '}}', 'SELECT $name|'],
  ])('%j and %j make %j', (before, keys, after) => {
    const headless = editing(before);
    headless.type(keys);
    expect(headless.marked).toBe(after);
  });

  test.each([
    ["SELECT '|'", "SELECT '{{name}}|'"],
    ['SELECT "|"', 'SELECT "{{name}}|"'],
    ['SELECT $größe$ |$größe$', 'SELECT $größe$ {{name}}|$größe$'],
    ['SELECT $$|$$', 'SELECT $${{name}}|$$'],
    ['SELECT 1 -- |', 'SELECT 1 -- {{name}}|'],
    ['SELECT /* | */ 1', 'SELECT /* {{name}}| */ 1'],
  ])('in quotes or a comment they stay: %j', (before, after) => {
    const headless = editing(before);
    headless.type('{{name}}');
    expect(headless.marked).toBe(after);
  });

  test.each(['{{}}', '{{ }}', '{{1st}}', '{{one two}}', '{{one-two}}', '{name}', '{{{a}'])('%j is none', (keys) => {
    const headless = editing('SELECT |');
    headless.type(keys);
    expect(headless.marked).toBe(`SELECT ${keys}|`);
  });

  test('a name is left alone until the cursor has left it', () => {
    const headless = editing('SELECT {{na|me}}');
    headless.type('x');
    expect(headless.marked).toBe('SELECT {{nax|me}}');
  });

  test('what was there before is left alone', () => {
    const headless = editing('SELECT {{one}}, |');
    headless.type('{{two}}');
    expect(headless.marked).toBe('SELECT {{one}}, $two|');
  });

  test('all of what is pasted is replaced', () => {
    const headless = editing('SELECT |');
    headless.dispatch({ changes: { from: 7, insert: '{{one}} + {{two}}' }, userEvent: 'input.paste' });
    expect(headless.state.doc.toString()).toBe('SELECT $one + $two');
  });

  test('a text that the page puts in is left alone', () => {
    const headless = editing('SELECT |');
    headless.dispatch({ changes: { from: 7, insert: '{{one}}' } });
    expect(headless.state.doc.toString()).toBe('SELECT {{one}}');
  });

  test('to undo is to have the braces back', () => {
    const headless = editing('SELECT |');
    headless.type('{{name}}');
    undo(headless);
    expect(headless.state.doc.toString()).toBe('SELECT {{name}}');
  });
});

describe('before a text runs', () => {
  test('all are replaced, but those in texts and comments', () => {
    const headless = editing("SELECT {{one}}, '{{two}}' -- {{three}}\n + {{ one }};|");
    replaceBraces(headless.view);
    expect(headless.marked).toBe("SELECT $one, '{{two}}' -- {{three}}\n + $one;|");
  });

  test('those in a text are left alone also at the end of a long one that has just come', () => {
    const many = 'SELECT 1;\n'.repeat(1000);
    const headless = new Headless(unread(`${many}SELECT '{{one}}', {{two}}`));
    replaceBraces(headless.view);
    expect(headless.state.sliceDoc(many.length)).toBe("SELECT '{{one}}', $two");
  });

  test('a text without any is not changed', () => {
    const headless = editing("SELECT $one, '{{two}}'|");
    const { state } = headless;
    replaceBraces(headless.view);
    expect(headless.state).toBe(state);
  });
});
