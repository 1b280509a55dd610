import { syntaxTree } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { dialect } from '../../src/sql-editor/dialect';
import { VOCABULARY } from './editor';

const { language } = dialect({ ...VOCABULARY, functions: [...VOCABULARY.functions, '~~', 'prefix('] });

/** The kind that a word has in a text. */
function kind(word: string, sql: string) {
  const state = EditorState.create({ doc: sql, extensions: [language] });
  return syntaxTree(state).resolveInner(sql.indexOf(word), 1).name;
}

test.each([
  ['a keyword of DuckDB', 'FROM', 'FROM trips', 'Keyword'],
  ['a keyword in small letters', 'from', 'from trips', 'Keyword'],
  ['a keyword that is a column here', 'zone', 'SELECT zone', 'Identifier'],
  ['a word that PostgreSQL alone reserves', 'freeze', 'SELECT freeze', 'Identifier'],
  ['a type of DuckDB', 'hugeint', 'SELECT 1::hugeint', 'Type'],
  ['a function', 'date_trunc', 'SELECT date_trunc(a)', 'Builtin'],
  ['a text in dollar quotes', '$$', 'SELECT $$a$$', 'String'],
  ['a name in quotes', '"a"', 'SELECT "a"', 'QuotedIdentifier'],
  ['a sign of an operator', '#', 'SELECT #1', 'Operator'],
  ['a comment', '--', 'SELECT 1 -- one', 'LineComment'],
])('%s is coloured as what it is', (_, word, sql, name) => {
  expect(kind(word, sql)).toBe(name);
});
