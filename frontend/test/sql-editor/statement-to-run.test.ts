import { expect, test } from 'vitest';
import { wanted } from '../../src/sql-editor/statement';
import { editor } from './editor';

const run = (marked: string) => wanted(editor(marked))?.text;

test('runs the statement that the cursor is in', () => {
  expect(run('SELECT 1;\nSELECT |2;\nSELECT 3;')).toBe('SELECT 2;');
});

test('runs the statement that the cursor has just left', () => {
  expect(run('SELECT 1;| SELECT 2;')).toBe('SELECT 1;');
});

test('runs the last one before where the cursor stands between two', () => {
  expect(run('SELECT 1;\n\n|\n\nSELECT 2;')).toBe('SELECT 1;');
});

test('runs the one whose indentation the cursor is in', () => {
  expect(run('SELECT 1;\n | SELECT 2;')).toBe('SELECT 2;');
});

test('runs the second of a line once the cursor has reached it', () => {
  expect(run('SELECT 1; |SELECT 2;')).toBe('SELECT 2;');
});

test('runs the first where the cursor stands before all', () => {
  expect(run('|\n\n-- trips\nSELECT 1; SELECT 2')).toBe('SELECT 1;');
});

test('runs the last where the cursor stands behind all', () => {
  expect(run('SELECT 1;\nSELECT 2\n\n|')).toBe('SELECT 2');
});

test('runs a statement that has no end', () => {
  expect(run('SELECT 1;\nSELECT count(*) FROM (SELE|CT 2')).toBe('SELECT count(*) FROM (SELECT 2');
});

test('runs a whole statement over several lines, with comments and a common table expression', () => {
  const sql = 'WITH a AS (\n  SELECT 1 -- one\n), b AS (SELECT 2)\n\nSELECT * /* all */ FROM a, b;';
  expect(run(`SELECT 0;\n${sql.replace('\n\n', '\n|\n')}\nSELECT 3;`)).toBe(sql);
});

test('runs what is selected, without the blanks around it', () => {
  expect(run('SELECT 1,|  2 + 3 | FROM trips')).toBe('2 + 3');
});

test('runs all of a selection of several statements', () => {
  expect(run('|SELECT 1; SELECT 2;| SELECT 3;')).toBe('SELECT 1; SELECT 2;');
});

test.each(['', '   \n', '-- nothing', '/* nothing */'])('runs nothing where there is none: %j', (text) => {
  expect(run(`${text}|`)).toBeUndefined();
});

test('runs nothing where blanks are selected', () => {
  expect(run('SELECT 1;|  \n|SELECT 2;')).toBeUndefined();
});

test.each([
  ['a string', "SELECT 'a;b'"],
  ['a string with a doubled quote', "SELECT 'it''s;'"],
  ['a string with escapes', "SELECT E'it\\';s'"],
  ['a name in quotes', 'SELECT "a;b"'],
  ['a line comment', 'SELECT 1 -- one; two\n + 2'],
  ['a block comment', 'SELECT /* one; two */ 2'],
  ['a comment within a comment', 'SELECT /* one /* two */ three; */ 2'],
  ['dollar quotes', 'SELECT $$one; two$$'],
  ['a string with escapes that goes on', "SELECT E'it'\n'\\';s'"],
  ['dollar quotes with a tag', 'SELECT $tag$one; $$ two;$tag$'],
])('is not ended by a semicolon in %s', (_, sql) => {
  expect(run(`|${sql}; SELECT 2;`)).toBe(`${sql};`);
});

test.each([
  ['a word with dollars', 'SELECT a$b$c'],
  ['a backslash in a plain string', "SELECT 'a\\'"],
  ['a number at once before a word', 'SELECT 1e'],
])('is ended by a semicolon behind %s', (_, sql) => {
  expect(run(`|${sql}; ${sql};`)).toBe(`${sql};`);
});

test('says where a statement stands', () => {
  expect(wanted(editor('SELECT 1;\n\n  SELECT |2;\n'))).toEqual({ from: 13, to: 22, text: 'SELECT 2;' });
});

test('says where a selection stands, blanks apart', () => {
  expect(wanted(editor('SELECT|  1 |'))).toEqual({ from: 8, to: 9, text: '1' });
});

test('counts names of any script as the editor does', () => {
  expect(wanted(editor('SELECT \'𝒜é\' AS größe;\nSELECT "名"|;'))).toEqual({ from: 23, to: 34, text: 'SELECT "名";' });
});

test('finds a statement far down in a long text', () => {
  const many = Array.from({ length: 5000 }, (_, i) => `SELECT ${i}, 'text; ${i}' FROM trips;`);
  expect(run(`${many.join('\n')}|`)).toBe("SELECT 4999, 'text; 4999' FROM trips;");
});
