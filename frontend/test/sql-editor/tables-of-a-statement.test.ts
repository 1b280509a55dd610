import { describe, expect, test } from 'vitest';
import { scope } from '../../src/sql-editor/scope';
import { VOCABULARY } from './editor';

const TABLES = new Map(VOCABULARY.tables.map((table) => [table.name, table]));
const TRIPS = ['pickup_at', 'location_id', 'Total Amount'];
const ZONES = ['location_id', 'zone'];

/** The names that a statement gives to what it reads, and the columns of each. */
function named(sql: string) {
  return Object.fromEntries(
    [...scope(sql, TABLES).named].map(([name, { columns }]) => [name, columns.map((column) => column.name)]),
  );
}

test.each([
  ['FROM trips', { trips: TRIPS }],
  ['SELECT * FROM trips WHERE zone = 1', { trips: TRIPS }],
  ['select * from TRIPS', { trips: TRIPS }],
  ['FROM "trips"', { trips: TRIPS }],
  ['FROM lake."main".trips', { trips: TRIPS }],
  ['FROM trips AS t', { t: TRIPS }],
  ['FROM trips t', { t: TRIPS }],
  ['FROM trips AS "My ""own"""', { 'my "own"': TRIPS }],
  ['FROM trips größe', { größe: TRIPS }],
  ['FROM trips t(a, b)', { t: ['a', 'b'] }],
])('are called as the statement calls them: %s', (sql, tables) => {
  expect(named(sql)).toEqual(tables);
});

test.each([
  'FROM trips, zones z',
  'FROM trips JOIN zones z ON trips.location_id = z.location_id',
  'FROM trips LEFT JOIN zones z USING (location_id) WHERE 1',
  'FROM trips NATURAL FULL OUTER JOIN zones z ORDER BY 1, trips',
  'FROM trips POSITIONAL JOIN zones AS z',
  'SELECT (SELECT zone FROM zones z LIMIT 1) FROM trips',
  'FROM trips WHERE location_id IN (SELECT location_id FROM zones z)',
  'SELECT 1 FROM trips UNION ALL SELECT 2 FROM zones z',
  'FROM trips TABLESAMPLE 10%, zones z',
])('are all that it reads: %s', (sql) => {
  expect(named(sql)).toEqual({ trips: TRIPS, z: ZONES });
});

test.each([
  "SELECT ' FROM trips ' FROM zones",
  "SELECT 'it''s FROM trips ' FROM zones",
  'SELECT $$ FROM trips $$ FROM zones',
  'SELECT $tag$ $$ FROM trips $tag$ FROM zones',
  'SELECT " FROM trips " FROM zones',
  '-- FROM trips\nFROM zones',
  '/* FROM trips\n */ FROM zones',
  '/* one /* two */ FROM trips */ FROM zones',
  "/* don't /* can't */ */ FROM zones",
  "SELECT E'it\\'s FROM trips ' FROM zones",
  "SELECT e'\\\\' FROM zones",
])('are none that a text or a comment names: %j', (sql) => {
  expect(named(sql)).toEqual({ zones: ZONES });
});

describe('while it is half written', () => {
  test.each([
    ['', {}],
    ['FROM', {}],
    ['FROM "tri', {}],
    ["SELECT 'FROM trips", {}],
    ['SELECT /* FROM trips', {}],
    ['SELECT /* one /* two */ FROM trips', {}],
    ["SELECT e'\\' FROM trips", {}],
    ['WITH', {}],
    ['FROM trips t,', { t: TRIPS }],
    ['FROM trips t JOIN', { t: TRIPS }],
    ['FROM trips t WHERE (a = (b', { t: TRIPS }],
    [')) FROM trips', { trips: TRIPS }],
    ['SELECT FROM trips', { trips: TRIPS }],
    ['SELECT trips., FROM trips', { trips: TRIPS }],
  ])('%j', (sql, tables) => {
    expect(named(sql)).toEqual(tables);
  });
});

test.each([
  'SELECT zones, location_id, zones FROM trips',
  'FROM trips SELECT location_id, zones',
  'FROM trips WHERE zones IN (zones, zones)',
  'FROM trips GROUP BY location_id, zones',
])('are none that stand among columns: %s', (sql) => {
  expect(named(sql)).toEqual({ trips: TRIPS });
});

test('are subqueries, and what these read', () => {
  expect(named('FROM trips, LATERAL (SELECT zone FROM zones) z')).toEqual({ trips: TRIPS, zones: ZONES, z: ['zone'] });
});

test('have no columns where nobody knows them', () => {
  expect(named('FROM unknown u, range(10) r')).toEqual({ u: [], r: [] });
});

test('have the columns that they are given', () => {
  expect(named('FROM range(10) AS r(i), (VALUES (1, 2)) v(a, "B c")')).toEqual({ r: ['i'], v: ['a', 'B c'] });
});

test('are the common table expressions as well', () => {
  const sql = 'WITH a AS (SELECT zone FROM zones), b(x) AS NOT MATERIALIZED (FROM a) SELECT * FROM b';
  expect(named(sql)).toEqual({ zones: ZONES, a: ['zone'], b: ['x'] });
  expect([...scope(sql, TABLES).common.keys()]).toEqual(['a', 'b']);
});

test('are common table expressions rather than tables of the same name', () => {
  expect(named('WITH trips AS (SELECT 1 AS one) FROM trips t')).toEqual({ t: ['one'] });
});

test('are recursive ones, too', () => {
  expect(named('WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) FROM r')).toEqual({ r: ['n'] });
});
