import type { ChartSpec } from './chart-spec';

/** The height of a chart with axes, or of a pie: wider than tall, and not taller than a screen. */
export function height(_: ChartSpec, width: number, room?: number) {
  return room ?? Math.round(Math.min(400, Math.max(280, width * 0.55)));
}
