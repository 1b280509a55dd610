import { describe, expect, test } from 'vitest';
import { height as ofBars, tallest } from '../../src/chart/horizontal-bars';
import { height } from '../../src/chart/proportions';
import { height as ofMap } from '../../src/chart/zone-map';
import { categoryChart } from './specs';

const bars = (count: number, series = 1) =>
  categoryChart('HORIZONTAL_BARS', ...Array.from({ length: series }, () => Array.from({ length: count }, () => 1)));

test.each([
  [100, 280],
  [600, 330],
  [5000, 400],
])('of one in a frame %i wide is %i', (width, expected) => {
  expect(height(categoryChart('COLUMNS', [1]), width)).toBe(expected);
});

test.each([
  [100, 300],
  [450, 450],
  [5000, 560],
])('of a map %i wide is %i', (width, expected) => {
  expect(ofMap(categoryChart('MAP', [1]), width)).toBe(expected);
});

test('of a chart that fills its place is the room that is there', () => {
  expect(height(categoryChart('COLUMNS', [1]), 600, 123)).toBe(123);
  expect(ofMap(categoryChart('MAP', [1]), 600, 123)).toBe(123);
  expect(ofBars(bars(2), 900, 123)).toBe(123);
  expect(ofBars(bars(10), 900, 123)).toBe(340);
});

describe('of bars', () => {
  test('grows with their number, from what a few of them need', () => {
    expect(ofBars(bars(1), 900)).toBe(260);
    expect(ofBars(bars(100), 900)).toBe(3400);
  });

  test('has room for labels above them where it is narrow', () => {
    expect(ofBars(bars(100), 400)).toBe(4800);
  });

  test('grows with their series', () => {
    expect(ofBars(bars(100, 3), 900)).toBe(100 * (34 + 2 * 18));
  });

  test('is thirty bars until they scroll', () => {
    expect(tallest(900)).toBe(ofBars(bars(30), 900));
    expect(tallest(400)).toBe(ofBars(bars(30), 400));
  });

  test('is not nothing where there is nothing', () => {
    expect(ofBars({ ...bars(0), series: [] }, 900)).toBe(260);
  });
});
