import type { Row } from './rows';

/** Pages farther than this from one that the grid asks for are on no screen together with it. */
const NEAR = 4;

type Take = (rows: Row[]) => void;

/**
 * Fetches pages for a grid: what is to be seen now comes next. Whoever scrolls fast passes pages before they can be
 * asked for; these are not, or the last rows would wait for all of them.
 */
export class Pages {
  private readonly waiting = new Map<number, Take>();
  private isFetching = false;

  constructor(private readonly fetch: (page: number) => Promise<Row[]>) {}

  want(page: number, take: Take) {
    for (const [other, leave] of this.waiting) {
      if (Math.abs(other - page) > NEAR) {
        this.waiting.delete(other);
        // Without rows the grid asks again, once somebody comes back.
        leave([]);
      }
    }
    this.waiting.set(page, take);
    if (!this.isFetching) {
      this.isFetching = true;
      // Two pages may show at once, and then go in one message.
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
