import { expect, test } from 'vitest';
import { source } from '../../src/sql-editor/completion';
import { EMPTY } from '../../src/sql-editor/vocabulary';
import { VOCABULARY } from './editor';
import { asked, offered, words } from './offers';

const TABLES = ['trips', 'zones'];

test.each(['FROM |', 'SELECT * FROM tr|', 'FROM trips JOIN |', 'from\n\t|', 'DESCRIBE |', 'summarize z|', 'PIVOT |'])(
  'are tables where one is to be named: %s',
  (marked) => {
    expect(words(offered(marked))).toEqual(TABLES);
  },
);

test('are the common table expressions before the tables', () => {
  const result = offered('WITH a AS (SELECT 1), b AS (SELECT 2) FROM |');
  expect(words(result)).toEqual(['a', 'b', ...TABLES]);
  expect(result?.options[0].boost).toBeGreaterThan(result?.options[2].boost ?? Infinity);
});

test.each([
  'SELECT z| FROM zones',
  'FROM zones WHERE z|',
  'SELECT * FROM zones AS t ORDER BY z|',
  'WITH z AS (FROM zones) SELECT z| FROM z',
])('are the columns of what the statement reads: %s', (marked) => {
  expect(words(offered(marked), 'property')).toEqual(['location_id', 'zone']);
});

test('are the columns of all tables, each once, while the statement reads none', () => {
  const result = offered('SELECT l|');
  expect(words(result, 'property')).toEqual(['pickup_at', 'location_id', 'Total Amount', 'zone']);
  expect(result?.options.find((option) => option.label === 'location_id')?.detail).toBe('2 tables');
  expect(result?.options.find((option) => option.label === 'zone')?.detail).toBe('zones');
});

test('are columns that two tables have but once', () => {
  expect(words(offered('SELECT l| FROM trips, zones'), 'property')).toEqual([
    'pickup_at',
    'location_id',
    'Total Amount',
    'zone',
  ]);
});

test.each([
  'SELECT t.| FROM zones t',
  'SELECT t.zo| FROM zones AS t',
  'SELECT "T".| FROM zones t',
  'SELECT zones.| FROM zones',
  'SELECT zones.|',
  'SELECT t."zo|" FROM zones t',
  'WITH a AS (FROM zones) SELECT a.|',
  'WITH trips AS (FROM zones) SELECT trips.|',
])('are the columns of a table alone behind its name: %s', (marked) => {
  expect(words(offered(marked))).toEqual(['location_id', 'zone']);
});

test('is nothing behind a name that nobody knows', () => {
  expect(asked('SELECT nobody.| FROM zones')).toBeNull();
});

test('are functions, keywords and the names of tables here beside the columns', () => {
  const result = offered('SELECT t| FROM trips AS t');
  expect(words(result, 'function')).toEqual(['count', 'date_trunc', 'sum']);
  expect(words(result, 'keyword')).toContain('ORDER');
  expect(words(result, 'variable')).toEqual(['t']);
  expect(words(result, 'class')).toEqual(TABLES);
});

test('is no keyword that is the name of a column', () => {
  expect(words(offered('SELECT zo|'), 'keyword')).not.toContain('ZONE');
});

test.each([
  'SELECT 1::var|',
  'SELECT CAST(zone AS var|',
  'SELECT cast( zone  as var|',
  'SELECT (a + b)::|',
  'SELECT TRY_CAST(zone AS var|',
  'SELECT CAST(sum(zone) AS var|',
  'SELECT CAST(f(g(zone), (1)) AS var|',
])('are types where a value is cast: %s', (marked) => {
  expect(new Set(asked(marked)?.options.map((option) => option.type))).toEqual(new Set(['type']));
  expect(words(asked(marked))).toContain('VARCHAR');
});

test.each(["SELECT 'tr|", "SELECT 'tr|'", 'SELECT $$tr|$$', '-- tr|', '/* tr| */', '/* a /* b */ tr|'])(
  'is nothing in a text or a comment: %s',
  (marked) => {
    expect(asked(marked)).toBeNull();
  },
);

test.each(['SELECT 1|', 'SELECT 20|', 'SELECT $par|', 'SELECT 1.5e|'])(
  'is nothing to go on with a number or a parameter: %s',
  (marked) => {
    expect(asked(marked)).toBeNull();
  },
);

test.each(['|', 'SELECT |', 'SELECT * FROM trips |', 'SELECT 1 AS on|'])(
  'is nothing unless somebody asks: %j',
  (marked) => {
    expect(offered(marked)).toBeNull();
    expect(asked(marked)).not.toBeNull();
  },
);

test('is of the statement at the cursor, not of its neighbours', () => {
  expect(words(offered('FROM trips; SELECT z| FROM zones; FROM trips;'), 'property')).toEqual(['location_id', 'zone']);
});

test('is nothing where the engine has told nothing', () => {
  expect(offered('FROM |', source(EMPTY))).toBeNull();
});

test('follows what the statement reads from one key to the next', () => {
  const completing = source(VOCABULARY);
  const columns = (marked: string) => words(offered(marked, completing), 'property');
  expect(columns('SELECT z| FROM zones')).toEqual(['location_id', 'zone']);
  expect(columns('WITH a AS (SELECT 1 AS x) SELECT x| FROM a')).toEqual(['x']);
  expect(columns('WITH a AS (SELECT 1 AS y) SELECT x| FROM a')).toEqual(['y']);
  expect(columns('SELECT z| FROM zones')).toEqual(['location_id', 'zone']);
});
