import { expect, test } from 'vitest';
import { Pages } from '../../src/answer-grid/pages';
import type { Row } from '../../src/answer-grid/rows';

/** Pages of one row, which arrive when the test says so. */
class Server {
  readonly asked: number[] = [];
  private readonly answers: (() => void)[] = [];

  readonly fetch = (page: number) => {
    this.asked.push(page);
    return new Promise<Row[]>((resolve) => this.answers.push(() => resolve([{ position: page, cells: [] }])));
  };

  async answer() {
    for (const answer of this.answers.splice(0)) {
      answer();
    }
    await settled();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

function scrolling() {
  const server = new Server();
  const pages = new Pages(server.fetch);
  /** The rows that each page received. */
  const taken = new Map<number, number[]>();
  const want = (page: number) =>
    pages.want(page, (rows) =>
      taken.set(
        page,
        rows.map((row) => row.position),
      ),
    );
  return { server, taken, want };
}

test('two that are wanted at once are asked for together', async () => {
  const { server, taken, want } = scrolling();
  want(0);
  want(1);
  await settled();
  expect(server.asked).toEqual([0, 1]);
  await server.answer();
  expect(Object.fromEntries(taken)).toEqual({ 0: [0], 1: [1] });
});

test('the next is asked for when the last has come', async () => {
  const { server, want } = scrolling();
  want(0);
  await settled();
  want(1);
  want(2);
  await settled();
  expect(server.asked).toEqual([0]);
  await server.answer();
  expect(server.asked).toEqual([0, 1, 2]);
});

test('those that somebody has scrolled past are not asked for', async () => {
  const { server, taken, want } = scrolling();
  want(0);
  await settled();
  want(10);
  want(20);
  want(30);
  expect(Object.fromEntries(taken)).toEqual({ 10: [], 20: [] });
  await server.answer();
  await server.answer();
  expect(server.asked).toEqual([0, 30]);
  expect(Object.fromEntries(taken)).toEqual({ 0: [0], 10: [], 20: [], 30: [30] });
});

test('those beside what is seen are asked for still', async () => {
  const { server, want } = scrolling();
  want(0);
  await settled();
  want(10);
  want(14);
  await server.answer();
  expect(server.asked).toEqual([0, 10, 14]);
});

test('one can be asked for again', async () => {
  const { server, taken, want } = scrolling();
  want(3);
  await settled();
  await server.answer();
  taken.clear();
  want(3);
  await settled();
  await server.answer();
  expect(server.asked).toEqual([3, 3]);
  expect(Object.fromEntries(taken)).toEqual({ 3: [3] });
});
