/** The same as io.duckboard.ui.chart.ChartSpec and what it permits. */
export type ChartSpec = CategoryChart | PointChart | Histogram;

export type ChartKind =
  | 'HORIZONTAL_BARS'
  | 'COLUMNS'
  | 'STACKED'
  | 'LINE'
  | 'AREA'
  | 'SCATTER'
  | 'PIE'
  | 'HISTOGRAM'
  | 'MAP'
  | 'HEAT_MAP';

/** What a chart of this kind may consist of. */
export type SpecOf<K extends ChartKind> =
  | (K extends CategoryChart['kind'] ? CategoryChart : never)
  | (K extends PointChart['kind'] ? PointChart : never)
  | (K extends 'HISTOGRAM' ? Histogram : never);

export interface CategoryChart {
  kind: Exclude<ChartKind, 'SCATTER' | 'HISTOGRAM'>;
  title: string;
  description: string;
  categories: Category[];
  series: Series[];
  remarks: string[];
}

export interface PointChart {
  kind: 'LINE' | 'AREA' | 'SCATTER';
  title: string;
  description: string;
  x: { scale: 'NUMBERS' | 'TIMES'; name: string };
  series: PointSeries[];
  remarks: string[];
}

export interface Histogram {
  title: string;
  description: string;
  name: string;
  unit: string;
  bins: { from: Datum; to: Datum; count: number }[];
  remarks: string[];
}

export interface Category {
  id: string;
  label: string;
  note: string;
}

export interface Series {
  name: string;
  unit: string;
  values: (Datum | null)[];
}

export interface PointSeries {
  name: string;
  unit: string;
  points: { x: Datum; y: Datum }[];
}

/** The text has every digit, which a double may not have. */
export interface Datum {
  value: number;
  text: string;
}

export function kindOf(spec: ChartSpec): ChartKind {
  return 'bins' in spec ? 'HISTOGRAM' : spec.kind;
}

/** The names in the legend. */
export function seriesNames(spec: ChartSpec): string[] {
  // The series of a heat map are its lines, which an axis names.
  return 'series' in spec && spec.kind !== 'HEAT_MAP' ? spec.series.map((series) => series.name) : [];
}
