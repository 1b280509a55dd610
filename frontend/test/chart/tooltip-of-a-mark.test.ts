import { describe, expect, test } from 'vitest';
import { options as columns } from '../../src/chart/columns';
import { options as bins } from '../../src/chart/histogram';
import { options as bars } from '../../src/chart/horizontal-bars';
import { options as lines } from '../../src/chart/lines';
import { options as pie } from '../../src/chart/pie';
import { options as scatter } from '../../src/chart/scatter';
import { categoryChart, datum, histogram, pointChart, STAGE } from './specs';
import { tooltip } from './tooltips';

const at = (dataIndex: number, seriesId = '0') => ({ dataIndex, seriesId });

test.each([
  ['a bar', bars],
  ['a column', columns],
])('of %s names its category, its amount and the note', (_, options) => {
  const spec = categoryChart('COLUMNS', [1, 2], [3, 1234]);
  spec.categories[1].note = 'Queens';
  expect(tooltip(options(spec, STAGE), at(1, '1'))).toEqual(['Zone 1', 'B: 1,234 trips', 'Queens']);
  expect(tooltip(options(spec, STAGE), at(0))).toEqual(['Zone 0', 'A: 1 trips']);
});

test.each([
  ['a bar', bars],
  ['a column', columns],
  ['a slice', pie],
])('of %s that has no value is none', (_, options) => {
  expect(tooltip(options(categoryChart('COLUMNS', [null]), STAGE), at(0))).toEqual([]);
});

test('of a slice has its share', () => {
  const hit = { ...at(0), percent: 33.333 };
  expect(tooltip(pie(categoryChart('PIE', [5, 10]), STAGE), hit)).toEqual(['Zone 0', '5 trips', '33.3 %']);
});

test('of a bin has its ends and its count', () => {
  expect(tooltip(bins(histogram(1, 23456), STAGE), at(1))).toEqual(['miles from 10 to below 20', '23,456 trips']);
});

test('of a point has both of its values', () => {
  const spec = pointChart('SCATTER', [[1, 2]], [[2.5, 1e6]]);
  expect(tooltip(scatter(spec, STAGE), at(0, '1'))).toEqual(['B: 1,000,000 $', 'miles: 2.5']);
});

describe('of lines', () => {
  test('has every line at this place', () => {
    const spec = categoryChart('LINE', [1, 2], [3, 4]);
    expect(tooltip(lines(spec, STAGE), [at(1), at(1, '1')])).toEqual(['Zone 1', 'A: 2 trips', 'B: 4 trips']);
  });

  test('leaves out a gap', () => {
    const spec = categoryChart('LINE', [1, null], [3, 4]);
    expect(tooltip(lines(spec, STAGE), [at(1), at(1, '1')])).toEqual(['Zone 1', 'B: 4 trips']);
  });

  test('has the place as it was written', () => {
    const spec = pointChart('LINE', [[0, 7]]);
    spec.series[0].points[0].x = datum(1554076800000, '2019-04-01');
    expect(tooltip(lines(spec, STAGE), [at(0)])).toEqual(['2019-04-01', 'A: 7 $']);
  });

  test('is none where there is no line', () => {
    expect(tooltip(lines(categoryChart('LINE', [1]), STAGE), [])).toEqual([]);
  });
});
