import type { ChartSpec } from './chart-spec';

/** Of a chart in a frame: wider than tall, and not taller than a screen. */
export function height(_: ChartSpec, width: number) {
  return Math.round(Math.min(400, Math.max(280, width * 0.55)));
}
