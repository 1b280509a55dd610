import { closeCompletion } from '@codemirror/autocomplete';
import { EditorState, type Extension, type TransactionSpec } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { html, LitElement } from 'lit';
import { bar } from './bar';
import { replaceBraces } from './braces';
import { type Complaint, complaining } from './complaint';
import { Documents, replacement } from './documents';
import { styles } from './editor-styles';
import { insertion } from './insertion';
import { Language } from './language';
import { layOut } from './layout';
import { Notifier } from './notifier';
import { PageLeave } from './page-leave';
import { setup } from './setup';
import { toRun } from './statement';
import type { Vocabulary } from './vocabulary';
import { Wrapping } from './wrapping';

const COMPLETING = 'duckboard-completing';

/**
 * An editor of SQL with several documents. It dispatches events about what to run (`run`: the selection, or the
 * statement at the cursor), what is typed (`text-changed`), and what would be run if that has parameters
 * (`statement-changed`).
 */
class DuckboardSqlEditor extends LitElement {
  static override properties = { isCompleting: { state: true } };

  static override styles = styles;

  declare isCompleting: boolean;

  readonly view: EditorView;
  tabId?: string;
  private readonly language = new Language();
  private readonly wrapping = new Wrapping(() => this.view.dispatch({ effects: this.wrapping.update() }));
  private readonly documents = new Documents(() => this.extensions());
  private readonly notifier = new Notifier(this);
  private readonly pageLeave = new PageLeave(() => this.store());

  constructor() {
    super();
    this.isCompleting = localStorage.getItem(COMPLETING) !== 'off';
    // Read-only, since nothing could keep what is typed before there is a document.
    const nothing = [this.extensions(), EditorState.readOnly.of(true)];
    this.view = new EditorView({ state: EditorState.create({ extensions: nothing }) });
  }

  override connectedCallback() {
    super.connectedCallback();
    this.wrapping.observe(this);
    this.pageLeave.observe();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.pageLeave.disconnect();
    this.wrapping.disconnect();
  }

  override render() {
    return html`
      <div class="editor"></div>
      ${bar(this.view, this.isCompleting, (isOn) => this.completing(isOn))}
      <p class="unseen" id="keys">Tab indents. Press Escape, then Tab, to leave the editor.</p>
    `;
  }

  override firstUpdated() {
    this.view.setRoot(this.renderRoot as ShadowRoot);
    this.renderRoot.querySelector('.editor')?.append(this.view.dom);
  }

  /** Switches to a document. If its text was another one, the change is a step to undo. */
  show(tabId: string, text: string) {
    if (tabId === this.tabId) {
      if (text !== this.notifier.known.last(tabId)) {
        this.replace(tabId, text);
      }
      return;
    }
    this.notifier.sendText();
    this.keep();
    const kept = this.documents.get(tabId);
    const wasKnown = this.notifier.known.last(tabId);
    this.tabId = tabId;
    this.notifier.known.give(tabId, text);
    // Completes pending measurements, since CodeMirror would measure tooltips of the old text against the new one.
    this.view.coordsAtPos(0);
    this.view.setState(kept?.state ?? this.documents.open(tabId, text));
    this.view.dispatch({ effects: [this.language.update(), ...(kept?.scroll ? [kept.scroll] : [])] });
    this.view.dispatch({ effects: this.wrapping.update() });
    if (kept && wasKnown !== text) {
      this.replace(tabId, text);
    }
    this.notifier.sendText();
    this.notifier.sendStatement();
  }

  /** Replaces the text of a document, as one step to undo. */
  replace(tabId: string, text: string) {
    this.notifier.known.give(tabId, text);
    this.change(tabId, (state) => replacement(state, text));
  }

  /** The server has heard what a `text-changed` of that number said, and all before it. */
  heard(number: number) {
    this.notifier.known.hear(number);
  }

  forget(tabId: string) {
    this.notifier.known.forget(tabId);
    this.documents.forget(tabId);
    if (tabId === this.tabId) {
      this.tabId = undefined;
    }
  }

  /** The words that the engine knows, as far as the editor has learnt them. */
  get vocabulary(): Vocabulary {
    return this.language.vocabulary;
  }

  /** Takes over the words that the engine knows. */
  learn(vocabulary: Vocabulary) {
    this.language.learn(vocabulary);
    this.view.dispatch({ effects: this.language.update() });
  }

  /** Whether words are offered while someone types. */
  completing(isOn: boolean) {
    this.isCompleting = isOn;
    localStorage.setItem(COMPLETING, isOn ? 'on' : 'off');
    if (!isOn) {
      closeCompletion(this.view);
    }
  }

  /** Replaces the selection by a text, with blanks between it and the words on both sides. */
  insert(text: string) {
    this.view.dispatch(insertion(this.view.state, text));
    this.view.focus();
  }

  async format() {
    try {
      await layOut(this.view);
    } catch {
      this.dispatchEvent(new CustomEvent('format-failed'));
    }
    this.view.focus();
  }

  /** Underlines the word that the engine complains of. The position counts from the start of what was run. */
  complain(tabId: string, start: number, complaint: Complaint | null) {
    this.change(tabId, (state) => complaining(state, start, complaint, this.language.reserved));
  }

  override focus() {
    this.view.focus();
  }

  run() {
    replaceBraces(this.view);
    const { state } = this.view;
    const span = toRun(state);
    const start = span?.from ?? 0;
    const line = state.doc.lineAt(start);
    this.notifier.sendText();
    this.notifier.sendStatement();
    const column = start - line.from + 1;
    this.notifier.send('run', { sql: span?.text ?? '', start, line: line.number, column });
    return true;
  }

  private extensions(): Extension {
    return [
      setup({
        run: () => this.run(),
        format: () => {
          void this.format();
          return true;
        },
        complete: (context) => (this.isCompleting || context.explicit ? this.language.offered(context) : null),
      }),
      this.language.extension(),
      this.wrapping.extension(),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) {
          this.pageLeave.reset();
        }
        this.notifier.notice(update);
      }),
      EditorView.domEventHandlers({ blur: () => this.notifier.sendText() }),
    ];
  }

  /** Changes a document, whether it is shown or not. */
  private change(tabId: string, change: (state: EditorState) => TransactionSpec) {
    if (tabId === this.tabId) {
      this.view.dispatch(change(this.view.state));
    } else {
      this.documents.change(tabId, change);
    }
  }

  private keep() {
    if (this.tabId !== undefined) {
      this.documents.keep(this.tabId, this.view.state, this.view.scrollSnapshot());
    }
  }

  /** Stores the documents with what the server may know without the last event, which may be lost with the page. */
  private store() {
    const known = this.notifier.known.possible();
    this.notifier.sendText();
    this.keep();
    this.documents.store(known);
  }
}

customElements.define('duckboard-sql-editor', DuckboardSqlEditor);
