import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type ChartSpec, kindOf } from '../../src/chart/chart-spec';
import type { Stage } from '../../src/chart/drawing';
import { drawingOf } from '../../src/chart/kinds';
import { svg, texts } from './drawn';
import { categoryChart, histogram, pointChart, STAGE } from './specs';

async function drawn(spec: ChartSpec, stage: Stage = STAGE) {
  const drawing = await drawingOf(kindOf(spec));
  return svg(drawing.options(spec, stage), stage.width, drawing.height(spec, stage.width));
}

const warnings = vi.fn();

beforeEach(() => {
  warnings.mockClear();
  for (const level of ['warn', 'error', 'log'] as const) {
    vi.spyOn(console, level).mockImplementation(warnings);
  }
});

const CATEGORY = ['HORIZONTAL_BARS', 'COLUMNS', 'STACKED', 'LINE', 'AREA', 'PIE', 'HEAT_MAP'] as const;
const POINT = ['LINE', 'AREA', 'SCATTER'] as const;

describe('ECharts has nothing to say against', () => {
  const specs: [string, ChartSpec][] = [
    ...CATEGORY.flatMap((kind): [string, ChartSpec][] => [
      [`${kind} of categories`, categoryChart(kind, [3, 1, 2])],
      [`${kind} with a gap and a loss`, categoryChart(kind, [3, null, -2])],
      [`${kind} of nothing`, categoryChart(kind, [])],
    ]),
    ...POINT.flatMap((kind): [string, ChartSpec][] => [
      [
        `${kind} of points`,
        pointChart(
          kind,
          [
            [0, 1],
            [1e15, -1],
          ],
          [[5, 0.5]],
        ),
      ],
      [`${kind} of times`, { ...pointChart(kind, [[1554076800000, 1]]), x: { scale: 'TIMES', name: 'day' } }],
      [`${kind} of no points`, pointChart(kind, [])],
    ]),
    ['a histogram', histogram(1, 0, 5)],
    ['a histogram of nothing', histogram()],
  ];

  test.each(specs)('%s', async (_, spec) => {
    expect(await drawn(spec)).toMatch(/^<svg/);
    expect(warnings).not.toHaveBeenCalled();
  });
});

describe('a drawing has', () => {
  test('a field for each value of a heat map, and the names of both axes', async () => {
    const heat = await drawn(categoryChart('HEAT_MAP', [1, 2, null], [4, 5, 6]));
    expect(heat.match(/fill="var\(--duckboard-map-\d\)"/g)).toHaveLength(5);
    expect(texts(heat)).toEqual(expect.arrayContaining(['Zone 0', 'Zone 2', 'A', 'B']));
  });

  test('the labels of its categories and of its bars', async () => {
    const spec = categoryChart('HORIZONTAL_BARS', [1234, null, 5.5]);
    expect(new Set(texts(await drawn(spec)))).toEqual(new Set(['Zone 0', 'Zone 1', 'Zone 2', '1,234', '5.5']));
  });

  test('the ends of a histogram’s bins', async () => {
    expect(texts(await drawn(histogram(7, 3)))).toEqual(expect.arrayContaining(['0', '10', 'miles']));
  });

  test('the shares of a pie', async () => {
    expect(texts(await drawn(categoryChart('PIE', [3, 1])))).toEqual(expect.arrayContaining(['75.0 %', '25.0 %']));
  });

  test('no border around a column of nothing, which would cut the axis', async () => {
    const spec = categoryChart('STACKED', [0, 3, null]);
    expect((await drawn(spec)).match(/surface-color-solid, Canvas\)" stroke-width="0.5"/g)).toHaveLength(1);
  });

  test('the colour of each series, but of none that is switched off', async () => {
    const spec = categoryChart('COLUMNS', [1, 2], [3, 4], [5, 6]);
    const colours = (all: string) => [1, 2, 3].filter((number) => all.includes(`var(--duckboard-chart-${number})`));
    expect(colours(await drawn(spec))).toEqual([1, 2, 3]);
    expect(colours(await drawn(spec, { ...STAGE, hidden: new Set([1]) }))).toEqual([1, 3]);
  });
});
