import { Compartment, type Extension, type StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const NARROW_PX = 640;

/** Wraps long lines in a narrow editor. */
export class Wrapping {
  private readonly compartment = new Compartment();
  private readonly width = new ResizeObserver(([entry]) => {
    const isNarrow = entry.contentRect.width < NARROW_PX;
    if (isNarrow !== this.isNarrow) {
      this.isNarrow = isNarrow;
      this.changed();
    }
  });
  private isNarrow = false;

  /** @param changed called when documents wrap that did not, or the other way round */
  constructor(private readonly changed: () => void) {}

  observe(editor: Element) {
    this.width.observe(editor);
  }

  disconnect() {
    this.width.disconnect();
  }

  /** A part of what a document is made with. */
  extension(): Extension {
    return this.compartment.of(this.lines());
  }

  /** Brings a document that was made before up to date. */
  update(): StateEffect<unknown> {
    return this.compartment.reconfigure(this.lines());
  }

  private lines(): Extension {
    return this.isNarrow ? EditorView.lineWrapping : [];
  }
}
