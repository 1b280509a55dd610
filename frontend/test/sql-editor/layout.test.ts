import { expect, test } from 'vitest';
import { laidOut } from '../../src/sql-editor/layout';

test('puts clauses on lines, and keeps the case of every word', async () => {
  expect(await laidOut('select zone, COUNT(*) from trips group by ALL')).toBe(
    'select\n  zone,\n  COUNT(*)\nfrom\n  trips\ngroup by ALL',
  );
});

test('is the same the second time', async () => {
  const once = await laidOut('WITH a AS (SELECT 1 AS n) SELECT n FROM a WHERE n > 0 ORDER BY n;');
  expect(await laidOut(once)).toBe(once);
});

test.each([
  'SELECT $name, $2 FROM t WHERE a = $größe',
  "SELECT 'it''s;  two' -- a note\nFROM t",
  'SELECT $tag$ a;  b $tag$',
  'SELECT $$ a;  b $$',
  'SELECT a::DECIMAL(10, 2), b[1], {x: 1}.x, m -> x',
  'FROM range(10) t(i) SELECT * EXCLUDE (i) QUALIFY row_number() OVER () = 1',
  'PIVOT trips ON zone USING sum(amount)',
  '/* one /* two */ */ SELECT 1',
  '',
])('changes nothing but blanks: %j', async (sql) => {
  const blanks = /\s+/g;
  expect((await laidOut(sql)).replaceAll(blanks, '')).toBe(sql.replaceAll(blanks, ''));
});

test.each(["SELECT 'never ends", 'SELECT `'])('refuses what is no SQL: %j', async (sql) => {
  await expect(laidOut(sql)).rejects.toThrow();
});
