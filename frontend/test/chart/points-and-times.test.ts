import { expect, test } from 'vitest';
import { options as lines } from '../../src/chart/lines';
import { options as scatter } from '../../src/chart/scatter';
import { categoryChart, pointChart, STAGE } from './specs';

const many = (count: number) =>
  pointChart(
    'SCATTER',
    Array.from({ length: count }, (_, i): [number, number] => [i, i]),
  );

function series(options: object) {
  return (options as { series: Record<string, unknown>[] }).series;
}

test.each([
  ['points', scatter],
  ['lines', lines],
])('times of %s are read in UTC, as they are in the lake', (_, options) => {
  expect(options({ ...many(1), x: { scale: 'TIMES', name: 'day' } }, STAGE)).toMatchObject({
    useUTC: true,
    xAxis: { type: 'time', name: 'day' },
  });
});

test('an axis of points is named after what they are, as long as they are one thing', () => {
  const axis = (...points: [number, number][][]) => scatter(pointChart('SCATTER', ...points), STAGE).yAxis;
  expect(axis([[1, 1]])).toMatchObject({ name: 'A' });
  expect(axis([[1, 1]], [[2, 2]])).toMatchObject({ name: '$' });
});

test.each([
  ['LINE', true],
  ['AREA', false],
] as const)('the axis of a %s may leave zero out: %s', (kind, expected) => {
  expect(lines(categoryChart(kind, [100, 101]), STAGE).yAxis).toMatchObject({ scale: expected });
});

test('a line has beads as long as they can be told apart', () => {
  const beads = (count: number) =>
    series(
      lines(
        pointChart(
          'LINE',
          Array.from({ length: count }, (_, i): [number, number] => [i, i]),
        ),
        STAGE,
      ),
    )[0];
  expect(beads(60)).toMatchObject({ showSymbol: true });
  expect(beads(61)).toMatchObject({ showSymbol: false });
});

test('many points are smaller, and do not move', () => {
  const moving = { ...STAGE, calm: false };
  expect(scatter(many(1000), moving)).toMatchObject({ animation: true, series: [{ symbolSize: 9 }] });
  expect(scatter(many(1001), moving)).toMatchObject({ animation: false, series: [{ symbolSize: 5 }] });
});

test('series differ in shape as well as in colour', () => {
  const spec = pointChart('SCATTER', ...Array.from({ length: 7 }, (): [number, number][] => [[1, 1]]));
  expect(new Set(series(scatter(spec, STAGE)).map(({ symbol }) => symbol)).size).toBe(7);
});

test('points keep their values to the last digit of a double', () => {
  const spec = pointChart('SCATTER', [[0.1 + 0.2, Number.MIN_VALUE]], [[-0, Number.MAX_SAFE_INTEGER]]);
  expect(series(scatter(spec, STAGE)).map(({ data }) => data)).toEqual([
    [[0.30000000000000004, 5e-324]],
    [[-0, 9007199254740991]],
  ]);
});
