import type { TemplateResult } from 'lit';
import { describe, expect, test, vi } from 'vitest';
import { isSameShape, spoken } from '../../src/lineage/lineage-graph';
import { mark, table } from '../../src/lineage/lineage-table';
import { graph, node } from './graphs';
import { cells, markup } from './markup';

const DAILY = node('model.daily', {
  name: 'daily',
  form: 'external table',
  facts: ['137 rows', '2 kB'],
  run: { tone: 'GOOD', text: 'ran 2 s ago' },
  tests: { tone: 'BAD', text: '1 of 3 failed' },
});

describe('a node is spoken of', () => {
  test('with all that is written on it', () => {
    expect(spoken(DAILY)).toBe('Model daily, external table, 137 rows, 2 kB, ran 2 s ago, 1 of 3 failed');
  });

  test('without what there is not', () => {
    expect(spoken(node('trips', { kind: 'SOURCE', form: '' }))).toBe('Source trips');
  });
});

describe('the table', () => {
  const project = { ...graph('trips → model.daily', 'zones → model.daily', 'model.daily → board') };
  project.nodes = project.nodes.map((each) => (each.id === DAILY.id ? DAILY : each));

  test('says of each node what it is, how it went and what it reads', () => {
    expect(cells(markup(table(project, () => {})))).toEqual([
      ['Name', 'What it is', 'Last run', 'Tests', 'Reads'],
      ['trips', 'view', '', '', ''],
      ['daily', 'external table · 137 rows · 2 kB', 'ran 2 s ago', '1 of 3 failed', 'trips, zones'],
      ['zones', 'view', '', '', ''],
      ['board', 'view', '', '', 'daily'],
    ]);
  });

  test('opens the node of a row', () => {
    const open = vi.fn();
    const rows = table(project, open).values.find((value) => Array.isArray(value) && value.length === 4);
    const [click] = (rows as TemplateResult[])[1].values as [() => void];
    click();
    expect(open.mock.calls).toEqual([['model.daily']]);
  });
});

test('a mark is told by its tone and its text, and not at all without one', () => {
  expect(markup(mark(DAILY.tests))).toMatch(/data-tone=BAD>.*<span>1 of 3 failed<\/span>/);
  expect(markup(mark({ tone: 'GOOD', text: '' }))).toBe('');
});

describe('a graph keeps its shape', () => {
  const before = graph('a → b', 'c');

  test('whatever is told of its nodes', () => {
    const after = {
      ...before,
      description: 'Another.',
      nodes: before.nodes.map((each) => ({ ...each, facts: ['x'] })),
    };
    expect(isSameShape(before, after)).toBe(true);
  });

  test.each([
    ['a node is new', graph('a → b', 'c', 'd')],
    ['a node is gone', graph('a → b')],
    ['a line is new', graph('a → b', 'c', 'c → b')],
    ['a line is turned', { ...before, edges: [{ from: 'b', to: 'a' }] }],
  ])('but not when %s', (_, after) => {
    expect(isSameShape(before, after)).toBe(false);
  });

  test('but not when it is the first', () => {
    expect(isSameShape(undefined, before)).toBe(false);
  });
});
