/** A text; an array around the text if there is more to see; null for NULL. */
export type Cell = string | [string] | null;

/** The row's position in the answer, then its cells. */
export type WireRow = [number, ...Cell[]];

export interface Row {
  position: number;
  cells: Cell[];
}

export interface Column {
  name: string;
  type: string;
  wholeType: string;
  /** The width in rem. */
  width: number;
  number: boolean;
}

/** What the grid may ask the server, which has the rows. */
export interface Server {
  rows(from: number, count: number, column: number, descending: boolean): Promise<WireRow[]>;
  positions(from: number, to: number): Promise<number[]>;
  filterColumn(column: number, wanted: string): void;
  select(count: number): void;
  text(position: number, column: number): Promise<string>;
  open(position: number, column: number): void;
  copy(format: string, positions: number[]): Promise<string>;
  copied(format: string, count: number): void;
  notCopied(): void;
}

export const rowOf = ([position, ...cells]: WireRow): Row => ({ position, cells });
