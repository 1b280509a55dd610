import { expect, test } from 'vitest';
import { fileName } from '../../src/chart/file-name';
import { keyRows } from '../../src/chart/picture-key';

test.each([
  ['Trips by pickup zone', 'trips-by-pickup-zone'],
  ['  Größe & Länge (2019) ', 'größe-länge-2019'],
  ['../../etc/passwd', 'etc-passwd'],
  ['旅行', '旅行'],
  ['—', 'chart'],
  ['', 'chart'],
  ['a'.repeat(200), 'a'.repeat(80)],
  [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  [`${'a'.repeat(79)}𠮷野`, `${'a'.repeat(79)}𠮷`],
])('%j is named %s', (title, name) => {
  expect(fileName(title)).toBe(name);
});

const key = (label: string) => ({ colour: 'red', label });
const rows = (width: number, ...labels: string[]) =>
  keyRows(labels.map(key), width).map((row) => row.map(({ key: { label }, x }) => `${label} ${x}`));

test('its key goes on in another row where the first is full', () => {
  expect(rows(120, 'one', 'two', 'three', 'four')).toEqual([['one 0', 'two 58'], ['three 0'], ['four 0']]);
});

test('a label that is wider than the picture has a row of its own', () => {
  expect(rows(100, 'one', 'a very long label', 'two')).toEqual([['one 0'], ['a very long label 0'], ['two 0']]);
});

test('there are no rows without a key', () => {
  expect(rows(100)).toEqual([]);
});
