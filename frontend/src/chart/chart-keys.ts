import { tell } from './category-event';
import type { Plot } from './plot';

/** What one step of the zoom multiplies the scale by. */
export const STEP = 1.5;
/** Pixels that a key moves a map. */
const PAN = 60;
const MOVES: Record<string, [x: number, y: number] | undefined> = {
  ArrowLeft: [PAN, 0],
  ArrowRight: [-PAN, 0],
  ArrowUp: [0, PAN],
  ArrowDown: [0, -PAN],
};
/** How far a key moves from the marked category. */
const STEPS: Record<string, number | undefined> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
  Home: -Infinity,
  End: Infinity,
};

/** Moves and zooms a map. @returns whether the key does so */
export function roam(key: string, map: Plot): boolean {
  const move = MOVES[key];
  if (move) {
    map.pan(...move);
  } else if (key === '+') {
    map.zoom(STEP);
  } else if (key === '-') {
    map.zoom(1 / STEP);
  } else if (key === '0') {
    map.resetZoom();
  } else {
    return false;
  }
  return true;
}

/** Goes from category to category, or chooses one, as the pointer does. @returns whether the key does so */
export function step(key: string, chart: HTMLElement & { mark(id: string): void }, plot: Plot): boolean {
  const way = STEPS[key];
  const { categories } = plot;
  if (key === 'Enter' && plot.markedRow >= 0) {
    tell(chart, 'category-click', categories[plot.markedRow].id);
    return true;
  }
  if (way === undefined || categories.length === 0) {
    return false;
  }
  const row = Math.min(categories.length - 1, Math.max(0, plot.markedRow + way));
  const { id } = categories[row];
  chart.mark(id);
  plot.showTip(row);
  tell(chart, 'category-hover', id);
  return true;
}
