const LEAST = 0.25;
const MOST = 2;
/** Nothing could be read below this scale. What does not fit is reached by moving. */
const LEAST_TO_READ = 0.65;
const MARGIN = 16;
/** This much of the drawing stays visible, wherever it is moved to. */
const KEPT = 80;

interface Size {
  width: number;
  height: number;
}

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The part of a drawing that a frame shows, and its scale. */
export class Viewport {
  x = MARGIN;
  y = MARGIN;
  scale = 1;

  private frame = { width: 0, height: 0 };
  private drawing = { width: 0, height: 0 };

  measure(frame: Size, drawing: Size) {
    this.frame = frame;
    this.drawing = drawing;
  }

  /** Shows all of the drawing if it can be read then; otherwise shows its beginning. */
  fit() {
    const { frame, drawing } = this;
    this.scale = Math.min(1, Math.max(LEAST_TO_READ, whole(frame, drawing)));
    this.x = Math.max(MARGIN, (frame.width - drawing.width * this.scale) / 2);
    this.y = Math.max(MARGIN, (frame.height - drawing.height * this.scale) / 2);
  }

  /** Zooms around a point of the frame, which stays where it is. */
  zoom(factor: number, at = { x: this.frame.width / 2, y: this.frame.height / 2 }) {
    const scale = Math.min(MOST, Math.max(LEAST, this.scale * factor));
    const grown = scale / this.scale;
    this.scale = scale;
    this.place(at.x - (at.x - this.x) * grown, at.y - (at.y - this.y) * grown);
  }

  pan(x: number, y: number) {
    this.place(this.x + x, this.y + y);
  }

  /** Moves as little as possible to bring a part of the drawing into the frame. */
  reveal(box: Box) {
    const shift = (start: number, size: number, room: number) => {
      const end = start + size;
      return start < MARGIN ? MARGIN - start : end > room - MARGIN ? Math.max(room - MARGIN - end, MARGIN - start) : 0;
    };
    this.pan(
      shift(this.x + box.x * this.scale, box.width * this.scale, this.frame.width),
      shift(this.y + box.y * this.scale, box.height * this.scale, this.frame.height),
    );
  }

  private place(x: number, y: number) {
    this.x = bounded(x, this.frame.width, this.drawing.width * this.scale);
    this.y = bounded(y, this.frame.height, this.drawing.height * this.scale);
  }
}

/** Whether all of a drawing can be read at once. */
export function fits(frame: Size, drawing: Size) {
  return whole(frame, drawing) >= LEAST_TO_READ;
}

function whole(frame: Size, drawing: Size) {
  return Math.min((frame.width - 2 * MARGIN) / drawing.width, (frame.height - 2 * MARGIN) / drawing.height);
}

function bounded(at: number, frame: number, drawing: number) {
  return Math.min(frame - KEPT, Math.max(KEPT - drawing, at));
}
