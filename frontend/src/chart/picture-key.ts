export interface PictureKey {
  colour: string;
  label: string;
}

/** Pixels of a square of colour. */
export const SWATCH = 12;

/** Rows of labels, and how far each is from the left, as they find room beside each other. */
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
