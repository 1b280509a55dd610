import { describe, expect, test, vi } from 'vitest';
import { Gestures } from '../../src/lineage/gestures';

const MOUSE = 1;

/** A frame at 100, 50 of the window, with pointers on it. */
function framed() {
  const [pan, zoom, capture, prevent, stop] = Array.from({ length: 5 }, () => vi.fn());
  const gestures = new Gestures(pan, zoom);
  const frame = { getBoundingClientRect: () => ({ left: 100, top: 50 }), setPointerCapture: capture };
  const event = (told: object) =>
    ({ currentTarget: frame, preventDefault: prevent, stopPropagation: stop, ...told }) as unknown as WheelEvent &
      PointerEvent;
  const pointer = (x: number, y: number, pointerId = MOUSE, button = 0) =>
    event({ pointerId, button, clientX: x + 100, clientY: y + 50 });
  return { gestures, pan, zoom, capture, prevent, stop, event, pointer };
}

describe('one pointer', () => {
  test('moves the drawing by as much as it moves', () => {
    const { gestures, pan, pointer } = framed();
    gestures.down(pointer(10, 10));
    gestures.move(pointer(30, 5));
    gestures.move(pointer(35, 5));
    expect(pan.mock.calls).toEqual([
      [20, -5],
      [5, 0],
    ]);
  });

  test('that trembles has not moved, and clicks', () => {
    const { gestures, pan, capture, stop, event, pointer } = framed();
    gestures.down(pointer(10, 10));
    gestures.move(pointer(12, 12));
    gestures.up(pointer(12, 12));
    gestures.click(event({}));
    expect([pan, capture, stop].some((each) => each.mock.calls.length > 0)).toBe(false);
  });

  test('that has moved does not click', () => {
    const { gestures, stop, prevent, event, pointer } = framed();
    gestures.down(pointer(10, 10));
    gestures.move(pointer(50, 10));
    gestures.up(pointer(50, 10));
    gestures.click(event({}));
    expect(stop).toHaveBeenCalledOnce();
    expect(prevent).toHaveBeenCalledOnce();
    gestures.click(event({}));
    expect(stop).toHaveBeenCalledOnce();
  });

  test('is followed beyond the frame from when it has moved', () => {
    const { gestures, capture, pointer } = framed();
    gestures.down(pointer(10, 10, 7));
    expect(capture).not.toHaveBeenCalled();
    gestures.move(pointer(50, 10, 7));
    gestures.move(pointer(60, 10, 7));
    expect(capture.mock.calls).toEqual([[7]]);
  });

  test('does nothing while it is up, and by another button', () => {
    const { gestures, pan, pointer } = framed();
    gestures.move(pointer(50, 50));
    gestures.down(pointer(10, 10, MOUSE, 2));
    gestures.move(pointer(50, 50));
    gestures.down(pointer(10, 10));
    gestures.up(pointer(10, 10));
    gestures.move(pointer(50, 50));
    expect(pan).not.toHaveBeenCalled();
  });
});

describe('two fingers', () => {
  test('zoom about their middle as they part, and move it', () => {
    const { gestures, pan, zoom, pointer } = framed();
    gestures.down(pointer(100, 100, 1));
    gestures.down(pointer(200, 100, 2));
    gestures.move(pointer(300, 100, 2));
    expect(pan.mock.calls).toEqual([[50, 0]]);
    expect(zoom.mock.calls).toEqual([[2, { x: 200, y: 100 }]]);
  });

  test('in one place zoom by what can be counted', () => {
    const { gestures, zoom, pointer } = framed();
    gestures.down(pointer(100, 100, 1));
    gestures.down(pointer(100, 100, 2));
    gestures.move(pointer(103, 104, 2));
    expect(zoom.mock.calls).toEqual([[5, { x: 101.5, y: 102 }]]);
  });

  test('are one again when the other is up', () => {
    const { gestures, pan, zoom, pointer } = framed();
    gestures.down(pointer(100, 100, 1));
    gestures.down(pointer(200, 100, 2));
    gestures.move(pointer(210, 100, 2));
    gestures.up(pointer(100, 100, 1));
    gestures.move(pointer(211, 101, 2));
    expect(pan.mock.lastCall).toEqual([1, 1]);
    expect(zoom).toHaveBeenCalledOnce();
  });
});

describe('the wheel', () => {
  test('zooms with Ctrl or Cmd, about the pointer', () => {
    const { gestures, zoom, prevent, event } = framed();
    for (const key of ['ctrlKey', 'metaKey']) {
      gestures.wheel(event({ [key]: true, deltaX: 0, deltaY: -200, clientX: 110, clientY: 60 }));
    }
    expect(zoom.mock.calls).toEqual([
      [Math.E, { x: 10, y: 10 }],
      [Math.E, { x: 10, y: 10 }],
    ]);
    expect(prevent).toHaveBeenCalledTimes(2);
  });

  test('moves the drawing sideways', () => {
    const { gestures, pan, prevent, event } = framed();
    gestures.wheel(event({ deltaX: 30, deltaY: 10 }));
    expect(pan.mock.calls).toEqual([[-30, 0]]);
    expect(prevent).toHaveBeenCalledOnce();
  });

  test('is the page’s otherwise', () => {
    const { gestures, pan, zoom, prevent, event } = framed();
    gestures.wheel(event({ deltaX: 0, deltaY: 100 }));
    expect([pan, zoom, prevent].some((each) => each.mock.calls.length > 0)).toBe(false);
  });
});
