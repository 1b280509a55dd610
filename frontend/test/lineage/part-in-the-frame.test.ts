import { describe, expect, test } from 'vitest';
import { fits, Viewport } from '../../src/lineage/viewport';

const FRAME = { width: 1000, height: 500 };

function viewport(width: number, height: number) {
  const made = new Viewport();
  made.measure(FRAME, { width, height });
  made.fit();
  return made;
}

const at = ({ x, y, scale }: Viewport) => ({ x, y, scale });

/** The point of the drawing at a point of the frame. */
const under = ({ x, y, scale }: Viewport, point: { x: number; y: number }) => ({
  x: (point.x - x) / scale,
  y: (point.y - y) / scale,
});

describe('fitting', () => {
  test('a small drawing is in the middle, and not enlarged', () => {
    expect(at(viewport(400, 100))).toEqual({ x: 300, y: 200, scale: 1 });
  });

  test('a larger one is made smaller until all of it is seen', () => {
    const { x, y, scale } = viewport(1210, 400);
    expect(scale).toBeCloseTo(0.8);
    expect(x).toBeCloseTo(16);
    expect(y).toBeCloseTo(90);
  });

  test('one too large to be read as a whole is shown from its beginning', () => {
    expect(at(viewport(5000, 3000))).toEqual({ x: 16, y: 16, scale: 0.65 });
  });

  test.each([
    [1000, 400, true],
    [1489, 400, true],
    [1490, 400, false],
    [400, 721, false],
  ])('whether %i by %i can be read as a whole: %s', (width, height, expected) => {
    expect(fits(FRAME, { width, height })).toBe(expected);
  });
});

describe('zooming', () => {
  test.each([1.25, 0.8])('by %f leaves the point below the pointer where it is', (factor) => {
    const made = viewport(2000, 1000);
    const point = { x: 700, y: 120 };
    const before = under(made, point);
    made.zoom(factor, point);
    expect(made.scale).toBeCloseTo(0.65 * factor);
    expect(under(made, point).x).toBeCloseTo(before.x);
    expect(under(made, point).y).toBeCloseTo(before.y);
  });

  test('is about the middle of the frame without a point', () => {
    const made = viewport(400, 100);
    made.zoom(2);
    expect(at(made)).toEqual({ x: 100, y: 150, scale: 2 });
  });

  test.each([
    [100, 2],
    [0.001, 0.25],
  ])('by %f ends at %f', (factor, scale) => {
    const made = viewport(800, 400);
    made.zoom(factor);
    expect(made.scale).toBe(scale);
    const before = at(made);
    made.zoom(factor);
    expect(at(made)).toEqual(before);
  });
});

describe('moving', () => {
  test('is by pixels of the frame', () => {
    const made = viewport(400, 100);
    made.pan(-30, 40);
    expect(at(made)).toEqual({ x: 270, y: 240, scale: 1 });
  });

  test.each([
    [-9999, -9999, { x: -320, y: -20 }],
    [9999, 9999, { x: 920, y: 420 }],
  ])('by %i, %i leaves a part in sight', (x, y, place) => {
    const made = viewport(400, 100);
    made.pan(x, y);
    expect(at(made)).toEqual({ ...place, scale: 1 });
  });
});

describe('revealing', () => {
  const BOX = { width: 232, height: 108 };
  const seen = ({ x, y, scale }: Viewport, box: { x: number; y: number }) =>
    x + box.x * scale >= 16 &&
    x + (box.x + BOX.width) * scale <= FRAME.width - 16 &&
    y + box.y * scale >= 16 &&
    y + (box.y + BOX.height) * scale <= FRAME.height - 16;

  test('what is in sight moves nothing', () => {
    const made = viewport(5000, 3000);
    const before = at(made);
    made.reveal({ x: 100, y: 100, ...BOX });
    expect(at(made)).toEqual(before);
  });

  test.each([
    { x: 4700, y: 2800 },
    { x: 0, y: 2800 },
    { x: 1400, y: 0 },
  ])('what is out of sight comes into it, and no farther: %o', (box) => {
    const made = viewport(5000, 3000);
    made.reveal({ ...box, ...BOX });
    expect(seen(made, box)).toBe(true);
    made.reveal({ x: 0, y: 0, ...BOX });
    expect(at(made)).toEqual({ x: 16, y: 16, scale: 0.65 });
  });

  test('what is larger than the frame shows its beginning', () => {
    const made = viewport(5000, 3000);
    made.reveal({ x: 1000, y: 1000, width: 4000, height: 2000 });
    expect(at(made)).toEqual({ x: 16 - 650, y: 16 - 650, scale: 0.65 });
  });
});
