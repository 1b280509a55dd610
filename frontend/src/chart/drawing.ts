import type { EChartsCoreOption, EChartsType } from 'echarts/core';
import type { ChartSpec } from './chart-spec';

/** The place in which a chart is drawn, and the state of its legend. */
export interface Stage {
  width: number;
  font: string;
  /** Whether nothing moves. */
  calm: boolean;
  /** Indices of the series that the legend has switched off. */
  hidden: ReadonlySet<number>;
}

/** One way to draw. */
export interface Drawing<S extends ChartSpec = ChartSpec> {
  /**
   * The height in pixels.
   *
   * @param room of a chart that fills its place
   */
  height(spec: S, width: number, room?: number): number;
  /** The height in pixels above which it scrolls. */
  tallest?(width: number): number;
  options(spec: S, stage: Stage): EChartsCoreOption;
  /** Fetches what the options need. */
  prepare?(): Promise<void>;
  /** The meaning of its colours, if they do not stand for series. */
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
