import type { ChartKind, SpecOf } from './chart-spec';
import type { Drawing } from './drawing';

/** What draws each kind. It is loaded when it is first needed. */
const KINDS: { [K in ChartKind]: () => Promise<Drawing<SpecOf<K>>> } = {
  HORIZONTAL_BARS: () => import('./horizontal-bars'),
  COLUMNS: () => import('./columns'),
  STACKED: () => import('./columns'),
  LINE: () => import('./lines'),
  AREA: () => import('./lines'),
  SCATTER: () => import('./scatter'),
  PIE: () => import('./pie'),
  HISTOGRAM: () => import('./histogram'),
  MAP: () => import('./zone-map'),
  HEAT_MAP: () => import('./heat-map'),
};

export async function drawingOf(kind: ChartKind): Promise<Drawing> {
  const drawing: Drawing = await KINDS[kind]();
  await drawing.prepare?.();
  return drawing;
}
