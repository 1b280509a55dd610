/** The selected rows by their position in the answer, and the row where a range would begin. */
export class Selection {
  readonly positions = new Set<number>();
  /** An index among the rows that are shown. */
  private anchor = 0;
  private clearings = 0;

  constructor(
    private readonly range: (from: number, to: number) => Promise<number[]>,
    private readonly changed: () => void,
  ) {}

  toggle(position: number, index: number) {
    if (!this.positions.delete(position)) {
      this.positions.add(position);
    }
    this.anchor = index;
    this.changed();
  }

  /** Selects all rows from the one that was touched last. */
  async extend(index: number) {
    await this.add(Math.min(this.anchor, index), Math.max(this.anchor, index) + 1);
  }

  async add(from: number, to: number) {
    const { clearings } = this;
    const positions = await this.range(from, to);
    // If the selection was cleared meanwhile, the positions may belong to another answer.
    if (clearings === this.clearings) {
      for (const position of positions) {
        this.positions.add(position);
      }
      this.changed();
    }
  }

  touch(index: number) {
    this.anchor = index;
  }

  clear() {
    this.clearings++;
    this.anchor = 0;
    if (this.positions.size > 0) {
      this.positions.clear();
      this.changed();
    }
  }
}
