import { expect, test } from 'vitest';
import { scope } from '../../src/sql-editor/scope';
import { VOCABULARY } from './editor';

const TABLES = new Map(VOCABULARY.tables.map((table) => [table.name, table]));

/** The columns with their types, as far as these are known. */
function columns(subquery: string) {
  const table = scope(`SELECT * FROM (${subquery}) AS s`, TABLES).named.get('s');
  return table?.columns.map(({ name, type }) => `${name} ${type}`.trim());
}

test.each([
  'SELECT * FROM zones',
  'FROM zones',
  'SELECT location_id, zone FROM zones',
  'SELECT z.location_id, z."zone" FROM zones AS z WHERE zone > 1',
  'FROM zones SELECT location_id, zone',
  'SELECT location_id, zone FROM zones UNION SELECT 1, 2',
  'FROM (SELECT location_id, zone FROM zones) ORDER BY 1',
  'WITH z AS (FROM zones) SELECT * FROM z',
  'SELECT DISTINCT location_id, zone FROM zones',
  'SELECT ALL location_id, zone FROM zones',
  'SELECT DISTINCT ON (zone) location_id, zone FROM zones',
])('are those of its tables: %s', (sql) => {
  expect(columns(sql)).toEqual(['location_id INTEGER', 'zone VARCHAR']);
});

test.each([
  ['SELECT zone AS z, location_id i FROM zones', ['z', 'i']],
  ['SELECT "zone" AS "a ""b"" c" FROM zones', ['a "b" c']],
  ['SELECT n: 1, zone::text t FROM zones', ['n', 't']],
  ['SELECT count(*) AS counts, sum(x) total FROM zones', ['counts', 'total']],
  ["SELECT 'x' größe", ['größe']],
  ["SELECT .5 half, E'x' text, 2.5e3 more, $a given", ['half', 'text', 'more', 'given']],
  ['SELECT count(*) FILTER (WHERE zone > 1) n FROM zones', ['n']],
])('have the names that they are given: %s', (sql, names) => {
  expect(columns(sql)).toEqual(names);
});

test.each([
  'SELECT count(*) FROM zones',
  'SELECT zone::text FROM zones',
  "SELECT 'x'",
  "SELECT E'x'",
  'SELECT 1 + 2',
  'SELECT',
  '',
])('are left out where they have no name: %j', (sql) => {
  expect(columns(sql)).toEqual([]);
});

test.each([
  'SELECT CASE WHEN zone THEN 1 ELSE 0 END FROM zones',
  'SELECT zone IS NOT NULL, NULL, true FROM zones',
  'SELECT zone AND location_id, zone or zone FROM zones',
  'SELECT NOT zone FROM zones',
  'SELECT zone LIKE zone, zone NOT ILIKE zone FROM zones',
  'SELECT zone IN zone, 1 BETWEEN 0 AND zone FROM zones',
  'SELECT zone COLLATE nocase FROM zones',
])('are left out where a word of an expression comes last: %s', (sql) => {
  expect(columns(sql)).toEqual([]);
});

test('may have any name that is given by AS', () => {
  expect(columns('SELECT CASE WHEN zone THEN 1 END AS end, 1 AS "null", zone IS NULL unknown FROM zones')).toEqual([
    'end',
    'null',
    'unknown',
  ]);
});

test('are told in spite of a comma too many', () => {
  expect(columns('SELECT zone, FROM zones')).toEqual(['zone VARCHAR']);
});

test('are those of every table it reads', () => {
  expect(columns('SELECT * FROM zones, (SELECT 1 AS one)')).toEqual(['location_id INTEGER', 'zone VARCHAR', 'one']);
});

test('keep their types under the names that a common table expression gives them', () => {
  const table = scope('WITH a(x, y) AS (FROM zones) FROM a', TABLES).named.get('a');
  expect(table?.columns).toEqual([
    { name: 'x', type: 'INTEGER' },
    { name: 'y', type: 'VARCHAR' },
  ]);
});
