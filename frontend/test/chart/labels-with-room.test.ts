import { expect, test } from 'vitest';
import { categoryAxis } from '../../src/chart/category-axis';
import { options } from '../../src/chart/horizontal-bars';
import { categoryChart, datum, STAGE } from './specs';

const labels = (count: number, width: number) =>
  categoryAxis(
    categoryChart(
      'COLUMNS',
      Array.from({ length: count }, () => 1),
    ),
    { ...STAGE, width },
  ).axisLabel;

test('stand side by side as long as they can', () => {
  expect(labels(5, 900)).toMatchObject({ rotate: 0, interval: 0 });
});

test('lean where they have no room', () => {
  expect(labels(25, 900)).toMatchObject({ rotate: 40, width: 110, interval: 0 });
});

test('are left out in part where there are too many', () => {
  expect(labels(100, 900)).toMatchObject({ rotate: 40, interval: 'auto' });
});

test('are none of no category', () => {
  expect(labels(0, 900)).toMatchObject({ rotate: 0 });
});

/** The room beside the bars in pixels. */
function room(values: (number | null)[], width = 900) {
  const { left, right } = options(categoryChart('HORIZONTAL_BARS', values), { ...STAGE, width }).grid as {
    left: number;
    right: number;
  };
  return { left, right };
}

test('of bars have room beside the longest', () => {
  expect(room([1, null])).toEqual({ left: 222, right: 64 });
  expect(room([1, 1_234_567])).toEqual({ left: 222, right: 9 * 8 + 16 });
});

test('of bars below zero have room on the other side', () => {
  expect(room([1, -1234])).toEqual({ left: 222 + 6 * 8 + 16, right: 64 });
});

test('of bars stand above them where it is narrow', () => {
  expect(room([1], 400)).toEqual({ left: 0, right: 64 });
});

test('of bars leave the bars more than half, however long they are', () => {
  const spec = categoryChart('HORIZONTAL_BARS', [1]);
  spec.series[0].values = [datum(1, '9'.repeat(200))];
  expect(options(spec, STAGE).grid).toMatchObject({ right: 405 });
});
