import { type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import { EditorView, type ViewUpdate } from '@codemirror/view';

/** The parts of a view that work without a page: it has a state, changes it, and tells its listeners. */
export class Headless {
  constructor(public state: EditorState) {}

  /** For functions that need a whole view. */
  get view() {
    return this as unknown as EditorView;
  }

  /** The text with `|` at the cursor. */
  get marked() {
    const { head } = this.state.selection.main;
    return `${this.state.sliceDoc(0, head)}|${this.state.sliceDoc(head)}`;
  }

  readonly dispatch = (change: Transaction | TransactionSpec) => {
    const transaction = change instanceof Transaction ? change : this.state.update(change);
    this.state = transaction.state;
    const { docChanged, changes, state } = transaction;
    const update = { view: this, state, changes, docChanged, transactions: [transaction] };
    for (const listener of state.facet(EditorView.updateListener)) {
      listener(update as unknown as ViewUpdate);
    }
  };

  type(text: string) {
    for (const key of text) {
      this.dispatch({ ...this.state.replaceSelection(key), userEvent: 'input.type' });
    }
  }

  focus() {}
}
