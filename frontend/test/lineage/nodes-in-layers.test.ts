import { describe, expect, test } from 'vitest';
import { type Flow, layers, NODE, type Place } from '../../src/lineage/layers';
import { graph } from './graphs';

const PROJECT = graph(
  'trips → cleaned',
  'zones → named',
  'cleaned → daily',
  'named → daily',
  'trips → daily',
  'daily → board',
);

describe.each<[Flow, 'x' | 'y', 'x' | 'y', 'width' | 'height', 'width' | 'height']>([
  ['LR', 'x', 'y', 'width', 'height'],
  ['TB', 'y', 'x', 'height', 'width'],
])('%s', (flow, along, beside, length, breadth) => {
  const place = async (id: string, of = PROJECT) => (await layers(of, flow)).places.get(id) as Place;

  test('each lies behind all that it reads', async () => {
    const { places } = await layers(PROJECT, flow);
    for (const { from, to } of PROJECT.edges) {
      const [source, target] = [places.get(from), places.get(to)] as [Place, Place];
      expect(target[along]).toBeGreaterThan(source[along] + NODE[length]);
    }
  });

  test('those that read nothing lie in the first layer, however short their way is', async () => {
    const of = graph('trips → a', 'a → b', 'b → c', 'zones → c', 'alone');
    const [trips, zones, alone] = [await place('trips', of), await place('zones', of), await place('alone', of)];
    expect(zones[along]).toBe(trips[along]);
    expect(alone[along]).toBe(trips[along]);
  });

  test('none lies upon another', async () => {
    const { places } = await layers(PROJECT, flow);
    for (const [one, a] of places) {
      for (const [other, b] of places) {
        const apart = Math.abs(a[along] - b[along]) > NODE[length] || Math.abs(a[beside] - b[beside]) > NODE[breadth];
        expect(one === other || apart).toBe(true);
      }
    }
  });

  test('all lie within the drawing, which is no larger than they need', async () => {
    const drawn = await layers(PROJECT, flow);
    const all = [...drawn.places.values()];
    expect(Math.min(...all.map(({ x }) => x))).toBe(4);
    expect(Math.min(...all.map(({ y }) => y))).toBe(4);
    expect(Math.max(...all.map(({ x }) => x))).toBe(drawn.width - NODE.width - 4);
    expect(Math.max(...all.map(({ y }) => y))).toBe(drawn.height - NODE.height - 4);
  });
});

test('a line goes from the right side of what is read to the left side of what reads', async () => {
  const drawn = await layers(graph('trips → daily'), 'LR');
  const [from, to] = [drawn.places.get('trips'), drawn.places.get('daily')] as [Place, Place];
  const [start, end] = [`${from.x + NODE.width} ${from.y + NODE.height / 2}`, `${to.x} ${to.y + NODE.height / 2}`];
  expect(drawn.edges).toEqual([
    { from: 'trips', to: 'daily', path: expect.stringMatching(`^M ${start} C .* ${end}$`) },
  ]);
});

test('a line goes from the foot of what is read to the head of what reads', async () => {
  const drawn = await layers(graph('trips → daily'), 'TB');
  const [from, to] = [drawn.places.get('trips'), drawn.places.get('daily')] as [Place, Place];
  const [start, end] = [`${from.x + NODE.width / 2} ${from.y + NODE.height}`, `${to.x + NODE.width / 2} ${to.y}`];
  expect(drawn.edges[0].path).toMatch(new RegExp(`^M ${start} C .* ${end}$`));
});

test('a line past other layers bends around what lies there', async () => {
  const bends = async (from: string) => {
    const { edges } = await layers(graph('a → b', 'b → c', 'a → c'), 'LR');
    return edges.find((edge) => edge.from === from && edge.to === 'c')?.path.split('C').length;
  };
  expect(await bends('b')).toBe(2);
  expect(await bends('a')).toBeGreaterThan(2);
});

test('the same graph is drawn the same way', async () => {
  expect(await layers(PROJECT, 'LR')).toEqual(await layers(structuredClone(PROJECT), 'LR'));
});

test('no node at all is a drawing of nothing', async () => {
  expect(await layers(graph(), 'LR')).toMatchObject({ width: 8, height: 8, edges: [] });
});

test('a node alone is a drawing', async () => {
  const { width, height, edges } = await layers(graph('trips'), 'LR');
  expect({ width, height, edges }).toEqual({ width: NODE.width + 8, height: NODE.height + 8, edges: [] });
});
