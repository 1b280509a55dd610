import { describe, expect, test } from 'vitest';
import type { Flow, Layers } from '../../src/lineage/layers';
import { isStep, walk } from '../../src/lineage/walk';

/**
 * Three layers: a, b and c; d and e; f.
 *
 *     a ── d ── f
 *     b ──╯ ╭──╯
 *     c ── e
 */
function drawn(flow: Flow): Layers {
  const along = { a: 0, b: 0, c: 0, d: 300, e: 300, f: 600 };
  const beside = { a: 0, b: 130, c: 260, d: 40, e: 220, f: 100 };
  const ids = ['f', 'e', 'd', 'c', 'b', 'a'] as const;
  const place = (id: (typeof ids)[number]) =>
    flow === 'LR' ? { x: along[id], y: beside[id] } : { x: beside[id] * 2, y: along[id] };
  const edges = ['ad', 'bd', 'ce', 'df', 'ef'].map(([from, to]) => ({ from, to, path: '' }));
  return { flow, width: 900, height: 400, places: new Map(ids.map((id) => [id, place(id)])), edges };
}

describe('from left to right', () => {
  test.each([
    ['b', 'ArrowRight', 'd'],
    ['d', 'ArrowRight', 'f'],
    ['d', 'ArrowLeft', 'a'],
    ['f', 'ArrowLeft', 'd'],
    ['e', 'ArrowLeft', 'c'],
    ['a', 'ArrowDown', 'b'],
    ['c', 'ArrowUp', 'b'],
    ['d', 'ArrowDown', 'e'],
    ['e', 'Home', 'a'],
    ['a', 'End', 'f'],
  ] as const)('from %s %s leads to %s', (from, key, to) => {
    expect(walk(from, key, drawn('LR'))).toBe(to);
  });

  test.each([
    ['f', 'ArrowRight'],
    ['a', 'ArrowLeft'],
    ['a', 'ArrowUp'],
    ['e', 'ArrowDown'],
    ['f', 'ArrowDown'],
  ] as const)('from %s %s leads nowhere', (from, key) => {
    expect(walk(from, key, drawn('LR'))).toBeUndefined();
  });
});

describe('from top to bottom', () => {
  test.each([
    ['b', 'ArrowDown', 'd'],
    ['f', 'ArrowUp', 'd'],
    ['a', 'ArrowRight', 'b'],
    ['e', 'ArrowLeft', 'd'],
    ['f', 'Home', 'a'],
    ['a', 'End', 'f'],
  ] as const)('from %s %s leads to %s', (from, key, to) => {
    expect(walk(from, key, drawn('TB'))).toBe(to);
  });
});

test('from a node that is gone only the ends are found', () => {
  expect(walk('gone', 'ArrowRight', drawn('LR'))).toBeUndefined();
  expect(walk('gone', 'Home', drawn('LR'))).toBe('a');
});

test('a line to what is not drawn leads nowhere', () => {
  const { edges, ...rest } = drawn('LR');
  expect(walk('f', 'ArrowRight', { ...rest, edges: [...edges, { from: 'f', to: 'gone', path: '' }] })).toBeUndefined();
});

test('a drawing of nothing has no first', () => {
  expect(walk('', 'Home', { ...drawn('LR'), places: new Map(), edges: [] })).toBeUndefined();
});

test('only arrows, Home and End walk', () => {
  expect(['ArrowUp', 'Home', 'End'].every(isStep)).toBe(true);
  expect(['Enter', 'Tab', '0', '+', 'PageDown', ''].some(isStep)).toBe(false);
});
