import { expect, test } from 'vitest';
import { unquoted } from '../../src/sql-editor/scope';
import { identifier, keywordsBesideNames } from '../../src/sql-editor/vocabulary';
import { VOCABULARY } from './editor';

const RESERVED = new Set(VOCABULARY.reserved);

test.each(['trips', 'Trips', '_x1', 'zone'])('%s needs no quotes', (name) => {
  expect(identifier(name, RESERVED)).toBe(name);
});

test.each([
  ['Total Amount', '"Total Amount"'],
  ['1st', '"1st"'],
  ['größe', '"größe"'],
  ['a"b', '"a""b"'],
  ['select', '"select"'],
  ['Select', '"Select"'],
  ['', '""'],
])('%j is written %s', (name, written) => {
  expect(identifier(name, RESERVED)).toBe(written);
});

test.each(['Total Amount', 'a"b', '""', 'größe'])('%j is read as it was written', (name) => {
  expect(unquoted(identifier(name, RESERVED))).toBe(name);
});

test('a name whose quotes are still open is what there is of it', () => {
  expect(unquoted('"Total Am')).toBe('Total Am');
});

test('a keyword is none where a column has its name, unless it is reserved', () => {
  const vocabulary = {
    ...VOCABULARY,
    tables: [{ name: 'Values', columns: [{ name: 'order', type: 'INTEGER' }] }],
  };
  expect(keywordsBesideNames(vocabulary)).toEqual(['select', 'from', 'where', 'with', 'as', 'zone', 'order', 'by']);
});
