import { beforeAll, describe, expect, test, vi } from 'vitest';
import { options, prepare, remarks, scale } from '../../src/chart/zone-map';
import { categoryChart, STAGE } from './specs';
import { tooltip } from './tooltips';

const NONE = 'var(--duckboard-map-none)';

/** A square for each of the zones z0 to z9, by number. */
const OUTLINES = {
  type: 'FeatureCollection',
  features: Array.from({ length: 10 }, (_, i) => ({
    type: 'Feature',
    properties: { location_id: `z${i}`, zone: `Place ${i}`, borough: 'Queens' },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [i, 0],
          [i + 1, 0],
          [i + 1, 1],
          [i, 0],
        ],
      ],
    },
  })),
};

beforeAll(async () => {
  const fetch = vi.fn();
  vi.stubGlobal('fetch', fetch);
  vi.stubGlobal('document', { baseURI: 'http://localhost/app/' });
  fetch.mockResolvedValueOnce(new Response('', { status: 503 }));
  await expect(prepare()).rejects.toThrow('HTTP 503');
  fetch.mockResolvedValueOnce(Response.json(OUTLINES));
  await prepare();
  await prepare();
  expect(fetch.mock.calls.map(([url]) => String(url))).toEqual(
    Array(2).fill('http://localhost/app/maps/taxi_zones.geojson'),
  );
  vi.unstubAllGlobals();
});

const map = (...values: (number | null)[]) => categoryChart('MAP', values);

/** The number of the colour of each zone. */
function colours(...values: (number | null)[]) {
  const [{ data }] = options(map(...values), STAGE).series as [{ data: { itemStyle: { areaColor: string } }[] }];
  return data.map(({ itemStyle }) => (itemStyle.areaColor === NONE ? 0 : Number(/\d/.exec(itemStyle.areaColor)?.[0])));
}

const labels = (...values: (number | null)[]) => scale(map(...values)).map((step) => step.label);

describe('are steps', () => {
  test('with about as many zones each, however unlike their counts are', () => {
    expect(colours(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1000, 1_000_000)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6]);
  });

  test('in the order of the counts, whatever the order of the zones is', () => {
    expect(colours(6, 1, 5, 2, 4, 3)).toEqual([6, 1, 5, 2, 4, 3]);
  });

  test('that equal counts share', () => {
    expect(colours(5, 5, 5, 5, 5, 9)).toEqual([1, 1, 1, 1, 1, 6]);
  });

  test('over the whole scale where they are few', () => {
    expect(colours(1, 2, 3)).toEqual([1, 4, 6]);
  });

  test('of which one alone is in the middle', () => {
    expect(colours(7, 7)).toEqual([4, 4]);
  });

  test('for losses as well', () => {
    expect(colours(-5, 0, 5)).toEqual([1, 4, 6]);
  });
});

test('of a zone without a count is none', () => {
  expect(colours(null, 1, null, 2)).toEqual([0, 1, 0, 6]);
});

test('have a key with their least and their most', () => {
  expect(labels(1, 2, 3, 1000, null, 2000, 3000, 9, 8, 7, 6, 5, 4)).toEqual([
    '1 – 2',
    '3 – 4',
    '5 – 6',
    '7 – 8',
    '9 – 1,000',
    '2,000 – 3,000',
    'no data',
  ]);
});

test.each([
  [[], ['no data']],
  [[null], ['no data']],
  [
    [7, 7],
    ['7', 'no data'],
  ],
])('have for %j the key %j', (values, expected) => {
  expect(labels(...values)).toEqual(expected);
});

test('of a zone that the pointer is on come with its name', () => {
  const drawn = options(map(5, null), STAGE);
  expect(tooltip(drawn, { name: 'z0' })).toEqual(['Place 0', 'Queens', '5 trips', 'Location ID z0']);
  expect(tooltip(drawn, { name: 'z1' })).toEqual(['Place 1', 'Queens', 'no data', 'Location ID z1']);
  expect(tooltip(drawn, { name: 'z9' })).toEqual(['Place 9', 'Queens', 'no data', 'Location ID z9']);
});

describe('zones without an outline', () => {
  const strangers = (count: number) => {
    const spec = map(...Array.from({ length: count + 1 }, () => 1));
    for (let i = 1; i <= count; i++) {
      spec.categories[i].id = String(900 + i);
    }
    return remarks(spec);
  };

  test.each([
    [0, []],
    [1, ['The map has no outline for zone 901.']],
    [2, ['The map has no outline for 2 zones: 901, 902.']],
    [7, ['The map has no outline for 7 zones: 901, 902, 903, 904, 905 ….']],
  ])('are told of: %i', (count, expected) => {
    expect(strangers(count)).toEqual(expected);
  });
});
