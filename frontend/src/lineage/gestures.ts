/** A finger or a mouse that moves less than this many pixels counts as still. */
const STILL = 4;

interface Point {
  x: number;
  y: number;
}

/** Handles pointers on a frame: one moves the drawing, two move and zoom it, and a move is not a click. */
export class Gestures {
  private readonly pointers = new Map<number, Point>();
  private start: Point = { x: 0, y: 0 };
  private isMoving = false;

  constructor(
    private readonly pan: (x: number, y: number) => void,
    private readonly zoom: (factor: number, at: Point) => void,
  ) {}

  down(event: PointerEvent) {
    if (event.button !== 0) {
      return;
    }
    this.pointers.set(event.pointerId, point(event));
    if (this.pointers.size === 1) {
      this.isMoving = false;
      this.start = point(event);
    }
  }

  move(event: PointerEvent) {
    const before = this.pointers.get(event.pointerId);
    if (!before) {
      return;
    }
    const now = point(event);
    if (!this.isMoving && this.pointers.size === 1 && distance(this.start, now) < STILL) {
      return;
    }
    if (!this.isMoving) {
      this.isMoving = true;
      for (const id of this.pointers.keys()) {
        frameOf(event).setPointerCapture(id);
      }
    }
    const other = [...this.pointers].find(([id]) => id !== event.pointerId)?.[1];
    this.pointers.set(event.pointerId, now);
    if (!other) {
      this.pan(now.x - before.x, now.y - before.y);
      return;
    }
    const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
    this.pan((now.x - before.x) / 2, (now.y - before.y) / 2);
    this.zoom(Math.max(1, distance(now, other)) / Math.max(1, distance(before, other)), middle);
  }

  up(event: PointerEvent) {
    this.pointers.delete(event.pointerId);
  }

  /** A click ends the gesture. After a move, it was not meant for the element below. */
  click(event: Event) {
    if (this.isMoving) {
      event.stopPropagation();
      event.preventDefault();
    }
    this.isMoving = false;
  }

  wheel(event: WheelEvent) {
    // A trackpad's pinch arrives as a wheel with Ctrl. Without Ctrl, the wheel belongs to the page.
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY / 200), point(event));
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault();
      this.pan(-event.deltaX, 0);
    }
  }
}

function point(event: MouseEvent): Point {
  const { left, top } = frameOf(event).getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** The element that listens. */
function frameOf(event: MouseEvent) {
  return event.currentTarget as HTMLElement;
}

function distance(one: Point, other: Point) {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
