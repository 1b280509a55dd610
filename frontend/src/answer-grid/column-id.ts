const PREFIX = 'column-';

/** The id of the grid's column for the answer's column at this position. */
export function columnId(position: number): string {
  return PREFIX + position;
}

/** The position in the answer; -1 if it is not one of the answer's columns. */
export function positionOf(column?: { id: string }): number {
  return column?.id.startsWith(PREFIX) ? Number(column.id.slice(PREFIX.length)) : -1;
}
