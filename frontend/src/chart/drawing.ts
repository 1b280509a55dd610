import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import type { ChartSpec } from './chart-spec';

/** Where a chart is drawn. */
export interface Stage {
  width: number;
  font: string;
  /** Nothing moves. */
  calm: boolean;
  /** Indices of the series that the legend has switched off. */
  hidden: ReadonlySet<number>;
}

/** One way to draw. */
export interface Drawing<S extends ChartSpec = ChartSpec> {
  /** Pixels from top to bottom. */
  height(spec: S, width: number): number;
  /** How tall it may be before it scrolls. */
  tallest?(width: number): number;
  options(spec: S, stage: Stage): EChartsCoreOption;
  /** Fetches what the options need. */
  prepare?(): Promise<void>;
  /** The key to its colours, where they stand for no series. */
  scale?(spec: S): ScaleStep[];
  /** What it cannot show of this spec, in sentences. */
  remarks?(spec: S): string[];
  zoom?(chart: EChartsType, factor: number): void;
  pan?(chart: EChartsType, x: number, y: number): void;
  resetZoom?(chart: EChartsType): void;
}

export interface ScaleStep {
  colour: string;
  label: string;
}
