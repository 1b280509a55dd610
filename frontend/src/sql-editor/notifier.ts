import type { EditorView, ViewUpdate } from '@codemirror/view';
import { KnownTexts } from './known-texts';
import { toRun } from './statement';

const UNTIL_SENT_MS = 300;

/** The view of what is shown. It dispatches the events. */
export interface Shown extends EventTarget {
  readonly view: EditorView;
  /** The document that is shown; undefined if none is. */
  readonly tabId?: string;
}

/** Tells the server what is typed, and what would be run if that has parameters. */
export class Notifier {
  readonly known = new KnownTexts();
  private sending = 0;
  private telling = 0;
  private lastStatement = '';
  private lastTab?: string;

  constructor(private readonly editor: Shown) {}

  /** Reports a change as soon as no other one has followed for a while. */
  notice(update: ViewUpdate) {
    if (update.docChanged) {
      window.clearTimeout(this.sending);
      this.sending = window.setTimeout(() => this.sendText(), UNTIL_SENT_MS);
    }
    if (update.docChanged || update.selectionSet) {
      window.clearTimeout(this.telling);
      this.telling = window.setTimeout(() => this.sendStatement(), UNTIL_SENT_MS);
    }
  }

  sendText() {
    window.clearTimeout(this.sending);
    const { tabId, view } = this.editor;
    const text = view.state.doc.toString();
    if (tabId !== undefined && text !== this.known.last(tabId)) {
      this.send('text-changed', { text, number: this.known.tell(tabId, text) });
    }
  }

  sendStatement() {
    window.clearTimeout(this.telling);
    const { tabId, view } = this.editor;
    const text = view.state.doc.toString();
    const sql = text.includes('$') ? (toRun(view.state)?.text ?? '') : '';
    const withParameters = sql.includes('$') ? sql : '';
    if (tabId !== undefined && (withParameters !== this.lastStatement || tabId !== this.lastTab)) {
      this.lastStatement = withParameters;
      this.lastTab = tabId;
      this.send('statement-changed', { sql: withParameters });
    }
  }

  send(event: string, detail: object) {
    this.editor.dispatchEvent(new CustomEvent(event, { detail: { tabId: this.editor.tabId ?? '', ...detail } }));
  }
}
