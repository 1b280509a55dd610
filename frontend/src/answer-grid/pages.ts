import type { Row } from './rows';

/** Pages farther than this from one that the grid asks for are never on the screen together with it. */
const NEAR = 4;

type Take = (rows: Row[]) => void;

/**
 * Fetches pages for a grid, and those that are visible now come next. Fast scrolling passes pages before they can be
 * fetched. These are skipped, since otherwise the last rows would wait for all of them.
 */
export class Pages {
  private readonly waiting = new Map<number, Take>();
  private isFetching = false;

  constructor(private readonly fetch: (page: number) => Promise<Row[]>) {}

  want(page: number, take: Take) {
    for (const [other, leave] of this.waiting) {
      if (Math.abs(other - page) > NEAR) {
        this.waiting.delete(other);
        // If it gets no rows, the grid asks again once somebody scrolls back.
        leave([]);
      }
    }
    this.waiting.set(page, take);
    if (!this.isFetching) {
      this.isFetching = true;
      // Two pages may become visible at once, and are then fetched in one message.
      queueMicrotask(() => void this.fetchAll());
    }
  }

  private async fetchAll() {
    try {
      while (this.waiting.size > 0) {
        const wanted = [...this.waiting];
        this.waiting.clear();
        await Promise.all(wanted.map(async ([page, take]) => take(await this.fetch(page))));
      }
    } finally {
      this.isFetching = false;
    }
  }
}
