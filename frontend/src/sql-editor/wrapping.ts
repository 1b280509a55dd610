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

  /** @param changed called when documents begin or stop wrapping */
  constructor(private readonly changed: () => void) {}

  observe(editor: Element) {
    this.width.observe(editor);
  }

  disconnect() {
    this.width.disconnect();
  }

  /** A part of each document's extensions. */
  extension(): Extension {
    return this.compartment.of(this.lines());
  }

  /** Updates a document that was made before. */
  update(): StateEffect<unknown> {
    return this.compartment.reconfigure(this.lines());
  }

  private lines(): Extension {
    return this.isNarrow ? EditorView.lineWrapping : [];
  }
}
