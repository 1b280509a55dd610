import { colour } from './style';

export interface PictureKey {
  colour: string;
  label: string;
}

/** The size of a square of colour in pixels. */
export const SWATCH = 12;

/** The steps of a scale, or else the series that are shown, if the chart has more than one. */
export function pictureKeys(steps: PictureKey[], names: string[], hidden: ReadonlySet<number>): PictureKey[] {
  if (steps.length > 0 || names.length < 2) {
    return steps;
  }
  return names.map((label, index) => ({ label, colour: colour(index) })).filter((_, index) => !hidden.has(index));
}

/** Arranges labels in rows, with the distance of each from the left, so that as many as fit are side by side. */
export function keyRows(keys: PictureKey[], width: number) {
  const rows: { key: PictureKey; x: number }[][] = [];
  let x = Infinity;
  for (const key of keys) {
    const room = SWATCH + 6 + key.label.length * 8 + 16;
    if (x + room > width) {
      rows.push([]);
      x = 0;
    }
    rows[rows.length - 1].push({ key, x });
    x += room;
  }
  return rows;
}
