/** Rows that are selected, by their position in the answer, and where a range of them would begin. */
export class Selection {
  readonly positions = new Set<number>();
  /** Among the rows that are shown. */
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

  /** All from the row that was touched last. */
  async extend(index: number) {
    await this.add(Math.min(this.anchor, index), Math.max(this.anchor, index) + 1);
  }

  async add(from: number, to: number) {
    const { clearings } = this;
    const positions = await this.range(from, to);
    // Cleared meanwhile, they may be of another answer.
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
