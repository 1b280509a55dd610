/** As io.duckboard.chart.ChartSpec. */
export interface ChartSpec {
  kind: 'HORIZONTAL_BARS';
  title: string;
  description: string;
  categories: Category[];
  series: Series[];
}

export interface Category {
  id: string;
  label: string;
  note: string;
}

export interface Series {
  name: string;
  unit: string;
  values: number[];
}
