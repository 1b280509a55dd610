// What happens in a page, by its own clock, in ms.
globalThis.watch = (() => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  /** Resolves when the frame that is being made has been painted. */
  const paint = () =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(0);
      });
    });

  /** Resolves with the time at which what fulfils the condition has been painted. */
  async function painted(condition) {
    for (;;) {
      const at = paint();
      await frame();
      if (condition()) {
        return at;
      }
    }
  }

  const grid = () => document.querySelector('.answer-grid > vaadin-grid');

  const rowsInView = () => {
    const { table, items } = grid().$;
    const { top, bottom } = table.getBoundingClientRect();
    return [...items.children].filter((row) => {
      const place = row.getBoundingClientRect();
      return !row.hidden && place.height > 0 && place.bottom > top && place.top < bottom;
    });
  };

  const says = (row, words) =>
    [...row.querySelectorAll('slot')].some((slot) => slot.assignedElements().some((cell) => cell.textContent === words));

  /** Whether all rows that can be seen have come, the last of them among them. */
  const isAtEnd = () => {
    const rows = rowsInView();
    const last = grid().size.toLocaleString('en');
    return rows.every((row) => row.ariaBusy !== 'true') && rows.some((row) => says(row, last));
  };

  const barPaths = () =>
    document.querySelector('.ranking-card duckboard-chart')?.shadowRoot?.querySelectorAll("path[fill='var(--duckboard-chart-1)']") ?? [];

  /** Vega, which Streamlit draws with, groups the marks of a layer. */
  const peerMarks = () => document.querySelectorAll("[data-testid='stVegaLiteChart'] .mark-rect path");

  let shifted = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      shifted += hadRecentInput ? 0 : value;
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const quantile = (sorted, share) => sorted[Math.round(share * (sorted.length - 1))];

  let result;
  let keys;
  let frames;
  let following;
  const noteKey = ({ timeStamp }) => keys.push(paint().then((at) => at - timeStamp));

  return {
    startedAt: 0,
    painted,

    begin(event, condition) {
      result = new Promise((done) => {
        addEventListener(
          event,
          ({ timeStamp }) => {
            this.startedAt = timeStamp;
            painted(condition).then((at) => done(at - timeStamp));
          },
          { capture: true, once: true },
        );
      });
    },

    end: () => result,

    /** As long as there is the picture of the first response, its bars; then those of the chart. */
    seenBars: () => (document.querySelector('#first-picture')?.querySelectorAll('.bars-picture i') ?? barPaths()).length,

    /** Only what can be used counts: not what is still behind the picture of the first response. */
    bars: () => (document.querySelector('#first-picture') ? 0 : barPaths().length),

    peerBars: (wanted) => peerMarks().length === wanted,

    firstPaint: () => performance.getEntriesByName('first-contentful-paint')[0].startTime,

    shift: () => shifted,

    /** Whether an element, or its shadow, has what the selector says. */
    inside(element, selector) {
      const found = document.querySelector(element);
      return (found?.shadowRoot ?? found)?.querySelector(selector) != null;
    },

    map: () =>
      document.querySelector('.map-card duckboard-chart')?.shadowRoot?.querySelector("path[fill='var(--duckboard-map-6)']") != null,

    /** When the bars, if there are any, were last seen to change, once they have not changed for a while. */
    async atRest() {
      const shape = () => [...barPaths()].map((path) => path.getAttribute('d') + path.getAttribute('transform')).join();
      let last = shape();
      let at = performance.now();
      while (performance.now() - at < 200) {
        const now = await paint();
        const current = shape();
        if (current !== last) {
          last = current;
          at = now;
        }
      }
      return at;
    },

    /** Whether all rows that can be seen have a cell of these words. */
    rowsSay(words) {
      if (!grid()?.textContent.includes(words)) {
        return false;
      }
      const rows = rowsInView();
      return rows.length > 5 && rows.every((row) => says(row, words));
    },

    /** From the first row to the last: the p95 frame, the longest, and from the end until the last rows are there. */
    async scroll(duration) {
      const { table } = grid().$;
      const way = table.scrollHeight - table.clientHeight;
      const frames = [];
      const start = await frame();
      for (let last = start, now = start; now - start < duration; last = now) {
        table.scrollTop = Math.min(1, (now - start) / duration) * way;
        now = await frame();
        frames.push(now - last);
      }
      table.scrollTop = way;
      const end = performance.now();
      const settled = await painted(isAtEnd);
      frames.sort((a, b) => a - b);
      return [quantile(frames, 0.95), frames.at(-1), settled - end];
    },

    toTop: () => grid().scrollToIndex(0),

    twoFrames: async () => {
      await frame();
      await frame();
    },

    beginFrames() {
      frames = [];
      const follow = (last) => {
        following = requestAnimationFrame((now) => {
          frames.push(now - last);
          follow(now);
        });
      };
      following = requestAnimationFrame(follow);
    },

    /** The p95 frame since `beginFrames`. */
    endFrames() {
      cancelAnimationFrame(following);
      return quantile(frames.sort((a, b) => a - b), 0.95);
    },

    knowsTables: () => document.querySelector('duckboard-sql-editor').vocabulary.tables.length > 0,

    /** Besides what the editor knows: every tenth name is in all tables. */
    learnColumns(tables, each) {
      const editor = document.querySelector('duckboard-sql-editor');
      const wide = Array.from({ length: tables }, (_, table) => ({
        name: `table_${table}`,
        columns: Array.from({ length: each }, (_, column) => ({
          name: column % 10 === 0 ? `measure_${column}` : column % 10 === 1 ? `label_${column}` : `value_${table}_${column}`,
          type: column % 2 === 0 ? 'DOUBLE' : 'VARCHAR',
        })),
      }));
      editor.learn({ ...editor.vocabulary, tables: [...editor.vocabulary.tables, ...wide] });
    },

    beginKeys() {
      keys = [];
      addEventListener('keydown', noteKey, { capture: true });
    },

    endKeys() {
      removeEventListener('keydown', noteKey, { capture: true });
      return Promise.all(keys);
    },
  };
})();
