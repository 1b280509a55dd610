import type { CategoryChart, Datum, Histogram, PointChart } from '../../src/chart/chart-spec';
import type { Stage } from '../../src/chart/drawing';

export const STAGE: Stage = { width: 900, font: 'sans-serif', calm: true, hidden: new Set() };

export function datum(value: number, text = value.toLocaleString('en-US')): Datum {
  return { value, text };
}

/** A series named A, B, … of `trips`, for each list of values. */
export function categoryChart(kind: CategoryChart['kind'], ...series: (number | null)[][]): CategoryChart {
  return {
    kind,
    title: 'Trips by zone',
    description: 'Trips, by zone.',
    categories: series[0].map((_, row) => ({ id: `z${row}`, label: `Zone ${row}`, note: '' })),
    series: series.map((values, index) => ({
      name: String.fromCharCode(65 + index),
      unit: 'trips',
      values: values.map((value) => (value === null ? null : datum(value))),
    })),
    remarks: [],
  };
}

export function pointChart(kind: PointChart['kind'], ...series: [number, number][][]): PointChart {
  return {
    kind,
    title: 'Fares by distance',
    description: 'Fares, by distance.',
    x: { scale: 'NUMBERS', name: 'miles' },
    series: series.map((points, index) => ({
      name: String.fromCharCode(65 + index),
      unit: '$',
      points: points.map(([x, y]) => ({ x: datum(x), y: datum(y) })),
    })),
    remarks: [],
  };
}

export function histogram(...counts: number[]): Histogram {
  return {
    title: 'Trips by distance',
    description: 'Trips, by distance.',
    name: 'miles',
    unit: 'trips',
    bins: counts.map((count, bin) => ({ from: datum(bin * 10), to: datum(bin * 10 + 10), count })),
    remarks: [],
  };
}
